import type { MediaLibrary } from '../media/library';
import type { MediaLinks } from '../media/media-links';
import type { World } from '../world/world';

/** Pages and the web API spell the same facts with different types and different keys. */
export type Surface = 'page' | 'api';

/** What every piece of one answer is rendered with. */
export interface Rendering {
  world: World;
  media: MediaLibrary;
  links: MediaLinks;
  surface: Surface;
}

export type Json =
  string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json };

export type JsonObject = { readonly [key: string]: Json };

/**
 * TikTok shows one decimal of thousands, then of millions; exact numbers stand in statsV2. Seen in
 * all counters of recorded answers of 2025 and 2026 (412902 -> 412900, 1752606 -> 1800000).
 */
export function rounded(count: number): number {
  if (count < 10_000) return count;
  const unit = count < 1_000_000 ? 100 : count < 1_000_000_000 ? 100_000 : 100_000_000;
  return Math.round(count / unit) * unit;
}

/** A number that is text on pages and a number in the API. */
export function textOnPages(surface: Surface, value: number): string | number {
  return surface === 'page' ? String(value) : value;
}

export function texts<Key extends string>(counts: Record<Key, number>): Record<Key, string> {
  const entries = Object.entries<number>(counts).map(([key, value]) => [key, String(value)]);
  return Object.fromEntries(entries) as Record<Key, string>;
}

/** Pages spell an empty list `[]`; the API leaves the key out. */
export function emptyAs(surface: Surface, key: string, list: readonly JsonObject[]): JsonObject {
  return surface === 'page' || list.length > 0 ? { [key]: list } : {};
}
