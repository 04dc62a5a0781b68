import { createCache } from 'cache-manager';
import { Keyv } from 'keyv';
import { from, lastValueFrom } from 'rxjs';
import { MemoryStore } from './memory-store';
import { OperationCache } from './operation-cache';
import type { CacheRequest, FailureRules, Loaded } from './operation-cache.port';
import { revalidating } from './revalidation';

class NotFoundError extends Error {}
class RefusedError extends Error {}

const failures: FailureRules = {
  keepMs: 15_000,
  pack: (error) => (error instanceof NotFoundError ? { message: error.message } : undefined),
  unpack: (packed) => new NotFoundError((packed as { message: string }).message),
  isPassing: (error) => error instanceof RefusedError,
};

const lifetimes = { ttlMs: 60_000, staleWhileRevalidateMs: 30_000, staleIfErrorMs: 600_000 };

type Step = string | Error | Promise<string>;

/** A cache with a clock of its own, and an upstream that gives one step after the other. */
function setUp(options: { random?: () => number; usableForMs?: number } = {}) {
  const clock = { nowMs: 1_000_000 };
  const store = new Keyv({ store: new MemoryStore(1_000_000), useKeyPrefix: false });
  store.serialize = undefined;
  store.deserialize = undefined;
  const cache = new OperationCache({
    memory: createCache({ stores: [store] }),
    nowMs: () => clock.nowMs,
    random: options.random ?? (() => 0),
  });
  const steps: Step[] = [];
  const upstream = { calls: 0 };
  const load = async (): Promise<Loaded<string>> => {
    upstream.calls += 1;
    const step = steps.shift() ?? 'nothing was prepared';
    if (step instanceof Error) throw step;
    const usableUntilMs =
      options.usableForMs === undefined ? undefined : clock.nowMs + options.usableForMs;
    return { value: await step, source: 'page', usableUntilMs };
  };
  const ask = async (more: Partial<CacheRequest<string>> = {}): Promise<[string, string]> => {
    const answer = await cache.fetch({ key: 'a', lifetimes, load, failures, ...more });
    return [answer.value, answer.meta.cache];
  };
  return { cache, clock, steps, upstream, ask };
}

/** Lets everything that is under way come to its end: none of it waits for a timer. */
async function settled(): Promise<void> {
  for (let turn = 0; turn < 20; turn += 1) await new Promise((resolve) => setImmediate(resolve));
}

describe('stale while revalidate', () => {
  it('serves at once what has just gone stale, and renews it once behind', async () => {
    const { clock, steps, upstream, ask } = setUp();
    steps.push('old', 'new');
    await ask();
    clock.nowMs += 60_000;
    const asked = await Promise.all([ask(), ask(), ask()]);
    expect(asked).toEqual(Array(3).fill(['old', 'stale']));
    await settled();
    expect(await ask()).toEqual(['new', 'hit']);
    expect(upstream.calls).toBe(2);
  });

  it('does not wait for the renewal', async () => {
    const { clock, steps, ask } = setUp();
    let deliver: (value: string) => void = () => undefined;
    const slow = new Promise<string>((resolve) => (deliver = resolve));
    steps.push('old', slow);
    await ask();
    clock.nowMs += 60_000;
    expect(await ask()).toEqual(['old', 'stale']);
    await settled();
    expect(await ask()).toEqual(['old', 'stale']);
    deliver('new');
    await settled();
    expect(await ask()).toEqual(['new', 'hit']);
  });

  it('counts a renewal that fails, tells nobody else, and rests', async () => {
    const { cache, clock, steps, upstream, ask } = setUp();
    steps.push('old', new RefusedError(), 'new');
    await ask();
    clock.nowMs += 60_000;
    for (let turn = 0; turn < 3; turn += 1) {
      expect(await ask()).toEqual(['old', 'stale']);
      await settled();
    }
    expect(upstream.calls).toBe(2);
    expect(cache.stats()).toMatchObject({ renewals: 1, failedRenewals: 1, stale: 3, flights: 0 });
  });

  it('fetches what is older than that, and says that it replaced something', async () => {
    const { clock, steps, ask } = setUp();
    steps.push('old', 'new');
    await ask();
    clock.nowMs += 90_000;
    expect(await Promise.all([ask(), ask()])).toEqual([
      ['new', 'expired'],
      ['new', 'collapsed-expired'],
    ]);
  });
});

