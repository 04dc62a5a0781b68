import type { Account } from './account';
import { ASPECT, Draw } from './draw';
import { mix } from './hash';

export type FollowKind = 'followers' | 'following';

const DAY = 86_400;

/** The second of the n-th follow. Follows come at an even pace, so the count has no need of a sum. */
export function followedAt(account: Account, kind: FollowKind, n: number): number {
  return account.createdAt + Math.ceil(((n + 1) / followsPerDay(account)[kind]) * DAY);
}

export function followsUntil(account: Account, kind: FollowKind, seconds: number): number {
  const days = Math.max(0, seconds - account.createdAt) / DAY;
  let count = Math.floor(days * followsPerDay(account)[kind]);
  while (followedAt(account, kind, count) <= seconds) count += 1;
  while (count > 0 && followedAt(account, kind, count - 1) > seconds) count -= 1;
  return count;
}

/** Accounts gain followers, and follow others, at an even pace. */
function followsPerDay(account: Account): { followers: number; following: number } {
  const draw = new Draw(mix(account.key, ASPECT.followers));
  return {
    followers: (account.reach * (2 + 25 * draw.unit())) / 2_500,
    following: draw.logarithmic(10, 1_500) / 2_500,
  };
}
