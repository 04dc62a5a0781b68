import type { OperationName } from './operations';

/** How long the answers of one operation are kept, in seconds; links inside may end all of it earlier. */
export interface CachePolicy {
  /** Served without asking TikTok again. */
  readonly ttlSeconds: number;
  /** After that, served at once while TikTok is asked behind. */
  readonly staleWhileRevalidateSeconds: number;
  /** After `ttlSeconds`, served when TikTok refuses or cannot be reached. */
  readonly staleIfErrorSeconds: number;
  /** "Not found", "private" and "restricted" are answers, and kept for a moment: what is missing may appear. */
  readonly notFoundSeconds: number;
}

const minute = 60;
const hour = 60 * minute;
const day = 24 * hour;

function policy(
  ttlSeconds: number,
  staleWhileRevalidateSeconds: number,
  { staleIfErrorSeconds = day, notFoundSeconds = 15 }: Partial<CachePolicy> = {},
): CachePolicy {
  return { ttlSeconds, staleWhileRevalidateSeconds, staleIfErrorSeconds, notFoundSeconds };
}

/**
 * Counters move by the minute, profiles by the hour, sounds and hashtags by the day; a feed is a new one at every
 * call, and a short link never leads elsewhere.
 */
export const cachePolicy = {
  user: policy(10 * minute, 10 * minute),
  userPosts: policy(5 * minute, 5 * minute),
  likedPosts: policy(5 * minute, 5 * minute),
  reposts: policy(5 * minute, 5 * minute),
  followers: policy(10 * minute, 10 * minute),
  followings: policy(10 * minute, 10 * minute),
  post: policy(5 * minute, 5 * minute),
  comments: policy(2 * minute, 2 * minute),
  replies: policy(2 * minute, 2 * minute),
  hashtag: policy(hour, hour),
  hashtagPosts: policy(10 * minute, 10 * minute),
  searchPosts: policy(5 * minute, 5 * minute),
  searchUsers: policy(10 * minute, 10 * minute),
  // Rooms close: who is live was live a moment ago.
  searchLive: policy(minute, 0, { staleIfErrorSeconds: 5 * minute }),
  music: policy(hour, hour),
  musicPosts: policy(10 * minute, 10 * minute),
  trending: policy(2 * minute, 2 * minute, { staleIfErrorSeconds: hour }),
  shortLink: policy(day, 7 * day, { staleIfErrorSeconds: 30 * day, notFoundSeconds: minute }),
} as const satisfies Record<OperationName, CachePolicy>;
