import { isFailure, type StoredAnswer, type StoredEntry } from './stored-entry';

/** How long one operation's answers live. */
export interface Lifetimes {
  readonly ttlMs: number;
  /** After that, how long an answer is still served at once while it is fetched anew behind. */
  readonly staleWhileRevalidateMs?: number;
  /** After `ttlMs`, how long an answer stands in when TikTok cannot be asked. */
  readonly staleIfErrorMs?: number;
}

/** `stale` is served and renewed behind; `spare` only stands in for a failure; `dead` is not served at all. */
export type Freshness = 'fresh' | 'stale' | 'spare' | 'dead';

/** What is left of the two stale times of an entry: nothing outlives the links inside. */
export function staleTimes(
  entry: StoredEntry,
  lifetimes: Lifetimes,
): { whileRevalidateMs: number; ifErrorMs: number } {
  const { staleWhileRevalidateMs = 0, staleIfErrorMs = 0 } = lifetimes;
  if (isFailure(entry)) return { whileRevalidateMs: 0, ifErrorMs: 0 };
  const leftMs = Math.max(0, (entry.usableUntilMs ?? Infinity) - entry.freshUntilMs);
  return {
    whileRevalidateMs: Math.min(staleWhileRevalidateMs, leftMs),
    ifErrorMs: Math.min(staleIfErrorMs, leftMs),
  };
}

/** Clocks of replicas differ by less. */
const toleratedMs = 60_000;

/** Whether an entry is from the future: the clock was set back, and what is left of its life cannot be told. */
export function isFromTheFuture({ fetchedAtMs }: StoredEntry, nowMs: number): boolean {
  return fetchedAtMs - nowMs > toleratedMs;
}

export function freshnessOf(entry: StoredEntry, lifetimes: Lifetimes, nowMs: number): Freshness {
  if (isFromTheFuture(entry, nowMs)) return isFailure(entry) ? 'dead' : 'spare';
  const overMs = nowMs - entry.freshUntilMs;
  if (overMs < 0) return 'fresh';
  const { whileRevalidateMs, ifErrorMs } = staleTimes(entry, lifetimes);
  if (overMs < whileRevalidateMs) return 'stale';
  return overMs < ifErrorMs ? 'spare' : 'dead';
}

/** How long an entry is worth keeping from `nowMs` on. */
export function keepMsOf(entry: StoredEntry, lifetimes: Lifetimes, nowMs: number): number {
  const { whileRevalidateMs, ifErrorMs } = staleTimes(entry, lifetimes);
  return Math.floor(entry.freshUntilMs + Math.max(whileRevalidateMs, ifErrorMs) - nowMs);
}

/** A time by the clock, in Unix milliseconds; the end is outside. */
export interface TimeSpan {
  readonly fromMs: number;
  readonly untilMs: number;
}

// What -Math.log(1 - random) is at most, random being below 1 by 2^-53 at least.
const longestDraw = 37;

/** When all of these entries are fresh, and none is by any chance {@link isDueEarly}. */
export function quietTimeOf(entries: readonly StoredAnswer[]): TimeSpan {
  const ends = entries.map(({ freshUntilMs, loadMs }) => freshUntilMs - longestDraw * loadMs);
  return {
    fromMs: Math.max(...entries.map(({ fetchedAtMs }) => fetchedAtMs)) - toleratedMs,
    untilMs: Math.min(...ends),
  };
}

/**
 * Whether a fresh entry is to be renewed before it ends, so that the callers of one that is asked for all the time
 * never wait: the nearer the end and the longer TikTok takes, the likelier (Vattani et al., "Optimal Probabilistic
 * Cache Stampede Prevention", 2015).
 * @param random from 0 to below 1
 */
export function isDueEarly(entry: StoredEntry, nowMs: number, random: number): boolean {
  if (isFailure(entry)) return false;
  return nowMs - entry.loadMs * Math.log(1 - random) >= entry.freshUntilMs;
}
