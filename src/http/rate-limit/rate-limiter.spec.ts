import { MemoryRateCounter } from './memory-rate-counter';
import type { Standing } from './rate-limiter';
import { RateLimiter } from './rate-limiter';

describe('RateLimiter', () => {
  let nowMs = 60_000 * 1_000;
  const limiter = new RateLimiter({
    requestsPerMinute: 2,
    counter: new MemoryRateCounter(),
    nowMs: () => nowMs,
  });
  const take = (caller: string): Standing => {
    const standing = limiter.take(caller);
    if (standing instanceof Promise) throw new Error('Memory keeps nobody waiting');
    return standing;
  };

  it('counts callers apart, and anew with each minute of the clock', () => {
    nowMs += 20_000;
    const first = { limit: 2, remaining: 1, resetSeconds: 40, isOver: false };
    expect(take('a')).toEqual(first);
    expect(take('a')).toEqual({ ...first, remaining: 0 });
    expect(take('a')).toEqual({ ...first, remaining: 0, isOver: true });
    expect(take('b')).toEqual(first);
    nowMs += 39_999;
    expect(take('a')).toMatchObject({ isOver: true, resetSeconds: 1 });
    nowMs += 1;
    expect(take('a')).toEqual({ ...first, resetSeconds: 60 });
  });

  it('is off without a limit', () => {
    expect(new RateLimiter({ counter: new MemoryRateCounter() }).isOn).toBe(false);
  });
});
