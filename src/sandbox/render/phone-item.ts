import type { Account } from '../world/account';
import type { Post } from '../world/post';
import { itemOf } from './item';
import { objectAt, picked } from './json-object';
import { rounded, type Json, type JsonObject, type Rendering } from './rendering';
import { userStats } from './user';

/** What phone pages keep of `video`; there is one address to play and no list of qualities. */
const VIDEO_KEYS = [
  'id',
  'height',
  'width',
  'duration',
  'cover',
  'originCover',
  'dynamicCover',
  'playAddr',
  'downloadAddr',
  'shareCover',
  'reflowCover',
  'subtitleInfos',
  'zoomCover',
] as const;
const MUSIC_KEYS = [
  'id',
  'title',
  'playUrl',
  'coverLarge',
  'coverMedium',
  'coverThumb',
  'authorName',
  'duration',
] as const;
const AUTHOR_KEYS = [
  'id',
  'uniqueId',
  'nickname',
  'avatarLarger',
  'avatarMedium',
  'avatarThumb',
  'signature',
  'verified',
  'secUid',
  'isADVirtual',
] as const;

/**
 * The item of `webapp.reflow.video.detail`: about twenty keys, no exact counters, and a
 * `collectCount` that is a number here.
 */
export function phoneItem(rendering: Rendering, post: Post): JsonObject {
  const item = itemOf(rendering, post);
  const video = objectAt(item, 'video');
  const imagePost = objectAt(item, 'imagePost');
  const { saves } = rendering.world.postCounts(post);
  return {
    id: post.id,
    desc: post.caption.text,
    createTime: String(post.createdAt),
    ...(video
      ? { video: { subtitleInfos: [], ...picked(video, VIDEO_KEYS) } }
      : { isContentClassified: true }),
    ...(imagePost ? { imagePost } : {}),
    anchors: [],
    author: {
      ...picked(objectAt(item, 'author'), AUTHOR_KEYS),
      relation: 0,
      ...counted(rendering, post.author),
    },
    music: picked(objectAt(item, 'music'), MUSIC_KEYS),
    challenges: challengesWithStats(rendering, item['challenges']),
    stats: { ...objectAt(item, 'stats'), collectCount: rounded(saves) },
    warnInfo: [],
    textExtra: item['textExtra'] ?? [],
    effectStickers: item['effectStickers'] ?? [],
    authorStats: item['authorStats'] ?? {},
    stickersOnItem: [],
    comments: [],
    indexEnabled: true,
    diversificationLabels: item['diversificationLabels'] ?? [],
    locationCreated: post.region,
    suggestedWords: item['suggestedWords'] ?? [],
    channelTags: [],
    keywordTags: [],
  };
}

/** The account that a shared link names beside its post. */
export function shareUser(rendering: Rendering, account: Account): JsonObject {
  const isPrivate = account.state === 'private';
  const avatar = rendering.links.image('avatar', account.key % 3, account.key);
  return {
    id: account.id,
    uniqueId: account.handle,
    nickname: account.nickname,
    avatarLarger: avatar,
    avatarMedium: avatar,
    avatarThumb: avatar,
    signature: account.bio,
    privateAccount: isPrivate,
    secret: isPrivate,
    relation: -1,
    ...counted(rendering, account),
    dmAvailable: true,
  };
}

/** On phone pages counters stand inside the account. */
function counted({ world }: Rendering, account: Account): JsonObject {
  const { stats } = userStats(world.userCounts(account));
  const counters = ['followingCount', 'followerCount', 'videoCount', 'heartCount'];
  return picked(stats, counters);
}

function challengesWithStats({ world }: Rendering, challenges: Json | undefined): JsonObject[] {
  const list = Array.isArray(challenges) ? (challenges as readonly JsonObject[]) : [];
  return list.map(({ id = '', title = '', desc = '' }) => {
    const hashtag = typeof title === 'string' ? world.hashtag(title) : undefined;
    const videoCount = hashtag ? rounded(world.hashtagCounts(hashtag).posts) : 0;
    return { id, title, desc, stats: { videoCount } };
  });
}
