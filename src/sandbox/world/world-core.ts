import { accountOf, tagOfAccountId, type Account } from './account';
import { accountCountsAt, postCountsAt, type AccountCounts, type PostCounts } from './counts';
import { currentHandle, FEATURED_ACCOUNTS, featuredPost } from './data/featured';
import { ASPECT } from './draw';
import { canonicalHandle, handleOfTag, tagOfHandle, type Tag } from './handles';
import { hashText, mix } from './hash';
import { KNOWN_HASHTAGS, hashtagNumber, spelledHashtag } from './hashtags';
import { extraIdsIn, popularIn, postsIn, scheduledPosts, type PostRange } from './listing';
import { listedAuthorTag, listKindOf, numberOf, type ListKind } from './listed-posts';
import type { Lookup } from './lookup';
import { effectOf, placeOf } from './places';
import {
  createdAtOf,
  pinnedIndexes,
  postOf,
  scheduledPost,
  type Post,
  type PostOrigin,
} from './post';
import { decodeSecUid } from './sec-uid';
import { SeenNames } from './seen-names';
import { parseId, type Snowflake } from './snowflake';
import { otherSoundOf } from './sound';
import { originalSoundAt, sharedSoundOfNumber } from './sound-lists';

export interface TimeSource {
  nowMs(): number;
}

const REMEMBERED_NAMES = 50_000;

/** Accounts and posts, one at a time: what every list of the world is made of. */
export class WorldCore implements Lookup {
  readonly key: number;
  protected readonly seen = {
    handles: new SeenNames(REMEMBERED_NAMES),
    hashtags: new SeenNames(REMEMBERED_NAMES),
    keywords: new SeenNames(REMEMBERED_NAMES),
    sounds: new SeenNames(REMEMBERED_NAMES),
    places: new SeenNames(REMEMBERED_NAMES),
    effects: new SeenNames(REMEMBERED_NAMES),
    /** From a comment that has replies to its post. */
    threads: new SeenNames<string>(REMEMBERED_NAMES),
  };
  private readonly featuredTags = new Map<Tag, string>();
  private readonly knownHashtags: ReadonlyMap<number, string>;

  constructor(
    seed: string,
    private readonly time: TimeSource,
  ) {
    this.key = hashText(0x5eed, seed);
    for (const handle of Object.keys(FEATURED_ACCOUNTS)) {
      this.featuredTags.set(this.tagOf(handle), handle);
    }
    const known = KNOWN_HASHTAGS.map((name): [number, string] => [
      hashtagNumber(this.key, name),
      name,
    ]);
    this.knownHashtags = new Map(known);
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
    if (tag % 2 === 0) this.seen.handles.remember(tag, current);
    return accountOf(this.key, current, tag);
  }

  userBySecUid(secUid: string): Account | undefined {
    const handle = decodeSecUid(mix(this.key, ASPECT.secUid), secUid);
    return handle === undefined ? undefined : this.user(handle);
  }

  /** By the number that TikTok calls `id` or `uid`. */
  userById(id: string): Account | undefined {
    const tag = tagOfAccountId(this.key, id);
    return tag === undefined ? undefined : this.userByTag(tag);
  }

  /** An account that a feed shows: no handle behind the tag has to be remembered. */
  userByTag(tag: Tag): Account {
    const handle = this.featuredTags.get(tag) ?? this.seen.handles.recall(tag) ?? handleOfTag(tag);
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
    if (!flake || createdAtOf(flake) > this.nowSeconds()) return undefined;
    const featured = featuredPost(id);
    const kind = featured ? undefined : listKindOf(flake);
    if (kind !== undefined) {
      const author = this.userByTag(listedAuthorTag(this.key, flake));
      return postOf(this.key, author, { flake, origin: this.originOf(kind, flake) });
    }
    const author = featured
      ? accountOf(this.key, featured.handle, this.tagOf(featured.handle))
      : this.authorOf(flake, addressedTo);
    return postOf(this.key, author, { flake });
  }

  postCounts(post: Post): PostCounts {
    return postCountsAt(post, this.nowSeconds());
  }

  /** What an open account's list shows; nothing for the others. */
  userPosts(account: Account, range: PostRange): Post[] {
    return postsIn(account, range, this.nowSeconds()).map((at) => postOf(this.key, account, at));
  }

  /** The posts that do best come first. */
  popularPosts(account: Account, range: { from: number; limit: number }): Post[] {
    const addresses = popularIn(account, range, this.nowSeconds());
    return addresses.map((at) => postOf(this.key, account, at));
  }

  pinnedPosts(account: Account): Post[] {
    if (account.state !== 'open') return [];
    const count = scheduledPosts(account, this.nowSeconds());
    const indexes = pinnedIndexes(account).filter((n) => n < count);
    return indexes.map((n) => scheduledPost(this.key, account, n));
  }

  /** The list that a post belongs to, from the number in its id. */
  private originOf(kind: ListKind, flake: Snowflake): PostOrigin {
    const number = numberOf(flake);
    switch (kind) {
      case 'hashtag':
        return { hashtag: this.hashtagName(number) };
      case 'keyword':
        return { keyword: this.seen.keywords.recall(number) ?? spelledHashtag(number) };
      case 'sharedSound':
        return { sound: sharedSoundOfNumber(this.key, number) };
      case 'originalSound': {
        const sound = originalSoundAt(this, number, flake.seconds);
        return { sound: sound ?? sharedSoundOfNumber(this.key, number) };
      }
      case 'otherSound': {
        const id = this.seen.sounds.recall(number);
        const sound = id === undefined ? undefined : otherSoundOf(this.key, id);
        return { sound: sound ?? sharedSoundOfNumber(this.key, number) };
      }
      case 'place':
        return { place: placeOf(this.key, number, this.seen.places.recall(number)) };
      case 'effect':
        return { effect: effectOf(this.key, number, this.seen.effects.recall(number)) };
    }
  }

  protected hashtagName(number: number): string {
    const name = this.knownHashtags.get(number) ?? this.seen.hashtags.recall(number);
    return name ?? spelledHashtag(number);
  }

  private authorOf({ low }: Snowflake, addressedTo: string | undefined): Account {
    const tag = low >>> 4;
    const named = addressedTo === undefined ? undefined : this.user(addressedTo);
    return named?.tag === tag ? named : this.userByTag(tag);
  }

  private tagOf(handle: string): Tag {
    return tagOfHandle(this.key, handle);
  }
}
