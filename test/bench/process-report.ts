/** What a benchmarked process has used so far; it answers every message with one of these. */
export interface ProcessReport {
  cpuSeconds: number;
  residentMegabytes: number;
  /** What is left after a collection, where the process may collect: the part that could be a leak. */
  heapMegabytes: number;
}

// Loaded into the process with --require, beside its own entry point.
process.on('message', () => {
  const { user, system } = process.cpuUsage();
  const residentMegabytes = process.memoryUsage.rss() / 2 ** 20;
  globalThis.gc?.();
  const heapMegabytes = process.memoryUsage().heapUsed / 2 ** 20;
  const answer: ProcessReport = {
    cpuSeconds: (user + system) / 1e6,
    residentMegabytes,
    heapMegabytes,
  };
  process.send?.(answer);
});
