import { LRUCache } from 'lru-cache';
import type { UnitsByPlatform, UsageKey, UsageStore } from './usage-store';
import { keptDays } from './usage-store';

const maxAccounts = 10_000;

/** Counts in this process; all of it is gone when the process ends. */
export class MemoryUsageStore implements UsageStore {
  // Where any token passes, callers make up as many as they like.
  private readonly accounts = new LRUCache<string, Map<string, UnitsByPlatform>>({
    max: maxAccounts,
  });

  async add({ account, day }: UsageKey, platform: string, units: number): Promise<void> {
    const days = this.accounts.get(account) ?? new Map<string, UnitsByPlatform>();
    const used = days.get(day);
    days.set(day, { ...used, [platform]: (used?.[platform] ?? 0) + units });
    if (days.size > keptDays) dropOldest(days);
    this.accounts.set(account, days);
  }

  async of({ account, day }: UsageKey): Promise<UnitsByPlatform> {
    return this.accounts.get(account)?.get(day) ?? {};
  }
}

function dropOldest(days: Map<string, UnitsByPlatform>): void {
  const [oldest] = days.keys();
  if (oldest !== undefined) days.delete(oldest);
}
