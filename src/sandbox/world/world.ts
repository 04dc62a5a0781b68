import { accountOf, type Account } from './account';
import { accountCountsAt, postCountsAt, type AccountCounts, type PostCounts } from './counts';
import { currentHandle, FEATURED_ACCOUNTS, featuredPost } from './data/featured';
import { ASPECT } from './draw';
import { extraIdsIn, postIdsIn, scheduledPosts, type PostRange } from './listing';
import { canonicalHandle, handleOfTag, tagOfHandle, type Tag } from './handles';
import { hashText, mix } from './hash';
import { pinnedIndexes, postIdAt, postOf, type Post } from './post';
import { decodeSecUid } from './sec-uid';
import { SeenHandles } from './seen-handles';
import { parseId } from './snowflake';

export interface TimeSource {
  nowMs(): number;
}

const REMEMBERED_HANDLES = 50_000;

/**
 * The oracle: plain facts about everything that the sandbox serves, computed from the seed.
 * Tests ask it what an answer must hold.
 */
export class World {
  readonly key: number;
  private readonly seen = new SeenHandles(REMEMBERED_HANDLES);
  private readonly featuredTags = new Map<Tag, string>();

  constructor(
    seed: string,
    private readonly time: TimeSource,
  ) {
    this.key = hashText(0x5eed, seed);
    for (const handle of Object.keys(FEATURED_ACCOUNTS)) {
      this.featuredTags.set(this.tagOf(handle), handle);
    }
  }

  nowSeconds(): number {
    return Math.floor(this.time.nowMs() / 1000);
  }

  /** Any allowed handle has an account; its state says whether TikTok would show it. */
  user(handleText: string): Account | undefined {
    const handle = canonicalHandle(handleText);
    if (handle === undefined) return undefined;
    const current = currentHandle(handle);
    const tag = this.tagOf(current);
    // Odd tags spell their handle themselves.
    if (tag % 2 === 0) this.seen.remember(tag, current);
    return accountOf(this.key, current, tag);
  }

  userBySecUid(secUid: string): Account | undefined {
    const handle = decodeSecUid(mix(this.key, ASPECT.secUid), secUid);
    return handle === undefined ? undefined : this.user(handle);
  }

  /** An account that a feed shows: no handle behind the tag has to be remembered. */
  userByTag(tag: Tag): Account {
    const handle = this.featuredTags.get(tag) ?? this.seen.recall(tag) ?? handleOfTag(tag);
    return accountOf(this.key, handle, tag);
  }

  userCounts(account: Account): AccountCounts {
    const now = this.nowSeconds();
    const scheduled = {
      posts: scheduledPosts(account, now),
      extraIds: extraIdsIn(account, { limit: Infinity }, now),
    };
    return accountCountsAt(account, scheduled, now);
  }

  /** The post with this id, whoever was named in its address; undefined when it has yet to come. */
  post(id: string, addressedTo?: string): Post | undefined {
    const flake = parseId(id);
    if (!flake || flake.seconds > this.nowSeconds()) return undefined;
    const author = this.authorOf(id, addressedTo);
    const post = postOf(this.key, author, id);
    return post && post.createdAt <= this.nowSeconds() ? post : undefined;
  }

  postCounts(post: Post): PostCounts {
    return postCountsAt(post, this.nowSeconds());
  }

  /** What an open account's list shows; nothing for the others. */
  userPosts(account: Account, range: PostRange): Post[] {
    const posts = postIdsIn(account, range, this.nowSeconds()).map((id) =>
      postOf(this.key, account, id),
    );
    return posts.filter((post) => post !== undefined);
  }

  pinnedPosts(account: Account): Post[] {
    if (account.state !== 'open') return [];
    const count = scheduledPosts(account, this.nowSeconds());
    const ids = pinnedIndexes(account)
      .filter((n) => n < count)
      .map((n) => postIdAt(account, n));
    return ids.map((id) => postOf(this.key, account, id)).filter((post) => post !== undefined);
  }

  private authorOf(id: string, addressedTo: string | undefined): Account {
    const featured = featuredPost(id);
    if (featured) return accountOf(this.key, featured.handle, this.tagOf(featured.handle));
    const tag = (parseId(id)?.low ?? 0) >>> 4;
    const named = addressedTo === undefined ? undefined : this.user(addressedTo);
    return named?.tag === tag ? named : this.userByTag(tag);
  }

  private tagOf(handle: string): Tag {
    return tagOfHandle(this.key, handle);
  }
}
