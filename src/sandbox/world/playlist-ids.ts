import type { Account } from './account';
import { composeId, parseId } from './snowflake';

const DAY = 86_400;
/** Last hex digits of the ids of lists that people make. */
const DIGITS = { playlist: 8, collection: 12 } as const;
/** One post in so many stands in a given playlist of an account with one playlist. */
const SPACING = 4;

export type ListKind = keyof typeof DIGITS;

/** The id of somebody's k-th list: it holds the account's tag and k, and can be checked. */
export function listIdOf(account: Account, kind: ListKind, k: number): string {
  const seconds = account.createdAt + (400 + 11 * k) * DAY + (account.key % DAY);
  return composeId({ seconds, low: (account.tag << 4) | (DIGITS[kind] + k) });
}

/** Whose list an id may name; the caller compares the id of what it finds. */
export function listIdParts(kind: ListKind, id: string): { tag: number; k: number } | undefined {
  const low = parseId(id)?.low;
  if (low === undefined) return undefined;
  const k = (low & 15) - DIGITS[kind];
  return k >= 0 && k < 4 ? { tag: low >>> 4, k } : undefined;
}

/** Post n stands in playlist k exactly when n modulo the spacing is k: no list needs a scan. */
export function playlistSpacing(account: Account): number {
  return account.playlists * SPACING;
}

export function playlistIdOfPost(account: Account, n: number): string | undefined {
  if (account.playlists === 0) return undefined;
  const k = n % playlistSpacing(account);
  return k < account.playlists ? listIdOf(account, 'playlist', k) : undefined;
}
