import type { Account } from './account';
import { FEATURED_ACCOUNTS, featuredPost } from './data/featured';
import { weightOf } from './growth';
import { createdAtOf, createdAtOfId, postFlakeAt, type PostAddress } from './post';
import { mintedUntil } from './schedule';
import { parseId } from './snowflake';

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
  const newestIsOut = count === 0 || createdAtOf(postFlakeAt(account, count - 1)) <= nowSeconds;
  return newestIsOut ? count : count - 1;
}

export function postsIn(account: Account, range: PostRange, nowSeconds: number): PostAddress[] {
  if (account.state !== 'open') return [];
  const sign = range.order === 'oldest-first' ? 1 : -1;
  const extras = extraIdsIn(account, range, nowSeconds).map((id) => ({ flake: parseId(id) }));
  const posts = scheduledIn(account, range, nowSeconds);
  for (const { flake } of extras) if (flake) posts.push({ flake });
  if (extras.length > 0) posts.sort((a, b) => sign * (a.flake.seconds - b.flake.seconds));
  return posts.slice(0, range.limit);
}

/** The best posts first: the schedule knows how well each does without writing it. */
export function popularIn(
  account: Account,
  range: { from: number; limit: number },
  nowSeconds: number,
): PostAddress[] {
  if (account.state !== 'open') return [];
  const ranked: { reach: number; address: () => PostAddress }[] = [];
  for (const id of extraIdsIn(account, { limit: Infinity }, nowSeconds)) {
    const flake = parseId(id);
    if (flake) ranked.push({ reach: featuredPost(id)?.reach ?? 0, address: () => ({ flake }) });
  }
  for (let n = scheduledPosts(account, nowSeconds) - 1; n >= 0; n -= 1) {
    const address = () => ({ flake: postFlakeAt(account, n), index: n });
    ranked.push({ reach: account.reach * weightOf(account.key, n), address });
  }
  ranked.sort((one, other) => other.reach - one.reach);
  return ranked.slice(range.from, range.from + range.limit).map(({ address }) => address());
}

function scheduledIn(account: Account, range: PostRange, nowSeconds: number): PostAddress[] {
  const { from = 0, until = nowSeconds, limit, order = 'newest-first' } = range;
  const count = scheduledPosts(account, nowSeconds);
  const newest = Math.min(mintedUntil(account.schedule, until), count) - 1;
  // Ids are minted up to a minute before publication: the last one minted before `from` may count.
  const oldest = Math.max(0, mintedUntil(account.schedule, from - 1) - 1);
  const step = order === 'newest-first' ? -1 : 1;
  const posts: PostAddress[] = [];
  for (let n = step < 0 ? newest : oldest; n >= oldest && n <= newest; n += step) {
    if (posts.length >= limit) break;
    const flake = postFlakeAt(account, n);
    const createdAt = createdAtOf(flake);
    if (createdAt >= from && createdAt <= until) posts.push({ flake, index: n });
  }
  return posts;
}

/** Posts of featured accounts that exist beside the schedule. */
export function extraIdsIn(account: Account, range: PostRange, nowSeconds: number): string[] {
  const { from = 0, until = nowSeconds } = range;
  const last = Math.min(until, nowSeconds);
  const posts = FEATURED_ACCOUNTS[account.handle]?.extraPosts ?? [];
  const ids = posts.map(({ id }) => id);
  return ids.filter((id) => createdAtOfId(id) >= from && createdAtOfId(id) <= last);
}
