import { MemoryUsageStore } from '../../src/ensembledata/access/memory-usage-store';
import { RedisUsageStore } from '../../src/ensembledata/access/redis-usage-store';
import type { UsageStore } from '../../src/ensembledata/access/usage-store';
import { RedisLink } from '../../src/redis/redis-link';
import { describeWithRedis, eventually, TestRedis } from '../support/redis';

const today = { account: 'a'.repeat(64), day: '2026-11-21' };
const yesterday = { ...today, day: '2026-11-20' };

async function holdsTheContract(store: UsageStore): Promise<void> {
  await Promise.all(Array.from({ length: 500 }, () => store.add(today, 'tiktok', 3)));
  await store.add(yesterday, 'tiktok', 1);
  await store.add(today, 'instagram', 2);
  expect(await store.of(today)).toEqual({ tiktok: 1_500, instagram: 2 });
  expect(await store.of(yesterday)).toEqual({ tiktok: 1 });
  expect(await store.of({ ...today, account: 'b' })).toEqual({});
}

describe('usage counted in memory', () => {
  it('counts every unit by token, day and platform', () =>
    holdsTheContract(new MemoryUsageStore()));
});

describeWithRedis('usage counted in Redis', () => {
  let redis: TestRedis;
  const links: RedisLink[] = [];

  const replica = async (timeoutMs = 10_000): Promise<[RedisUsageStore, RedisLink]> => {
    const link = new RedisLink({ url: redis.url, keyPrefix: 'test:', timeoutMs });
    links.push(link);
    await link.open();
    return [new RedisUsageStore(link), link];
  };

  const isUp = (link: RedisLink): Promise<void> => eventually(() => expect(link.state).toBe('up'));

  beforeEach(async () => {
    redis = await TestRedis.absent();
  });

  afterEach(async () => {
    redis.thaw();
    await Promise.all(links.splice(0).map((link) => link.close()));
    await redis.kill();
  });

  it('counts every unit by token, day and platform', async () => {
    await redis.start();
    const [store] = await replica();
    await holdsTheContract(store);
  });

  it('counts what replicas use together, and forgets it after its days', async () => {
    await redis.start();
    const [[one], [two]] = [await replica(), await replica()];
    await Promise.all(
      Array.from({ length: 300 }, (_, index) => (index % 3 ? one : two).add(today, 'tiktok', 1)),
    );
    expect(await one.of(today)).toEqual({ tiktok: 300 });
    expect(await two.of(today)).toEqual({ tiktok: 300 });
    const seconds = await redis.ask(['TTL', `test:usage:${today.account}:${today.day}`]);
    expect(Number(seconds)).toBeGreaterThan(399 * 86_400);
  });

  it('goes on counting while Redis is not there, and books it later', async () => {
    const [store, link] = await replica();
    await store.add(today, 'tiktok', 5);
    await store.add(today, 'tiktok', 6);
    expect(await store.of(today)).toEqual({ tiktok: 11 });
    await redis.start();
    await isUp(link);
    const [other] = await replica();
    await eventually(async () => expect(await other.of(today)).toEqual({ tiktok: 11 }));
    expect(await store.of(today)).toEqual({ tiktok: 11 });
  });

  it('counts each unit once when Redis freezes over a booking, and remembers the rest', async () => {
    await redis.start();
    const [store, link] = await replica(50);
    await isUp(link);
    await store.add(today, 'tiktok', 10);
    expect(await store.of(today)).toEqual({ tiktok: 10 });
    redis.freeze();
    await Promise.all([store.add(today, 'tiktok', 1), store.add(today, 'tiktok', 2)]);
    await store.add(today, 'tiktok', 4);
    expect(await store.of(today)).toEqual({ tiktok: 17 });
    redis.thaw();
    const [other] = await replica();
    await eventually(async () => expect(await other.of(today)).toEqual({ tiktok: 17 }));
    await isUp(link);
    await store.add(today, 'tiktok', 0);
    expect(await other.of(today)).toEqual({ tiktok: 17 });
  });

  it('books what a full Redis refused when there is room again', async () => {
    await redis.start();
    const [store, link] = await replica();
    await isUp(link);
    await redis.ask(['CONFIG', 'SET', 'maxmemory', '1']);
    await store.add(today, 'tiktok', 7);
    expect(await store.of(today)).toEqual({ tiktok: 7 });
    await redis.ask(['CONFIG', 'SET', 'maxmemory', '0']);
    const [other] = await replica();
    await eventually(async () => {
      await store.add(today, 'tiktok', 0);
      expect(await other.of(today)).toEqual({ tiktok: 7 });
    });
  });
});
