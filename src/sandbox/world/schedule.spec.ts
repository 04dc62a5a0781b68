import fc from 'fast-check';
import { mintedAt, mintedUntil, scheduleOf } from './schedule';

const created = fc.integer({ min: 1_475_280_000, max: 1_609_000_000 });

describe('schedule', () => {
  it('moves forward by more than two minutes from post to post', () => {
    fc.assert(
      fc.property(fc.nat(), created, fc.nat(6_000), (key, createdAt, n) => {
        const schedule = scheduleOf(key, createdAt);
        expect(mintedAt(schedule, n + 1) - mintedAt(schedule, n)).toBeGreaterThan(120);
        expect(mintedAt(schedule, 0)).toBeGreaterThan(createdAt);
      }),
      { numRuns: 2000 },
    );
  });

  it('counts exactly the posts up to a second', () => {
    fc.assert(
      fc.property(fc.nat(), created, fc.nat(6_000), (key, createdAt, n) => {
        const schedule = scheduleOf(key, createdAt);
        const at = mintedAt(schedule, n);
        expect(mintedUntil(schedule, at)).toBe(n + 1);
        expect(mintedUntil(schedule, at - 1)).toBe(n);
      }),
      { numRuns: 2000 },
    );
  });

  it('reaches the wanted number of posts by the reference date', () => {
    const schedule = scheduleOf(9, 1_500_000_000, 870);
    const count = mintedUntil(schedule, Date.UTC(2026, 10, 1) / 1000);
    expect(count).toBeGreaterThan(860);
    expect(count).toBeLessThan(880);
  });
});
