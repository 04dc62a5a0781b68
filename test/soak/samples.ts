import type { Growth, MemoryPoint } from './growth';
import { growthOf, lowestOf } from './growth';
import type { ProbeReport } from './probe';

const megabyte = 2 ** 20;
/** So many stretches of time, of each of which the lowest point counts. */
const stretches = 8;
const collectionsEach = 3;

/**
 * What docs/reliability.md saw without a leak: the floor of what is alive moves by some 10 MB, that of resident memory
 * by some 70 MB, in four minutes and in ten alike. So a leak is what goes beyond both, in all.
 */
export const liveLimits = { megabytesPerMinute: 1, megabytes: 15 };
export const uncollectedLimits = { megabytesPerMinute: 1, megabytes: 100 };
export const residentLimits = { megabytesPerMinute: 4, megabytes: 150 };

/** The reports of one process while it was under load. */
export class Samples {
  private readonly reports: ProbeReport[] = [];

  add(report: ProbeReport): void {
    this.reports.push(report);
  }

  get last(): ProbeReport | undefined {
    return this.reports.at(-1);
  }

  get highestResidentMb(): number {
    return Math.max(0, ...this.reports.map(({ residentBytes }) => residentBytes / megabyte));
  }

  /**
   * Of what was alive after V8's own full collections, and of heap and buffers each second: so many stretches that each
   * has some collections in it. Where V8 made next to none, garbage cannot be told from a leak until there is much.
   */
  liveGrowth(warmUpMs: number): Growth {
    const reports = this.warm(warmUpMs);
    const collections = reports.flatMap(({ live }) => live).length;
    const points = reports.flatMap((report) => [...report.live, inUse(report)]);
    const inOrder = points.sort((one, other) => one.atMs - other.atMs);
    const told = Math.min(stretches, Math.floor(collections / collectionsEach));
    if (told < 2) return growthOf(lowestOf(inOrder, 2), uncollectedLimits);
    return growthOf(lowestOf(inOrder, told), liveLimits);
  }

  residentGrowth(warmUpMs: number): Growth {
    const points = this.warm(warmUpMs).map(({ nowMs, residentBytes }) => ({
      atMs: nowMs,
      bytes: residentBytes,
    }));
    return growthOf(lowestOf(points, stretches), residentLimits);
  }

  private warm(warmUpMs: number): readonly ProbeReport[] {
    const beganMs = this.reports[0]?.nowMs ?? 0;
    return this.reports.filter(({ nowMs }) => nowMs >= beganMs + warmUpMs);
  }
}

function inUse({ nowMs, heapBytes, externalBytes }: ProbeReport): MemoryPoint {
  return { atMs: nowMs, bytes: heapBytes + externalBytes };
}

export function inMegabytes(bytes: number): string {
  return `${(bytes / megabyte).toFixed(0)} MB`;
}
