import type { Account } from './account';
import { FEATURED_ACCOUNTS } from './data/featured';
import { createdAtOfId, postIdAt } from './post';
import { mintedUntil } from './schedule';

/** A stretch of an account's posts; both ends are seconds and belong to the stretch. */
export interface PostRange {
  from?: number;
  until?: number;
  limit: number;
  order?: 'newest-first' | 'oldest-first';
}

/** How many posts the schedule has brought forth by now. */
export function scheduledPosts(account: Account, nowSeconds: number): number {
  if (account.state === 'empty') return 0;
  const count = mintedUntil(account.schedule, nowSeconds);
  const newestIsOut = count === 0 || createdAtOfId(postIdAt(account, count - 1)) <= nowSeconds;
  return newestIsOut ? count : count - 1;
}

export function postIdsIn(account: Account, range: PostRange, nowSeconds: number): string[] {
  if (account.state !== 'open') return [];
  const sign = range.order === 'oldest-first' ? 1 : -1;
  const extraIds = extraIdsIn(account, range, nowSeconds);
  const ids = [...scheduledIdsIn(account, range, nowSeconds), ...extraIds];
  if (extraIds.length > 0) ids.sort((a, b) => sign * compareIds(a, b));
  return ids.slice(0, range.limit);
}

function scheduledIdsIn(account: Account, range: PostRange, nowSeconds: number): string[] {
  const { from = 0, until = nowSeconds, limit, order = 'newest-first' } = range;
  const count = scheduledPosts(account, nowSeconds);
  const newest = Math.min(mintedUntil(account.schedule, until), count) - 1;
  // Ids are minted up to a minute before publication: the last one minted before `from` may count.
  const oldest = Math.max(0, mintedUntil(account.schedule, from - 1) - 1);
  const step = order === 'newest-first' ? -1 : 1;
  const ids: string[] = [];
  for (let n = step < 0 ? newest : oldest; n >= oldest && n <= newest; n += step) {
    if (ids.length >= limit) break;
    const id = postIdAt(account, n);
    const createdAt = createdAtOfId(id);
    if (createdAt >= from && createdAt <= until) ids.push(id);
  }
  return ids;
}

/** Posts of featured accounts that exist beside the schedule. */
export function extraIdsIn(account: Account, range: PostRange, nowSeconds: number): string[] {
  const { from = 0, until = nowSeconds } = range;
  const last = Math.min(until, nowSeconds);
  const posts = FEATURED_ACCOUNTS[account.handle]?.extraPosts ?? [];
  const ids = posts.map(({ id }) => id);
  return ids.filter((id) => createdAtOfId(id) >= from && createdAtOfId(id) <= last);
}

function compareIds(a: string, b: string): number {
  if (a.length !== b.length) return a.length - b.length;
  return a < b ? -1 : 1;
}
