import { videoParts } from '../media/clip-choice';
import { PHOTO_SIZE } from '../media/library';
import type { Account } from '../world/account';
import { hashtagIdOf } from '../world/hashtags';
import type { Post } from '../world/post';
import { textExtraOf } from './caption-parts';
import { rounded, type Json, type JsonObject, type Rendering } from './rendering';

/** `userInfo` of an embedded profile: rounded counters, no secUid. */
export function embedUser({ world, links }: Rendering, account: Account): JsonObject {
  const counts = world.userCounts(account);
  return {
    id: account.id,
    uniqueId: account.handle,
    nickname: account.nickname,
    signature: account.bio,
    verified: account.isVerified,
    privateAccount: false,
    avatarThumbUrl: links.image('avatar', account.key % 3, account.key),
    followingCount: counts.following,
    followerCount: rounded(counts.followers),
    heartCount: rounded(counts.hearts),
    code: 200,
    customErrorCode: 0,
  };
}

/** A row of an embedded list: no times and no counters but plays. */
export function embedRow({ world, links, media }: Rendering, post: Post): JsonObject {
  const isVideo = post.kind === 'video';
  const { width, height } = media.rendition(post.clip, '540p');
  const cover = links.image(isVideo ? 'cover' : 'photo', post.clip.number, post.key);
  return {
    id: post.id,
    desc: post.caption.text,
    height: isVideo ? height : 0,
    width: isVideo ? width : 0,
    ratio: isVideo ? '540p' : '',
    coverUrl: cover,
    originCoverUrl: cover,
    dynamicCoverUrl: isVideo ? cover : '',
    playAddr: isVideo ? openVideo(links, post) : '',
    playCount: rounded(world.postCounts(post).plays),
    privateItem: false,
    authorUniqueId: post.author.handle,
  };
}

/** `videoData` of an embedded post. */
export function embedVideoData(rendering: Rendering, post: Post): JsonObject {
  return {
    itemInfos: itemInfos(rendering, post),
    authorInfos: authorInfos(rendering, post.author),
    authorStats: authorStats(rendering, post.author),
    musicInfos: musicInfos(rendering, post),
    challengeInfoList: challengeInfoList(rendering, post),
    textExtra: textExtraOf(rendering, post).map(capitalised),
    duetInfo: '',
    stickerTextList: [],
    imagePostInfo: post.kind === 'photo' ? imagePostInfo(rendering, post) : null,
  };
}

function itemInfos(rendering: Rendering, post: Post): JsonObject {
  const { world, links, media } = rendering;
  const counts = world.postCounts(post);
  const { width, height } = media.rendition(post.clip, '540p');
  const isVideo = post.kind === 'video';
  const cover = links.image(isVideo ? 'cover' : 'photo', post.clip.number, post.key);
  return {
    id: post.id,
    text: post.caption.text,
    createTime: String(post.createdAt),
    authorId: post.author.id,
    musicId: post.sound.id,
    covers: [cover],
    coversOrigin: [cover],
    coversDynamic: [cover],
    video: {
      urls: isVideo ? [openVideo(links, post)] : [],
      videoMeta: {
        width: isVideo ? width : 0,
        height: isVideo ? height : 0,
        ratio: 14,
        duration: isVideo ? post.clip.seconds : 0,
      },
    },
    diggCount: counts.likes,
    shareCount: counts.shares,
    playCount: counts.plays,
    commentCount: counts.comments,
    isAd: false,
    isECVideo: 0,
    locationCreated: post.region,
  };
}

function authorInfos({ links }: Rendering, account: Account): JsonObject {
  const covers = [links.image('avatar', account.key % 3, account.key)];
  return {
    userId: account.id,
    secUid: account.secUid,
    uniqueId: account.handle,
    nickName: account.nickname,
    signature: account.bio,
    verified: account.isVerified,
    covers,
    coversMedium: covers,
    coversLarger: covers,
  };
}

function authorStats({ world }: Rendering, account: Account): JsonObject {
  const counts = world.userCounts(account);
  // A big sum arrives as text.
  const heartCount: Json = counts.hearts > 0x7fffffff ? String(counts.hearts) : counts.hearts;
  return {
    followingCount: counts.following,
    followerCount: rounded(counts.followers),
    heartCount,
    videoCount: counts.posts,
    diggCount: counts.likesGiven,
  };
}

function musicInfos({ links }: Rendering, { sound }: Post): JsonObject {
  const covers = [links.image('cover', sound.clip.number, sound.key)];
  return {
    musicId: sound.id,
    musicName: sound.title,
    authorName: sound.authorName,
    // Seen both ways: originals say so in text.
    original: sound.isOriginal ? 'true' : false,
    playUrl: [links.sound(sound.key, sound.clip.number)],
    covers,
    coversMedium: covers,
    coversLarger: covers,
  };
}

function challengeInfoList({ world }: Rendering, post: Post): JsonObject[] {
  const hashtags = post.caption.parts.filter(({ kind }) => kind === 'hashtag');
  return hashtags.map(({ name }) => ({
    challengeId: hashtagIdOf(world.key, name),
    challengeName: name,
    text: '',
    isCommerce: false,
  }));
}

function imagePostInfo({ links }: Rendering, post: Post): JsonObject {
  const displayImages = Array.from({ length: post.pictures }, (_, number) => ({
    ...PHOTO_SIZE,
    urlList: links.images('photo', (post.key + number) % 4, post.key + number),
  }));
  return { displayImages };
}

function openVideo(links: Rendering['links'], post: Post): string {
  return links.embedVideo(videoParts(post, '540p'));
}

/** Embeds write the keys of textExtra with a capital letter. */
function capitalised(extra: JsonObject): JsonObject {
  const entries = Object.entries(extra).map(([key, value]) => [
    key.charAt(0).toUpperCase() + key.slice(1),
    value,
  ]);
  return Object.fromEntries(entries) as JsonObject;
}
