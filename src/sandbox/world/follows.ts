import type { Account } from './account';
import { ASPECT } from './draw';
import { followedAt, followsUntil, type FollowKind } from './follow-pace';
import { mix } from './hash';
import type { Lookup } from './lookup';

export interface Follow {
  account: Account;
  followedAt: number;
}

export interface FollowRange {
  /** Only follows before this second; the newest come first. */
  before?: number;
  limit: number;
}

/** TikTok lets nobody further back than this many rows. */
const MOST_REACHABLE = 5_000;
const HALF_TAGS = 0x07ffffff;

/** Who follows an account, or whom it follows: the latest follow first. */
export function followsOf(
  lookup: Lookup,
  list: { account: Account; kind: FollowKind },
  range: FollowRange,
): Follow[] {
  const { account, kind } = list;
  if (account.follows !== 'shown' || account.state !== 'open') return [];
  const now = lookup.nowSeconds();
  const total = followsUntil(account, kind, now);
  const oldest = Math.max(0, total - MOST_REACHABLE);
  const newest = range.before === undefined ? total : followsUntil(account, kind, range.before - 1);
  const follows: Follow[] = [];
  for (let n = Math.min(newest, total) - 1; n >= oldest && follows.length < range.limit; n -= 1) {
    const tag = tagOfFollow(account, kind, n);
    follows.push({ account: lookup.userByTag(tag), followedAt: followedAt(account, kind, n) });
  }
  return follows;
}

/** A step through all generated accounts: nobody follows twice. */
function tagOfFollow(account: Account, kind: FollowKind, n: number): number {
  const start = mix(account.key, ASPECT[kind]);
  return ((((start + Math.imul(n, 0x2545f491)) & HALF_TAGS) << 1) | 1) >>> 0;
}
