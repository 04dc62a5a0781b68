import type { Post } from '../../tiktok';
import type { WebPostDto } from '../dto/web-post.dto';
import type { OwnLink } from './links';
import { present } from './links';

/** A post in camel case; its length is in seconds. `withFile` adds the addresses of the video. */
export function presentWebPost(post: Post, ownLink: OwnLink, withFile: boolean): WebPostDto {
  const { stats, images } = post;
  return {
    id: post.id,
    desc: post.caption,
    createTime: post.createdAtSeconds,
    author: presentAuthor(post),
    stats: {
      playCount: stats.playCount,
      diggCount: stats.diggCount,
      commentCount: stats.commentCount,
      shareCount: stats.shareCount,
      collectCount: stats.collectCount,
    },
    video: presentVideo(post, withFile ? ownLink : undefined),
    music: presentMusic(post),
    images:
      post.kind === 'photo' ? present(...images.map(({ links }) => links[0]?.url)) : undefined,
    challenges: post.hashtags.map(({ name }) => name),
  };
}

function presentAuthor({ author }: Post): WebPostDto['author'] {
  return (
    author && {
      id: author.id,
      uniqueId: author.uniqueId,
      nickname: author.nickname,
      secUid: author.secUid,
      signature: author.signature,
      verified: author.isVerified,
      avatarThumb: author.avatarThumb?.url,
    }
  );
}

function presentVideo(post: Post, ownLink: OwnLink | undefined) {
  const { kind, video } = post;
  if (!video || kind === 'photo') return undefined;
  return {
    video_id: video.uri ?? video.id,
    ...(ownLink && presentFile(post, ownLink)),
    size: video.sizeBytes ?? video.renditions[0]?.sizeBytes,
    definition: video.definition ?? video.ratio,
    duration: video.durationSeconds,
    width: video.width,
    height: video.height,
    cover: video.cover?.url,
  };
}

/** Our own address wants no cookie; what TikTok's wants is the secret of the guest that asked. */
function presentFile(post: Post, ownLink: OwnLink) {
  const theirs = post.video?.playLink ?? post.video?.renditions[0]?.links[0];
  const own = theirs && ownLink(post, {});
  const address = own ?? theirs?.url;
  return {
    download_addr: address,
    play_addr: address,
    cookie_download: own === undefined ? undefined : '',
  };
}

function presentMusic({ music }: Post): WebPostDto['music'] {
  return (
    music && {
      id: music.id,
      title: music.title,
      authorName: music.authorName,
      duration: music.durationSeconds,
      playUrl: music.playLink?.url,
    }
  );
}
