import type { OperationName } from './operations';

export interface CachePolicy {
  /** How long an answer is served without asking TikTok again, unless links inside it die earlier. */
  readonly ttlSeconds: number;
}

/**
 * Counters move by the minute, profiles by the hour, sounds and hashtags by the day; a feed is a new one at every
 * call, and a short link never leads elsewhere.
 */
export const cachePolicy = {
  user: { ttlSeconds: 600 },
  userPosts: { ttlSeconds: 300 },
  likedPosts: { ttlSeconds: 300 },
  reposts: { ttlSeconds: 300 },
  followers: { ttlSeconds: 600 },
  followings: { ttlSeconds: 600 },
  post: { ttlSeconds: 300 },
  comments: { ttlSeconds: 120 },
  replies: { ttlSeconds: 120 },
  hashtag: { ttlSeconds: 3_600 },
  hashtagPosts: { ttlSeconds: 600 },
  searchPosts: { ttlSeconds: 300 },
  searchUsers: { ttlSeconds: 600 },
  searchLive: { ttlSeconds: 60 },
  music: { ttlSeconds: 3_600 },
  musicPosts: { ttlSeconds: 600 },
  trending: { ttlSeconds: 120 },
  shortLink: { ttlSeconds: 86_400 },
} as const satisfies Record<OperationName, CachePolicy>;

/** "Not found" is an answer, and kept for a moment: what is missing may appear. */
export const notFoundTtlSeconds = 15;
