import type {
  Comment,
  HashtagDetail,
  LiveRoom,
  MusicDetail,
  Page,
  Post,
  User,
  UserProfile,
} from './models';

/** An account by what the caller has of it: the handle (without `@`) or the secUid. */
export interface UserRef {
  readonly handle?: string;
  readonly secUid?: string;
}

export interface UserParams {
  readonly user: UserRef;
}

/** A page of a list that hangs on an account. */
export interface UserListParams extends UserParams {
  /** What the page before gave; absent for the first page. */
  readonly cursor?: string;
}

export interface PostParams {
  readonly id: string;
}

export interface CommentsParams {
  readonly postId: string;
  /** An offset: how many comments to pass over. */
  readonly cursor?: string;
}

export interface RepliesParams extends CommentsParams {
  readonly commentId: string;
}

export interface HashtagParams {
  /** Without `#`. */
  readonly name: string;
}

export interface HashtagPostsParams extends HashtagParams {
  /** The hashtag's own id, which the lists of the web API want. */
  readonly id?: string;
  /** An offset: how many posts to pass over. */
  readonly cursor?: string;
}

/** How old a post may be, in days; 0 for any age. TikTok knows no other steps. */
export const searchPeriods = [0, 1, 7, 30, 90, 180] as const;
export type SearchPeriod = (typeof searchPeriods)[number];

export interface SearchParams {
  readonly keyword: string;
  /** Opaque: an offset together with TikTok's own id of this search. */
  readonly cursor?: string;
}

export interface SearchPostsParams extends SearchParams {
  readonly period?: SearchPeriod;
  readonly sorting?: 'relevance' | 'likes';
  /** Two-letter country that TikTok is asked to search in. */
  readonly country?: string;
}

export interface SearchLiveParams extends SearchParams {
  readonly country?: string;
}

export interface MusicParams {
  readonly id: string;
}

export interface MusicPostsParams extends MusicParams {
  /** An offset: how many posts to pass over. */
  readonly cursor?: string;
}

export interface TrendingParams {
  /** Two-letter country that TikTok is asked to show; TikTok may prefer the country of our address. */
  readonly region?: string;
  /** Which batch of the feed; absent for the first. TikTok's feed has no cursor, every batch is a new one. */
  readonly batch?: string;
}

export interface ShortLinkParams {
  readonly url: string;
}

/** Where a short link leads: the address behind it, without following further. */
export interface LinkTarget {
  readonly url: string;
}

/** Everything that can be asked of TikTok: one line an operation. */
export interface Operations {
  user: { params: UserParams; result: UserProfile };
  userPosts: { params: UserListParams; result: Page<Post> };
  likedPosts: { params: UserListParams; result: Page<Post> };
  reposts: { params: UserListParams; result: Page<Post> };
  followers: { params: UserListParams; result: Page<User> };
  followings: { params: UserListParams; result: Page<User> };
  post: { params: PostParams; result: Post };
  comments: { params: CommentsParams; result: Page<Comment> };
  replies: { params: RepliesParams; result: Page<Comment> };
  hashtag: { params: HashtagParams; result: HashtagDetail };
  hashtagPosts: { params: HashtagPostsParams; result: Page<Post> };
  searchPosts: { params: SearchPostsParams; result: Page<Post> };
  searchUsers: { params: SearchParams; result: Page<User> };
  searchLive: { params: SearchLiveParams; result: Page<LiveRoom> };
  music: { params: MusicParams; result: MusicDetail };
  musicPosts: { params: MusicPostsParams; result: Page<Post> };
  trending: { params: TrendingParams; result: Page<Post> };
  shortLink: { params: ShortLinkParams; result: LinkTarget };
}

export type OperationName = keyof Operations;
export type ParamsOf<Name extends OperationName> = Operations[Name]['params'];
export type ResultOf<Name extends OperationName> = Operations[Name]['result'];
