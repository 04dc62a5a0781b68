import type { Post, VideoChoice } from '../tiktok';
import type { LinkWriter } from './media-links';
import type { PostAuthorDto, PostMediaDto } from './post-envelope.dto';

/** The links to sound and video; `choice` is the rendition of the one without watermark. */
export function presentMedia(post: Post, link: LinkWriter, choice: VideoChoice = {}): PostMediaDto {
  return {
    music: link(post, { kind: 'music' }),
    no_watermark: link(post, { kind: 'video', ...choice }),
    watermark: link(post, { kind: 'video', hasWatermark: true }),
  };
}

export function presentAuthor(post: Post, link: LinkWriter): PostAuthorDto {
  const { id = null, nickname = null } = post.author ?? {};
  return { id, nickname, profile: link(post, { kind: 'avatar' }) };
}
