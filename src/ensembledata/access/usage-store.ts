/** Whose use is counted, and when. */
export interface UsageKey {
  /** Which token: the hash of it, never the token. */
  readonly account: string;
  /** The day in UTC, `YYYY-MM-DD`. */
  readonly day: string;
}

export type UnitsByPlatform = Readonly<Record<string, number>>;

/** Where the use of tokens is counted. Days are kept for {@link keptDays}. */
export interface UsageStore {
  /** Adds units; calls at the same moment must all count. */
  add(key: UsageKey, platform: string, units: number): Promise<void>;
  /** What was used that day; empty where nothing was. */
  of(key: UsageKey): Promise<UnitsByPlatform>;
}

export const USAGE_STORE = Symbol('USAGE_STORE');

/** More than a year, so that a year's history can be read. */
export const keptDays = 400;
