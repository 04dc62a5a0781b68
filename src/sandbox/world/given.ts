import type { Account } from './account';
import { ASPECT, Draw } from './draw';
import { generatedTag } from './handles';
import { mix } from './hash';
import type { Lookup } from './lookup';
import { scheduledPost, type Post } from './post';
import { mintedAt, mintedUntil, scheduleOf, type Schedule } from './schedule';

/** What an account gives to the posts of others: a like, or a repost. */
export type GiftKind = 'likes' | 'reposts';

export interface Gift {
  post: Post;
  givenAt: number;
}

export interface GiftRange {
  /** Only gifts before this second. */
  before?: number;
  /** Gifts to leave out at the newest end. */
  skip?: number;
  limit: number;
}

const MOST: Readonly<Record<GiftKind, number>> = { likes: 1_500, reposts: 120 };
const FRESH_POSTS = 12;
const TRIES = 8;
/** Nobody likes a post in the minute between its id and its publication. */
const MARGIN_SECONDS = 120;

/** The latest first. What an account gives follows a schedule of its own, as its posts do. */
export function giftsOf(
  lookup: Lookup,
  list: { account: Account; kind: GiftKind },
  range: GiftRange,
): Gift[] {
  const { account, kind } = list;
  const schedule = scheduleOfGifts(account, kind);
  if (!schedule || account.state !== 'open') return [];
  const now = lookup.nowSeconds();
  const until = range.before === undefined ? now : Math.min(now, range.before - 1);
  const gifts: Gift[] = [];
  const newest = mintedUntil(schedule, until) - 1 - (range.skip ?? 0);
  for (let n = newest; n >= 0 && gifts.length < range.limit; n -= 1) {
    const givenAt = mintedAt(schedule, n);
    const post = postBefore(lookup, mix(schedule.key, n), givenAt);
    if (post) gifts.push({ post, givenAt });
  }
  return gifts;
}

/** Half of the accounts never repost. */
function scheduleOfGifts(account: Account, kind: GiftKind): Schedule | undefined {
  const key = mix(account.key, ASPECT[kind]);
  const draw = new Draw(key);
  if (kind === 'reposts' && draw.chance(0.5)) return undefined;
  return scheduleOf(key, account.createdAt + 700 * 86_400, draw.logarithmic(12, MOST[kind]));
}

/** One of the posts that somebody had published not long before a moment. */
export function postBefore(lookup: Lookup, key: number, seconds: number): Post | undefined {
  for (let n = 0; n < TRIES; n += 1) {
    const author = lookup.userByTag(generatedTag(mix(key, n)));
    const published = mintedUntil(author.schedule, seconds - MARGIN_SECONDS);
    if (published === 0) continue;
    const index = Math.max(0, published - 1 - (mix(n, key) % FRESH_POSTS));
    return scheduledPost(lookup.key, author, index);
  }
  return undefined;
}
