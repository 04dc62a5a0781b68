import { createCache } from 'cache-manager';
import { Keyv } from 'keyv';
import { MemoryStore } from './memory-store';
import { OperationCache } from './operation-cache';
import type { Loaded } from './operation-cache.port';

function setUp(nowMs: () => number = Date.now): OperationCache {
  const store = new Keyv({ store: new MemoryStore(1_000_000), useKeyPrefix: false });
  store.serialize = undefined;
  store.deserialize = undefined;
  return new OperationCache({ memory: createCache({ stores: [store] }), nowMs, random: () => 0 });
}

function loaderOf(...values: string[]): {
  load: () => Promise<Loaded<string>>;
  calls: () => number;
} {
  let calls = 0;
  return {
    load: async () => ({
      value: values[Math.min(calls++, values.length - 1)] ?? '',
      source: 'page',
    }),
    calls: () => calls,
  };
}

describe('OperationCache', () => {
  it('asks once and serves the stored answer from then on', async () => {
    const cache = setUp();
    const { load, calls } = loaderOf('first', 'second');
    const request = { key: 'a', lifetimes: { ttlMs: 60_000 }, load };
    const miss = await cache.fetch(request);
    const hit = await cache.fetch(request);
    expect([miss.value, miss.meta.cache]).toEqual(['first', 'miss']);
    expect([hit.value, hit.meta.cache]).toEqual(['first', 'hit']);
    expect(hit.meta.version).toBe(miss.meta.version);
    expect(calls()).toBe(1);
  });

  it('gives all who ask at the same time one flight', async () => {
    const cache = setUp();
    const { load, calls } = loaderOf('one', 'two');
    const answers = await Promise.all(
      Array.from({ length: 100 }, () =>
        cache.fetch({ key: 'a', lifetimes: { ttlMs: 60_000 }, load }),
      ),
    );
    expect(calls()).toBe(1);
    expect(answers.filter(({ meta }) => meta.cache === 'miss')).toHaveLength(1);
    expect(answers.filter(({ meta }) => meta.cache === 'collapsed')).toHaveLength(99);
  });

  it('renews the entry that plain reads are served from', async () => {
    const cache = setUp();
    const { load } = loaderOf('old', 'new');
    await cache.fetch({ key: 'a', lifetimes: { ttlMs: 60_000 }, load });
    const refreshed = await cache.fetch({
      key: 'a',
      lifetimes: { ttlMs: 60_000 },
      load,
      refresh: true,
    });
    const read = await cache.fetch({ key: 'a', lifetimes: { ttlMs: 60_000 }, load });
    expect([refreshed.value, refreshed.meta.cache]).toEqual(['new', 'refreshed']);
    expect([read.value, read.meta.cache]).toEqual(['new', 'hit']);
  });

  it('keeps what a refresh stored when an older flight lands after it', async () => {
    const cache = setUp();
    let releaseOld = (): void => undefined;
    const oldNews = new Promise<Loaded<string>>((resolve) => {
      releaseOld = () => resolve({ value: 'old', source: 'page' });
    });
    let takeOff = (): void => undefined;
    const hasTakenOff = new Promise<void>((resolve) => (takeOff = resolve));
    const slow = cache.fetch({
      key: 'a',
      lifetimes: { ttlMs: 60_000 },
      load: () => {
        takeOff();
        return oldNews;
      },
    });
    await hasTakenOff;
    await cache.fetch({
      key: 'a',
      lifetimes: { ttlMs: 60_000 },
      load: async () => ({ value: 'new', source: 'page' }),
      refresh: true,
    });
    releaseOld();
    expect((await slow).value).toBe('old');
    const read = await cache.fetch({ key: 'a', lifetimes: { ttlMs: 60_000 }, load: () => oldNews });
    expect(read.value).toBe('new');
  });

  it('stores no failure, and lets the next caller try again', async () => {
    const cache = setUp();
    const { load } = loaderOf('fine');
    const failing = async (): Promise<Loaded<string>> => {
      throw new Error('refused');
    };
    await expect(
      cache.fetch({ key: 'a', lifetimes: { ttlMs: 60_000 }, load: failing }),
    ).rejects.toThrow('refused');
    expect((await cache.fetch({ key: 'a', lifetimes: { ttlMs: 60_000 }, load })).value).toBe(
      'fine',
    );
  });

  it('lets an entry live no longer than the links inside it, less a minute', async () => {
    let nowMs = 1_000_000;
    const cache = setUp(() => nowMs);
    const usableUntilMs = nowMs + 90_000;
    const { load, calls } = loaderOf('first', 'second');
    const request = {
      key: 'a',
      lifetimes: { ttlMs: 600_000 },
      load: async () => ({ ...(await load()), usableUntilMs }),
    };
    const { meta } = await cache.fetch(request);
    expect(meta.freshUntilMs - nowMs).toBe(30_000);
    nowMs += 30_001;
    expect((await cache.fetch(request)).value).toBe('second');
    expect(calls()).toBe(2);
  });

  it('does not store what is dead before it could be served', async () => {
    const cache = setUp();
    const { load, calls } = loaderOf('first', 'second');
    const dying = async (): Promise<Loaded<string>> => ({
      ...(await load()),
      usableUntilMs: Date.now() + 10_000,
    });
    await cache.fetch({ key: 'a', lifetimes: { ttlMs: 600_000 }, load: dying });
    await cache.fetch({ key: 'a', lifetimes: { ttlMs: 600_000 }, load: dying });
    expect(calls()).toBe(2);
  });
});
