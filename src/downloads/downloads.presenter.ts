import type { LinkWriter } from '../http/media-links';
import { presentAuthor, presentMedia } from '../http/post-envelope.presenter';
import type { Post, VideoChoice } from '../tiktok';
import type { DownloaderDto, RandomPostDto, SlidesAuthorDto, SlidesDto } from './downloads.dto';
import { presentFormats } from './formats.presenter';

export interface FilesView {
  readonly link: LinkWriter;
  readonly isFull: boolean;
}

export interface DownloaderView extends FilesView, VideoChoice {
  readonly isSoundOnly: boolean;
}

export function presentDownloader(post: Post, view: DownloaderView): DownloaderDto {
  const { link, isFull, isSoundOnly, quality, codec } = view;
  const media = presentMedia(post, link, { quality, codec });
  return {
    media: isSoundOnly ? { ...media, no_watermark: null, watermark: null } : media,
    post_author: presentAuthor(post, link),
    thumbnail: link(post, { kind: 'cover' }),
    ...(isFull && { formats: presentFormats(post, link) }),
  };
}

export function presentSlides(post: Post, { link, isFull }: FilesView): SlidesDto {
  return {
    cover: link(post, { kind: 'cover' }),
    images: post.images.flatMap((_, index) => link(post, { kind: 'image', index }) ?? []),
    media: { music: link(post, { kind: 'music' }) },
    post_author: presentSlidesAuthor(post, link),
    ...(isFull && {
      archive: link(post, { kind: 'zip' }),
      formats: presentFormats(post, link),
    }),
  };
}

/** A video has no pictures here, and its video among the media. */
export function presentRandomPost(post: Post, link: LinkWriter): RandomPostDto {
  const slides = presentSlides(post, { link, isFull: false });
  return post.kind === 'photo' ? slides : { ...slides, media: presentMedia(post, link) };
}

function presentSlidesAuthor(post: Post, link: LinkWriter): SlidesAuthorDto {
  const { id = null, nickname = null, uniqueId = null } = post.author ?? {};
  return { avatar: link(post, { kind: 'avatar' }), id, nickname, unique_id: uniqueId };
}
