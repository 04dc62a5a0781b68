import type { MediaLink, Music, Post, User } from '../../tiktok';
import type { RemappedPostDto } from '../dto/remapped-post.dto';
import type { OwnLink } from './links';
import { present } from './links';

/** A post in the shape that TikTok's website had in 2019 and 2020; its length is in seconds. */
export function presentRemappedPost(post: Post, ownLink: OwnLink): RemappedPostDto {
  return {
    itemInfos: presentItem(post, ownLink),
    authorInfos: post.author && presentAuthor(post.author),
    musicInfos: post.music && presentMusicInfos(post.music),
    challengeInfoList: post.hashtags.map(({ id, name }) => ({
      challengeId: id,
      challengeName: name,
    })),
  };
}

function presentItem(post: Post, ownLink: OwnLink): RemappedPostDto['itemInfos'] {
  const { stats, images, imageCover, video } = post;
  const firstImage = (imageCover ?? images[0])?.links[0];
  return {
    id: post.id,
    text: post.caption,
    createTime: post.createdAtSeconds?.toString(),
    diggCount: stats.diggCount,
    commentCount: stats.commentCount,
    shareCount: stats.shareCount,
    playCount: stats.playCount,
    covers: urlsOf(video?.cover ?? firstImage, video?.originCover),
    video: presentVideo(post, ownLink),
  };
}

function presentVideo(post: Post, ownLink: OwnLink) {
  const { kind, video } = post;
  if (!video || kind === 'photo') return undefined;
  const mirrors = video.renditions[0]?.links ?? [];
  const urls = urlsOf(video.playLink, ...mirrors);
  const own = urls.length === 0 ? undefined : ownLink(post, {});
  const { durationSeconds: duration, width, height } = video;
  return { urls: present(own, ...urls), videoMeta: { duration, width, height } };
}

function presentAuthor(author: User): RemappedPostDto['authorInfos'] {
  const { avatarThumb, avatarMedium, avatarLarger } = author;
  return {
    userId: author.id,
    uniqueId: author.uniqueId,
    nickName: author.nickname,
    secUid: author.secUid,
    verified: author.isVerified,
    signature: author.signature,
    covers: urlsOf(avatarThumb, avatarMedium, avatarLarger),
  };
}

function presentMusicInfos(music: Music): RemappedPostDto['musicInfos'] {
  return {
    musicId: music.id,
    musicName: music.title,
    authorName: music.authorName,
    covers: urlsOf(music.coverThumb, music.coverMedium, music.coverLarge),
  };
}

function urlsOf(...links: readonly (MediaLink | undefined)[]): string[] {
  return present(...links.map((link) => link?.url));
}
