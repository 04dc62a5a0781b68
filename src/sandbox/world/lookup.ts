import type { Account } from './account';
import type { AccountCounts, PostCounts } from './counts';
import type { Tag } from './handles';
import type { PostRange } from './listing';
import type { Post } from './post';

/** What the lists of the world are computed from: accounts and posts, one at a time. */
export interface Lookup {
  readonly key: number;
  nowSeconds(): number;
  user(handle: string): Account | undefined;
  userByTag(tag: Tag): Account;
  userCounts(account: Account): AccountCounts;
  userPosts(account: Account, range: PostRange): Post[];
  post(id: string): Post | undefined;
  postCounts(post: Post): PostCounts;
}

/** A stretch of a list by places, the first of which is 0. */
export interface RowRange {
  from: number;
  limit: number;
}
