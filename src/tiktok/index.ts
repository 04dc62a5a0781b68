export type * from './models';
export type { UserRef } from './operations';
export type { PostLinks } from './post-links';
export { linksById } from './post-links';
export type { RungHealth } from './source-health';
export { TikTokClient } from './tiktok.client';
export type { Attempt, TikTokErrorCode } from './tiktok.errors';
export {
  TikTokBlockedError,
  TikTokError,
  TikTokNotFoundError,
  TikTokShapeChangedError,
} from './tiktok.errors';
export { TikTokModule } from './tiktok.module';
export { isPostId, parseUserRef } from './tiktok-url';
