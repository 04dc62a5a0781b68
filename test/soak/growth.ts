import { quantile } from './tally';

/** What was in memory at a moment. */
export interface MemoryPoint {
  readonly atMs: number;
  readonly bytes: number;
}

export interface Growth {
  readonly points: number;
  readonly megabytesPerMinute: number;
  /** Over the time that was looked at, by that slope. */
  readonly megabytes: number;
  readonly isGrowing: boolean;
}

export interface GrowthLimits {
  /** Slower than this is no growth, however long it goes on. */
  readonly megabytesPerMinute: number;
  /** Less than this in all is none either: a short look sees a steep slope in little. */
  readonly megabytes: number;
}

const megabyte = 2 ** 20;
const minuteMs = 60_000;

/**
 * Whether memory grows: the median of the slopes between all pairs of points (Theil and Sen), which a few odd
 * points cannot bend, against both limits.
 */
export function growthOf(points: readonly MemoryPoint[], limits: GrowthLimits): Growth {
  const slopes = points.flatMap((from, index) =>
    points.slice(index + 1).flatMap((to) => {
      const ms = to.atMs - from.atMs;
      return ms > 0 ? [(to.bytes - from.bytes) / ms] : [];
    }),
  );
  const bytesPerMs = quantile(slopes, 0.5);
  const times = points.map(({ atMs }) => atMs);
  const lookedAtMs = points.length > 1 ? Math.max(...times) - Math.min(...times) : 0;
  const megabytesPerMinute = (bytesPerMs * minuteMs) / megabyte;
  const megabytes = (bytesPerMs * lookedAtMs) / megabyte;
  const isGrowing = megabytesPerMinute > limits.megabytesPerMinute && megabytes > limits.megabytes;
  return { points: points.length, megabytesPerMinute, megabytes, isGrowing };
}

/** The lowest point of each stretch of time: what is left when garbage does not count. */
export function lowestOf(points: readonly MemoryPoint[], stretches: number): MemoryPoint[] {
  const [first, last] = [points[0], points.at(-1)];
  if (!first || !last || last.atMs === first.atMs) return [...points];
  const stretchMs = (last.atMs - first.atMs) / stretches;
  const lowest = new Map<number, MemoryPoint>();
  for (const point of points) {
    const stretch = Math.min(stretches - 1, Math.floor((point.atMs - first.atMs) / stretchMs));
    const known = lowest.get(stretch);
    if (!known || point.bytes < known.bytes) lowest.set(stretch, point);
  }
  return [...lowest.values()];
}
