import { reachOfTag } from './account';
import { ASPECT } from './draw';
import { generatedTag, type Tag } from './handles';
import { mix } from './hash';
import type { Lookup, RowRange } from './lookup';
import { postOf, type Post, type PostOrigin } from './post';
import { openSeconds, slotSeconds } from './slots';
import type { Snowflake } from './snowflake';

/**
 * Posts that a list brings forth have ids that say so. The last hex digit names the kind of list,
 * the 28 bits before it the list itself, and the author follows from the whole id. So the id alone
 * leads to the same author and the same hashtag, keyword, sound, place or effect, on any surface.
 * (In ids of ordinary posts the 28 bits are the author's tag and the last digit is below six.)
 */
export const LIST_DIGITS = {
  hashtag: 6,
  keyword: 7,
  sharedSound: 8,
  originalSound: 9,
  otherSound: 10,
  place: 11,
  effect: 12,
} as const;

export type ListKind = keyof typeof LIST_DIGITS;

const KINDS = Object.keys(LIST_DIGITS) as ListKind[];
const CANDIDATES = 3;

export function listKindOf({ low }: Snowflake): ListKind | undefined {
  return KINDS.find((kind) => LIST_DIGITS[kind] === (low & 15));
}

export function numberOf({ low }: Snowflake): number {
  return low >>> 4;
}

/** Authors of listed posts are the best of a few: what is listed is what does well. */
export function listedAuthorTag(worldKey: number, { seconds, low }: Snowflake): Tag {
  const key = mix(mix(seconds, low), mix(worldKey, ASPECT.listedPost));
  let best = generatedTag(key);
  for (let n = 1; n < CANDIDATES; n += 1) {
    const other = generatedTag(mix(key, n));
    if (reachOfTag(worldKey, other) > reachOfTag(worldKey, best)) best = other;
  }
  return best;
}

export function listedPost(lookup: Lookup, flake: Snowflake, origin: PostOrigin): Post {
  const author = lookup.userByTag(listedAuthorTag(lookup.key, flake));
  return postOf(lookup.key, author, { flake, origin });
}

/** A list whose n-th row is computed from n. */
export interface SlotList {
  kind: ListKind;
  key: number;
  size: number;
  numberAt(slot: number): number;
  origin: PostOrigin;
}

export function slotPost(lookup: Lookup, list: SlotList, slot: number): Post {
  return listedPost(lookup, slotFlake(lookup, list, slot), list.origin);
}

/** The id of a slot's post: it tells the time of the post, and costs less. */
export function slotFlake(lookup: Lookup, list: SlotList, slot: number): Snowflake {
  const low = ((list.numberAt(slot) << 4) | LIST_DIGITS[list.kind]) >>> 0;
  const minted = slotSeconds(mix(list.key, ASPECT.lists), slot, lookup.nowSeconds());
  return { seconds: openSeconds(minted, low), low };
}

export function slotPosts(lookup: Lookup, list: SlotList, range: RowRange): Post[] {
  const posts: Post[] = [];
  const end = Math.min(list.size, range.from + range.limit);
  for (let place = range.from; place < end; place += 1) {
    posts.push(slotPost(lookup, list, slotAt(list.key, place)));
  }
  return posts;
}

const FIRST_REPEAT = 30;
const REPEAT_EVERY = 23;
const REPEAT_REACH = 20;

/** Now and then a row comes again on a later page, as TikTok's ranked lists have it. */
function slotAt(listKey: number, place: number): number {
  const repeats = place >= FIRST_REPEAT && mix(listKey, place) % REPEAT_EVERY === 0;
  return repeats ? place - 1 - (mix(place, listKey) % REPEAT_REACH) : place;
}
