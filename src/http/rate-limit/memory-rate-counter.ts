import { LRUCache } from 'lru-cache';
import type { RateCounter } from './rate-counter';

interface Tally {
  readonly window: number;
  count: number;
}

/** Whoever has many addresses pushes out the tallies of others, not the memory of the process. */
const maxCallers = 50_000;

/** The counts of this process. */
export class MemoryRateCounter implements RateCounter {
  private readonly tallies = new LRUCache<string, Tally>({ max: maxCallers });

  count(caller: string, window: number): number {
    const tally = this.tallies.get(caller);
    if (tally?.window === window) return (tally.count += 1);
    this.tallies.set(caller, { window, count: 1 });
    return 1;
  }
}
