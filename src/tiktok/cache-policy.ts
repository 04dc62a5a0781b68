import type { OperationName } from './operations';

export interface CachePolicy {
  /** How long an answer is served without asking TikTok again, unless links inside it die earlier. */
  readonly ttlSeconds: number;
}

/** Counters move by the minute, profiles by the hour; a feed is a new one at every call. */
export const cachePolicy = {
  user: { ttlSeconds: 600 },
  userPosts: { ttlSeconds: 300 },
  post: { ttlSeconds: 300 },
  trending: { ttlSeconds: 120 },
} as const satisfies Record<OperationName, CachePolicy>;
