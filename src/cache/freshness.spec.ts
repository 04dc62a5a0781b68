import { freshnessOf, isDueEarly, keepMsOf, staleTimes } from './freshness';
import type { StoredAnswer, StoredFailure } from './stored-entry';

const lifetimes = { ttlMs: 1_000, staleWhileRevalidateMs: 500, staleIfErrorMs: 2_000 };
const facts = { fetchedAtMs: 0, freshUntilMs: 1_000, version: 'v', jsonBytes: 1 };
const answer: StoredAnswer = { ...facts, value: 'x', source: 'page', loadMs: 100 };
const failure: StoredFailure = { ...facts, failure: 'x' };

describe('freshnessOf', () => {
  it.each([
    [0, 'fresh'],
    [999, 'fresh'],
    [1_000, 'stale'],
    [1_499, 'stale'],
    [1_500, 'spare'],
    [2_999, 'spare'],
    [3_000, 'dead'],
  ])('at %d ms an answer is %s', (nowMs, expected) => {
    expect(freshnessOf(answer, lifetimes, nowMs)).toBe(expected);
  });

  it('ends with the links inside', () => {
    const linked = { ...answer, usableUntilMs: 1_300 };
    expect(freshnessOf(linked, lifetimes, 1_299)).toBe('stale');
    expect(freshnessOf(linked, lifetimes, 1_300)).toBe('dead');
    expect(staleTimes(linked, lifetimes)).toEqual({ whileRevalidateMs: 300, ifErrorMs: 300 });
    expect(keepMsOf(linked, lifetimes, 200)).toBe(1_100);
  });

  it('trusts nothing that was fetched in the future: the clock was set back', () => {
    expect(freshnessOf(answer, lifetimes, -60_000)).toBe('fresh');
    expect(freshnessOf(answer, lifetimes, -60_001)).toBe('spare');
    expect(freshnessOf(failure, lifetimes, -60_001)).toBe('dead');
  });

  it('knows no stale failures', () => {
    expect(freshnessOf(failure, lifetimes, 999)).toBe('fresh');
    expect(freshnessOf(failure, lifetimes, 1_000)).toBe('dead');
  });

  it('knows nothing stale where no times are given', () => {
    expect(freshnessOf(answer, { ttlMs: 1_000 }, 1_000)).toBe('dead');
    expect(keepMsOf(answer, { ttlMs: 1_000 }, 0)).toBe(1_000);
  });
});

describe('isDueEarly', () => {
  it('is the likelier the nearer the end, and never for who drew nothing', () => {
    const share = (nowMs: number): number =>
      Array.from({ length: 1_000 }, (_, index) => index / 1_000).filter((random) =>
        isDueEarly(answer, nowMs, random),
      ).length;
    expect(share(0)).toBe(0);
    expect(share(900)).toBeGreaterThan(share(700));
    expect(share(700)).toBeGreaterThan(0);
    expect(isDueEarly(answer, 999, 0)).toBe(false);
    expect(isDueEarly(failure, 999, 0.999_999)).toBe(false);
  });
});
