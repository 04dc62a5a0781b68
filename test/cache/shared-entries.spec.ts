import { randomUUID } from 'node:crypto';
import { encodeEntry } from '../../src/cache/redis/entry-codec';
import { describeWithRedis, eventually, TestRedis } from '../support/redis';
import { NotFoundError, RefusedError, Replica, unasked } from './replica';

const entryKey = 'test:v1:op:{"a":1}';
const claimKey = 'test:v1:claim:op:{"a":1}';

/** A value that is given when the test says so. */
function held(): { promise: Promise<string>; give: (value: string) => void } {
  let give: (value: string) => void = () => undefined;
  const promise = new Promise<string>((resolve) => (give = resolve));
  return { promise, give };
}

describeWithRedis('replicas that share a Redis', () => {
  let redis: TestRedis;
  let one: Replica;
  let two: Replica;

  beforeAll(async () => {
    redis = await TestRedis.start();
  });

  afterAll(() => redis.kill());

  beforeEach(async () => {
    await redis.ask(['FLUSHALL']);
    [one, two] = await Promise.all([Replica.start(redis), Replica.start(redis)]);
    await listeners(2);
  });

  // Redis may notice late that they are gone, and count them for those of the next test.
  afterEach(async () => {
    await Promise.all([one.close(), two.close()]);
    await listeners(0);
  });

  const listeners = (count: number): Promise<void> =>
    eventually(async () =>
      expect(await redis.ask(['PUBSUB', 'NUMSUB', 'test:changes'])).toEqual([
        'test:changes',
        count,
      ]),
    );

  const isStored = (): Promise<void> =>
    eventually(async () => {
      expect(await redis.ask(['EXISTS', entryKey])).toBe(1);
      expect(await redis.ask(['EXISTS', claimKey])).toBe(0);
    });

  it('find what another one has fetched, and keep it in memory from then on', async () => {
    expect(await one.ask(() => 'value')).toEqual(['value', 'miss']);
    await isStored();
    expect(await two.ask(unasked)).toEqual(['value', 'hit']);
    await redis.ask(['DEL', entryKey]);
    expect(await two.ask(unasked)).toEqual(['value', 'hit']);
    expect(two.cache.stats()).toMatchObject({ hits: 2, sharedHits: 1, misses: 0 });
  });

  it('fetch a key once, however many of them are asked at a time', async () => {
    let calls = 0;
    const load = async (): Promise<string> => {
      calls += 1;
      await new Promise((resolve) => setTimeout(resolve, 200));
      return 'value';
    };
    const asked = await Promise.all(
      Array.from({ length: 1_000 }, (_, index) => (index % 2 === 0 ? one : two).ask(load)),
    );
    expect(calls).toBe(1);
    expect(asked.filter(([value]) => value === 'value')).toHaveLength(1_000);
    expect(asked.filter(([, cache]) => cache === 'miss')).toHaveLength(1);
  });

  it('forget what another one has refreshed', async () => {
    await one.ask(() => 'old');
    await isStored();
    await two.ask(unasked);
    expect(await one.ask(() => 'new', { refresh: true })).toEqual(['new', 'refreshed']);
    await eventually(async () => expect(await two.ask(unasked)).toEqual(['new', 'hit']));
  });

  it('find out what they have missed when the messages begin anew', async () => {
    await one.ask(() => 'old');
    await isStored();
    await two.ask(unasked);
    const changed = await encodeEntry({
      value: {
        value: 'new',
        source: 'page',
        fetchedAtMs: Date.now(),
        freshUntilMs: Date.now() + 60_000,
        version: randomUUID(),
        loadMs: 0,
        jsonBytes: 5,
      },
    });
    await redis.ask(['SET', entryKey, changed]);
    const { value, meta } = await two.fetch(unasked);
    const { parts = [] } = meta;
    expect([value, two.cache.isHit(parts)]).toEqual(['old', true]);
    await redis.ask(['CLIENT', 'KILL', 'TYPE', 'pubsub']);
    await eventually(() => expect(two.cache.isHit(parts)).toBe(false));
    await eventually(async () => expect(await two.ask(unasked)).toEqual(['new', 'hit']));
  });

  it('share that there is nothing', async () => {
    const missing = (): never => {
      throw new NotFoundError('no such account');
    };
    await expect(one.ask(missing)).rejects.toThrow('no such account');
    await isStored();
    await expect(two.ask(unasked)).rejects.toThrow(new NotFoundError('no such account'));
  });

  it('wait for one that fetches, and go themselves when it is refused', async () => {
    let refuse: (error: Error) => void = () => undefined;
    const refused = new Promise<string>((_, reject) => (refuse = reject));
    const first = one.ask(() => refused);
    await eventually(async () => expect(await redis.ask(['EXISTS', claimKey])).toBe(1));
    const second = two.ask(() => 'value');
    refuse(new RefusedError());
    await expect(first).rejects.toThrow(RefusedError);
    expect(await second).toEqual(['value', 'miss']);
  });

  it('wait no longer for one that has died than its claim lasts', async () => {
    await redis.ask(['SET', claimKey, 'of a replica that died', 'PX', '300']);
    expect(await two.ask(() => 'value')).toEqual(['value', 'miss']);
  });

  it('let a refresh have the last word, whoever lands later', async () => {
    const slow = held();
    const first = one.ask(() => slow.promise);
    await eventually(async () => expect(await redis.ask(['EXISTS', claimKey])).toBe(1));
    await two.ask(() => 'new', { refresh: true });
    await isStored();
    slow.give('old');
    expect((await first)[0]).toBe('old');
    await eventually(async () => expect(await one.ask(unasked)).toEqual(['new', 'hit']));
    expect(await two.ask(unasked)).toEqual(['new', 'hit']);
  });

  it('keep large values compressed, as bytes', async () => {
    const large = 'a text that repeats itself, “as they do”. '.repeat(2_000);
    await one.ask(() => large);
    await isStored();
    expect(Number(await redis.ask(['STRLEN', entryKey]))).toBeLessThan(large.length / 20);
    expect(await two.ask(unasked)).toEqual([large, 'hit']);
  });

  it('let entries end in Redis when they are of no more use', async () => {
    await one.ask(() => 'value');
    await isStored();
    const leftMs = Number(await redis.ask(['PTTL', entryKey]));
    expect(leftMs).toBeGreaterThan(6_000_000);
    expect(leftMs).toBeLessThanOrEqual(6_600_000);
  });

  it.each(['', 'x', '\u0001'.padEnd(60, 'v'), '\u0000'.padEnd(37, 'v') + '{"value":1}'])(
    'fetch anew what nobody can read: %j',
    async (garbage) => {
      await redis.ask(['SET', entryKey, garbage]);
      expect((await one.ask(() => 'value'))[0]).toBe('value');
      await eventually(async () => expect(await two.ask(unasked)).toEqual(['value', 'hit']));
    },
  );

  it('wake no error by messages that nobody can read', async () => {
    for (const message of ['', '[]', '{}', '[1,2,3]', '["a","b",4]', 'x'])
      await redis.ask(['PUBLISH', 'test:changes', message]);
    expect(await one.ask(() => 'value')).toEqual(['value', 'miss']);
  });
});
