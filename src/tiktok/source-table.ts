import type { OperationName } from './operations';

/** The surfaces of TikTok that we read, as `X-TikTok-Source` names them. */
export type SourceName =
  'page' | 'phone-page' | 'embed' | 'player' | 'oembed' | 'short-link' | 'web-api' | 'signed-api';

/** One source of an operation. */
export interface TableRung {
  readonly source: SourceName;
  /** The address that is asked. */
  readonly surface: string;
  /** What it takes besides a guest's cookies and device id. */
  readonly needs?: 'signer' | 'signer and session';
  /** What this source cannot give that others do. */
  readonly limits?: string;
  /** It says "not found" of what is private or blocked too: believed only when nobody else refused. */
  readonly mayMistake?: true;
}

/**
 * Which source serves which operation, and in which order they are asked: exact and complete before rounded and
 * short, unsigned before signed. docs/sources.md is written from this table.
 */
export const sourceTable = {
  user: [
    { source: 'page', surface: '/@NAME' },
    { source: 'signed-api', surface: '/api/user/detail/', needs: 'signer' },
    {
      source: 'embed',
      surface: '/embed/@NAME',
      limits: 'rounded counters, no secUid, no number of posts',
    },
  ],
  userPosts: [
    { source: 'web-api', surface: '/api/creator/item_list/' },
    { source: 'signed-api', surface: '/api/post/item_list/', needs: 'signer' },
    { source: 'embed', surface: '/embed/@NAME', limits: 'the newest ten, play counts only' },
  ],
  likedPosts: [
    { source: 'web-api', surface: '/api/favorite/item_list/', limits: 'public likes only' },
    { source: 'signed-api', surface: '/api/favorite/item_list/', needs: 'signer' },
  ],
  reposts: [
    { source: 'web-api', surface: '/api/repost/item_list/' },
    { source: 'signed-api', surface: '/api/repost/item_list/', needs: 'signer' },
  ],
  followers: [
    { source: 'web-api', surface: '/api/user/list/', limits: 'about 5,000 rows' },
    { source: 'signed-api', surface: '/api/user/list/', needs: 'signer' },
  ],
  followings: [
    { source: 'web-api', surface: '/api/user/list/', limits: 'about 5,000 rows' },
    { source: 'signed-api', surface: '/api/user/list/', needs: 'signer' },
  ],
  post: [
    { source: 'page', surface: '/@_/video/ID' },
    { source: 'phone-page', surface: '/@_/video/ID, phone agent', limits: 'rounded counters' },
    {
      source: 'embed',
      surface: '/embed/v2/ID',
      limits: 'no saves, one rendition',
      mayMistake: true,
    },
    { source: 'player', surface: '/player/api/v1/items', limits: 'no plays', mayMistake: true },
    { source: 'signed-api', surface: '/api/item/detail/', needs: 'signer' },
  ],
  comments: [
    { source: 'web-api', surface: '/api/comment/list/' },
    { source: 'signed-api', surface: '/api/comment/list/', needs: 'signer' },
  ],
  replies: [
    { source: 'web-api', surface: '/api/comment/list/reply/' },
    { source: 'signed-api', surface: '/api/comment/list/reply/', needs: 'signer' },
  ],
  hashtag: [
    { source: 'signed-api', surface: '/api/challenge/detail/', needs: 'signer' },
    { source: 'embed', surface: '/embed/tag/NAME', limits: 'no id', mayMistake: true },
  ],
  hashtagPosts: [
    { source: 'signed-api', surface: '/api/challenge/item_list/', needs: 'signer' },
    { source: 'embed', surface: '/embed/tag/NAME', limits: 'about ten posts', mayMistake: true },
  ],
  searchPosts: [
    { source: 'signed-api', surface: '/api/search/general/full/', needs: 'signer and session' },
  ],
  searchUsers: [
    { source: 'signed-api', surface: '/api/search/user/full/', needs: 'signer and session' },
  ],
  searchLive: [
    { source: 'signed-api', surface: '/api/search/live/full/', needs: 'signer and session' },
  ],
  music: [
    { source: 'signed-api', surface: '/api/music/detail/', needs: 'signer' },
    {
      source: 'embed',
      surface: '/embed/music/ID',
      limits: 'number of posts, no title',
      mayMistake: true,
    },
  ],
  musicPosts: [
    { source: 'signed-api', surface: '/api/music/item_list/', needs: 'signer' },
    { source: 'embed', surface: '/embed/music/ID', limits: 'about ten posts', mayMistake: true },
  ],
  trending: [
    { source: 'web-api', surface: '/api/explore/item_list/' },
    { source: 'signed-api', surface: '/api/recommend/item_list/', needs: 'signer' },
  ],
  shortLink: [
    { source: 'short-link', surface: 'vm.tiktok.com/CODE, /t/CODE' },
    { source: 'oembed', surface: '/oembed', limits: 'posts with a video only' },
  ],
} as const satisfies Record<OperationName, readonly TableRung[]>;