describe('stale if error', () => {
  it('lets an old answer stand in for a refusal, and stops when it is too old', async () => {
    const { cache, clock, steps, ask } = setUp();
    steps.push('old', new RefusedError(), new RefusedError());
    await ask();
    clock.nowMs += 659_999;
    expect(await ask()).toEqual(['old', 'stale-if-error']);
    expect(cache.stats().staleIfError).toBe(1);
    clock.nowMs += 1;
    await expect(ask()).rejects.toThrow(RefusedError);
  });

  it('covers up no fault of our own', async () => {
    const { clock, steps, ask } = setUp();
    steps.push('old', new TypeError('a bug'));
    await ask();
    clock.nowMs += 90_000;
    await expect(ask()).rejects.toThrow(TypeError);
  });

  it('tells a failed refresh, and leaves what was there', async () => {
    const { steps, ask } = setUp();
    steps.push('old', new RefusedError());
    await ask();
    await expect(ask({ refresh: true })).rejects.toThrow(RefusedError);
    expect(await ask()).toEqual(['old', 'hit']);
  });

  it('lets a plain read that waited for a failed refresh have the old answer', async () => {
    const { clock, steps, ask } = setUp();
    let refuse: (error: Error) => void = () => undefined;
    const slow = new Promise<string>((_resolve, reject) => (refuse = reject));
    steps.push('old', slow);
    await ask();
    clock.nowMs += 90_000;
    const refresh = ask({ refresh: true });
    await settled();
    const read = ask();
    await settled();
    refuse(new RefusedError());
    await expect(refresh).rejects.toThrow(RefusedError);
    expect(await read).toEqual(['old', 'stale-if-error']);
  });
});

describe('errors that are answers', () => {
  it('are kept for their moment and replace what was there', async () => {
    const { clock, steps, upstream, ask } = setUp();
    steps.push('old', new NotFoundError('gone'), 'back');
    await ask();
    clock.nowMs += 90_000;
    await expect(ask()).rejects.toThrow('gone');
    clock.nowMs += 14_999;
    await expect(ask()).rejects.toThrow(NotFoundError);
    expect(upstream.calls).toBe(2);
    clock.nowMs += 1;
    expect(await ask()).toEqual(['back', 'expired']);
  });

  it('replace also when a renewal behind finds them, without a failure being counted', async () => {
    const { cache, clock, steps, ask } = setUp();
    steps.push('old', new NotFoundError('gone'));
    await ask();
    clock.nowMs += 60_000;
    expect(await ask()).toEqual(['old', 'stale']);
    await settled();
    await expect(ask()).rejects.toThrow('gone');
    expect(cache.stats().failedRenewals).toBe(0);
  });

  it('are asked for anew by a refresh', async () => {
    const { steps, ask } = setUp();
    steps.push(new NotFoundError('not yet'), 'here');
    await expect(ask()).rejects.toThrow('not yet');
    expect(await ask({ refresh: true })).toEqual(['here', 'refreshed']);
    expect(await ask()).toEqual(['here', 'hit']);
  });
});

describe('links inside an answer', () => {
  it('end every staleness a minute before they die', async () => {
    const { clock, steps, upstream, ask } = setUp({ usableForMs: 130_000 });
    steps.push('old', new RefusedError(), new RefusedError());
    await ask();
    clock.nowMs += 69_999;
    expect(await ask()).toEqual(['old', 'stale']);
    await settled();
    clock.nowMs += 1;
    await expect(ask()).rejects.toThrow(RefusedError);
    expect(upstream.calls).toBe(3);
  });
});

describe('lifetimes', () => {
  it('differ by up to a tenth, downwards', async () => {
    for (const [random, ttlMs] of [
      [0, 60_000],
      [0.5, 57_000],
      [0.999, 54_006],
    ] as const) {
      const { cache, clock } = setUp({ random: () => random });
      const load = async (): Promise<Loaded<string>> => ({ value: 'x', source: 'page' });
      const { meta } = await cache.fetch({ key: 'a', lifetimes, load });
      expect(Math.round(meta.freshUntilMs - clock.nowMs)).toBe(ttlMs);
    }
  });

  it('of what is much asked for end early, behind the callers backs', async () => {
    const draws = [0, 0, 1 - 1e-12];
    const { clock, steps, upstream, ask } = setUp({ random: () => draws.shift() ?? 0 });
    steps.push(new Promise((resolve) => setTimeout(() => resolve('old'), 20)), 'new');
    await ask();
    clock.nowMs += 59_900;
    expect(await ask()).toEqual(['old', 'hit']);
    await settled();
    expect(upstream.calls).toBe(1);
    expect(await ask()).toEqual(['old', 'hit']);
    await settled();
    expect(await ask()).toEqual(['new', 'hit']);
    expect(upstream.calls).toBe(2);
  });
});

describe('a caller who wants everything anew', () => {
  it('has each key fetched anew, once', async () => {
    const { steps, ask } = setUp();
    steps.push('old', 'new', 'newer');
    await ask();
    const twice = async () => [await ask(), await ask()];
    const asked = await lastValueFrom(revalidating(() => from(twice())));
    expect(asked).toEqual([
      ['new', 'refreshed'],
      ['new', 'hit'],
    ]);
    expect(await ask()).toEqual(['new', 'hit']);
  });
});
