import type { OperationName } from './operations';

/** The surfaces of TikTok that we read. */
export type SourceName = 'page' | 'embed' | 'web-api';

/**
 * Which source is asked first. Exact and complete before rounded and short: the pages carry `statsV2` and
 * the secUid, the creator list reaches the oldest post, the embed surface answers when the others refuse.
 */
export const sourceOrder = {
  user: ['page', 'embed'],
  userPosts: ['web-api', 'embed'],
  post: ['page', 'embed'],
  trending: ['web-api'],
} as const satisfies Record<OperationName, readonly SourceName[]>;
