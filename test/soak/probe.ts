import { constants, PerformanceObserver, type PerformanceEntry } from 'node:perf_hooks';

/** What was alive right after a full collection that V8 chose to make. */
export interface LiveMemory {
  /** `performance.now()` of the process that was watched. */
  readonly atMs: number;
  /** Of the heap, and of the buffers outside of it. */
  readonly bytes: number;
}

/** What a watched process uses, and what it has said of itself since the last report. */
export interface ProbeReport {
  readonly nowMs: number;
  readonly residentBytes: number;
  readonly heapBytes: number;
  readonly externalBytes: number;
  /** What keeps the process running, by its kind (`TCPSocketWrap`, `Timeout`, ...). */
  readonly resources: Readonly<Record<string, number>>;
  readonly live: readonly LiveMemory[];
  readonly rejections: readonly string[];
}

// Loaded into the process with --require, beside its own entry point; collections are V8's own, none is forced.
const live: LiveMemory[] = [];
const rejections: string[] = [];

new PerformanceObserver((list) => {
  if (!list.getEntries().some(isFullCollection)) return;
  const { heapUsed, external } = process.memoryUsage();
  live.push({ atMs: performance.now(), bytes: heapUsed + external });
}).observe({ entryTypes: ['gc'] });

function isFullCollection(entry: PerformanceEntry): boolean {
  // What is told of a collection stands in `detail`, which the types leave out.
  const detail = 'detail' in entry ? entry.detail : undefined;
  const { kind } = detail as { readonly kind?: number };
  return kind === constants.NODE_PERFORMANCE_GC_MAJOR;
}

// Told to the soak, which fails for it, instead of ending the process as Node would.
process.on('unhandledRejection', (reason) => {
  const text = reason instanceof Error ? (reason.stack ?? reason.message) : String(reason);
  rejections.push(text.split('\n').slice(0, 3).join(' '));
});

process.on('message', () => {
  const { rss, heapUsed, external } = process.memoryUsage();
  const report: ProbeReport = {
    nowMs: performance.now(),
    residentBytes: rss,
    heapBytes: heapUsed,
    externalBytes: external,
    resources: counted(process.getActiveResourcesInfo()),
    live: live.splice(0),
    rejections: rejections.splice(0),
  };
  process.send?.(report);
});

function counted(names: readonly string[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const name of names) counts[name] = (counts[name] ?? 0) + 1;
  return counts;
}

// It watches, and keeps nothing running.
process.channel?.unref();

// A soak that ended in the middle leaves nothing behind.
process.on('disconnect', () => process.exit(1));
