/** Counts since the start, and what is there now. */
export interface CacheStats {
  /** Served fresh from memory or from what replicas share. */
  readonly hits: number;
  /** Of the hits, how many came from what replicas share. */
  readonly sharedHits: number;
  /** Served stale at once and renewed behind. */
  readonly stale: number;
  /** Served stale because TikTok could not be asked. */
  readonly staleIfError: number;
  /** Fetched because nothing usable was there. */
  readonly misses: number;
  /** Waited for a fetch of somebody else, in this process or another. */
  readonly collapsed: number;
  /** Fetched because a caller wanted it anew. */
  readonly refreshes: number;
  /** Renewals behind the callers' backs, those that failed among them. */
  readonly renewals: number;
  readonly failedRenewals: number;
  /** Fetches under way. */
  readonly flights: number;
  /** What memory let go of for want of room. */
  readonly evictions: number;
  readonly entries: number;
  readonly bytes: number;
}

export type CacheCounter = Exclude<keyof CacheStats, 'flights' | 'evictions' | 'entries' | 'bytes'>;

/** What is known of the memory that holds the entries. */
export type MemoryFacts = Pick<CacheStats, 'evictions' | 'entries' | 'bytes'>;

export class CacheCounters {
  readonly counts: Record<CacheCounter, number> = {
    hits: 0,
    sharedHits: 0,
    stale: 0,
    staleIfError: 0,
    misses: 0,
    collapsed: 0,
    refreshes: 0,
    renewals: 0,
    failedRenewals: 0,
  };

  count(name: CacheCounter, times = 1): void {
    this.counts[name] += times;
  }
}
