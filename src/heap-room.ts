import type { PerformanceEntry } from 'node:perf_hooks';
import { constants, PerformanceObserver } from 'node:perf_hooks';
import { getHeapStatistics, setFlagsFromString } from 'node:v8';

/** What may be garbage before V8 collects the whole heap. Media leave 32 MB of it between two small collections. */
const roomBytes = 42 * 2 ** 20;
const percents = { least: 25, most: 100 };

/** How much more than `usedBytes` the heap may hold before it is collected, in percent of them. */
export function growthPercent(usedBytes: number): number {
  const percent = Math.round((100 * roomBytes) / usedBytes);
  return Math.min(percents.most, Math.max(percents.least, percent));
}

/**
 * Lets the heap grow by so much, whatever lives in it, where V8 lets it grow by so many times. Most of what lives here
 * is the cache, whose bound is what people set: half as much again for its garbage is much while it is full, and so
 * little while it is empty that streams of media are held up by collections.
 */
export function limitHeapGrowth(): void {
  allowGrowth();
  const observer = new PerformanceObserver((list) => {
    if (list.getEntries().some(isOfWholeHeap)) allowGrowth();
  });
  observer.observe({ entryTypes: ['gc'] });
}

/** V8 looks at this flag whenever it has collected the whole heap. */
function allowGrowth(): void {
  const { used_heap_size: usedBytes } = getHeapStatistics();
  setFlagsFromString(`--heap-growing-percent=${growthPercent(usedBytes)}`);
}

function isOfWholeHeap(entry: PerformanceEntry): boolean {
  const { kind } = ('detail' in entry && entry.detail ? entry.detail : {}) as { kind?: number };
  return kind === constants.NODE_PERFORMANCE_GC_MAJOR;
}
