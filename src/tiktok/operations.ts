import type { Page, Post, UserProfile } from './models';

/** An account by what the caller has of it: the handle (without `@`) or the secUid. */
export interface UserRef {
  readonly handle?: string;
  readonly secUid?: string;
}

export interface UserParams {
  readonly user: UserRef;
}

export interface UserPostsParams {
  readonly user: UserRef;
  /** What the page before gave; absent for the newest posts. */
  readonly cursor?: string;
}

export interface PostParams {
  readonly id: string;
}

export interface TrendingParams {
  /** Two-letter country that TikTok is asked to show; TikTok may prefer the country of our address. */
  readonly region?: string;
  /** Which batch of the feed; absent for the first. TikTok's feed has no cursor, every batch is a new one. */
  readonly batch?: string;
}

/** Everything that can be asked of TikTok: one line an operation. */
export interface Operations {
  user: { params: UserParams; result: UserProfile };
  userPosts: { params: UserPostsParams; result: Page<Post> };
  post: { params: PostParams; result: Post };
  trending: { params: TrendingParams; result: Page<Post> };
}

export type OperationName = keyof Operations;
export type ParamsOf<Name extends OperationName> = Operations[Name]['params'];
export type ResultOf<Name extends OperationName> = Operations[Name]['result'];
