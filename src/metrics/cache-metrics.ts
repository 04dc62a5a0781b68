import type { Registry } from 'prom-client';
import type { CacheStats } from '../cache/cache-stats';
import { collectCounter, collectGauge } from './collected';

const outcomes = {
  hit: 'hits',
  stale: 'stale',
  stale_if_error: 'staleIfError',
  miss: 'misses',
  collapsed: 'collapsed',
  refreshed: 'refreshes',
} as const satisfies Record<string, keyof CacheStats>;

const counters = {
  cache_shared_hits_total: ['sharedHits', 'Hits that came from what replicas share'],
  cache_renewals_total: ['renewals', 'Stale answers fetched anew behind the callers'],
  cache_failed_renewals_total: ['failedRenewals', 'Renewals that failed'],
  cache_evictions_total: ['evictions', 'Answers that memory let go of for want of room'],
} as const satisfies Record<string, readonly [keyof CacheStats, string]>;

const gauges = {
  cache_entries: ['entries', 'Answers in memory'],
  cache_bytes: ['bytes', 'What the answers in memory are reckoned to take'],
  cache_flights: ['flights', 'Fetches under way that others may join'],
} as const satisfies Record<string, readonly [keyof CacheStats, string]>;

export function collectCache(registry: Registry, stats: () => CacheStats): void {
  collectCounter(registry, {
    name: 'cache_answers_total',
    help: 'Answers by how the cache came by them',
    labelNames: ['outcome'],
    read: () => {
      const now = stats();
      return Object.entries(outcomes).map(([outcome, key]) => ({
        labels: { outcome },
        value: now[key],
      }));
    },
  });
  for (const [name, [key, help]] of Object.entries(counters))
    collectCounter(registry, { name, help, read: () => [{ value: stats()[key] }] });
  for (const [name, [key, help]] of Object.entries(gauges))
    collectGauge(registry, { name, help, read: () => [{ value: stats()[key] }] });
}
