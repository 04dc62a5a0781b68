import fc from 'fast-check';
import type { MemoryPoint } from './growth';
import { growthOf, lowestOf } from './growth';

const megabyte = 2 ** 20;
const limits = { megabytesPerMinute: 2, megabytes: 5 };

/** A point every second: `base` and `perMinute` megabytes, and whatever `noise` adds. */
function series(seconds: number, perMinute: number, noise: (second: number) => number) {
  return Array.from({ length: seconds }, (_, second): MemoryPoint => ({
    atMs: second * 1000,
    bytes: (100 + (perMinute * second) / 60 + noise(second)) * megabyte,
  }));
}

const still = (): number => 0;

describe('growthOf', () => {
  it('measures a straight line', () => {
    const growth = growthOf(series(181, 4, still), limits);
    expect(growth.megabytesPerMinute).toBeCloseTo(4);
    expect(growth.megabytes).toBeCloseTo(12);
    expect(growth).toMatchObject({ points: 181, isGrowing: true });
  });

  it('is none for level memory, for memory that falls, and for too little to see', () => {
    for (const points of [series(180, 0, still), series(180, -5, still), series(1, 9, still), []])
      expect(growthOf(points, limits).isGrowing).toBe(false);
  });

  it('is none when steep but small, or long but slow', () => {
    expect(growthOf(series(30, 8, still), limits).isGrowing).toBe(false);
    expect(growthOf(series(900, 1, still), limits).isGrowing).toBe(false);
  });

  it('is not bent by a few points that stand out', () => {
    const spikes = (second: number): number => (second > 150 && second % 4 === 0 ? 200 : 0);
    expect(growthOf(series(180, 0, spikes), limits).isGrowing).toBe(false);
  });

  it('finds a leak in noise, and none in noise alone', () => {
    fc.assert(
      fc.property(
        fc.array(fc.double({ min: 0, max: 6, noNaN: true }), { minLength: 120, maxLength: 120 }),
        (noise) => {
          const noisy = (second: number): number => noise[second % 120] ?? 0;
          expect(growthOf(series(240, 12, noisy), limits).isGrowing).toBe(true);
          expect(growthOf(series(240, -1, noisy), limits).isGrowing).toBe(false);
        },
      ),
      { numRuns: 20 },
    );
  });
});

describe('lowestOf', () => {
  it('takes the lowest of each stretch, in their order', () => {
    const saw = series(100, 0, (second) => (second % 10) * 3);
    const lowest = lowestOf(saw, 5);
    expect(lowest).toHaveLength(5);
    expect(lowest.every(({ bytes }) => bytes === 100 * megabyte)).toBe(true);
    expect(lowest.map(({ atMs }) => atMs)).toEqual(
      [...lowest.map(({ atMs }) => atMs)].sort((a, b) => a - b),
    );
  });

  it('leaves few points as they are', () => {
    expect(lowestOf([], 3)).toEqual([]);
    expect(lowestOf(series(1, 0, still), 3)).toHaveLength(1);
  });
});
