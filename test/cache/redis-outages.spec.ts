import { describeWithRedis, eventually, TestRedis } from '../support/redis';
import { Replica, unasked } from './replica';
import { SlowConnection } from './slow-connection';

const isUsed = (replica: Replica): Promise<void> =>
  eventually(() => expect(replica.link.state).toBe('up'));

describeWithRedis('a Redis that', () => {
  let redis: TestRedis;
  const replicas: Replica[] = [];

  const start = async (timeoutMs?: number): Promise<Replica> => {
    const replica = await Replica.start(redis, { timeoutMs });
    replicas.push(replica);
    return replica;
  };

  /** What one replica stores, another one finds. */
  const isShared = async (key: string): Promise<void> => {
    const [one, two] = [await start(), await start()];
    await one.ask(() => key, { key });
    await eventually(async () => expect(await two.ask(unasked, { key })).toEqual([key, 'hit']));
  };

  beforeEach(async () => {
    redis = await TestRedis.absent();
  });

  afterEach(async () => {
    redis.thaw();
    await Promise.all(replicas.splice(0).map((replica) => replica.close()));
    await redis.kill();
  });

  it('is absent at the start is done without, and used when it comes', async () => {
    const replica = await start();
    expect(replica.link.state).toBe('down');
    expect(await replica.ask(() => 'a')).toEqual(['a', 'miss']);
    expect(await replica.ask(unasked)).toEqual(['a', 'hit']);
    await redis.start();
    await isUsed(replica);
    await isShared('b');
    expect(replica.said).toEqual([
      expect.stringMatching(/^Redis at redis:\/\/127\.0\.0\.1:\d+ is not used, memory is: ECONN/),
      expect.stringContaining('is used: it answers'),
    ]);
  });

  it('freezes is left alone until it answers again', async () => {
    await redis.start();
    const replica = await start(1_000);
    await isUsed(replica);
    await replica.ask(() => 'a', { key: 'a' });
    redis.freeze();
    const keys = Array.from({ length: 50 }, (_, index) => `key${index}`);
    const asked = await Promise.all(keys.map((key) => replica.ask(() => key, { key })));
    expect(asked).toEqual(keys.map((key) => [key, 'miss']));
    expect(replica.link.state).toBe('down');
    expect(await replica.ask(unasked, { key: 'a' })).toEqual(['a', 'hit']);
    expect(await replica.ask(() => 'new', { key: 'a', refresh: true })).toEqual([
      'new',
      'refreshed',
    ]);
    redis.thaw();
    await isUsed(replica);
    await isShared('b');
    expect(replica.said.filter((message) => message.includes('is not used'))).toHaveLength(1);
  });

  it('answers too slowly is left alone until it is quick again', async () => {
    await redis.start();
    const slow = await SlowConnection.to(redis.port);
    const replica = await Replica.start({ url: slow.url }, { timeoutMs: 2_000 });
    replicas.push(replica);
    await isUsed(replica);
    // In time, and yet too long for requests that need several answers.
    slow.delayMs = 1_300;
    expect(await replica.ask(() => 'a', { key: 'a' })).toEqual(['a', 'miss']);
    await eventually(() => expect(replica.link.state).toBe('down'));
    expect(replica.said.at(-1)).toContain('its answers take over 1000 ms');
    expect(await replica.ask(() => 'b', { key: 'b' })).toEqual(['b', 'miss']);
    slow.delayMs = 0;
    await isUsed(replica);
    await slow.close();
  });

  it('freezes while others wait for a claim keeps nobody waiting', async () => {
    await redis.start();
    const replica = await start(1_000);
    await isUsed(replica);
    await redis.ask(['SET', 'test:v1:claim:a', 'of another replica', 'PX', '600000']);
    const waiting = replica.ask(() => 'a', { key: 'a' });
    redis.freeze();
    expect(await waiting).toEqual(['a', 'miss']);
  });

  it('is killed and comes back empty is used again', async () => {
    await redis.start();
    const replica = await start();
    await isUsed(replica);
    await replica.ask(() => 'a', { key: 'a' });
    await redis.kill();
    expect(await replica.ask(() => 'b', { key: 'b' })).toEqual(['b', 'miss']);
    expect(await replica.ask(unasked, { key: 'a' })).toEqual(['a', 'hit']);
    await eventually(() => expect(replica.link.state).toBe('down'));
    await redis.start();
    await isUsed(replica);
    expect(await replica.ask(unasked, { key: 'a' })).toEqual(['a', 'hit']);
    await isShared('c');
    expect(replica.said.map((message) => /is (not )?used/.exec(message)?.[0])).toEqual([
      'is used',
      'is not used',
      'is used',
    ]);
  });

  it('is full is read from, and written to when there is room again', async () => {
    await redis.start();
    const [replica, other] = [await start(), await start()];
    await Promise.all([isUsed(replica), isUsed(other)]);
    await replica.ask(() => 'a', { key: 'a' });
    await eventually(async () => expect(await redis.ask(['EXISTS', 'test:v1:a'])).toBe(1));
    await redis.ask(['CONFIG', 'SET', 'maxmemory', '1']);
    expect(await replica.ask(() => 'b', { key: 'b' })).toEqual(['b', 'miss']);
    expect(replica.link.state).toBe('refusing');
    expect(await other.ask(unasked, { key: 'a' })).toEqual(['a', 'hit']);
    // What cannot be written must not leave what is older: nobody else may be given that.
    expect(await replica.ask(() => 'new', { key: 'a', refresh: true })).toEqual([
      'new',
      'refreshed',
    ]);
    await eventually(async () =>
      expect(await other.ask(() => 'fetched', { key: 'a' })).toEqual(['fetched', 'miss']),
    );
    await redis.ask(['CONFIG', 'SET', 'maxmemory', '0']);
    let number = 0;
    await eventually(async () => {
      await replica.ask(() => 'c', { key: `c${(number += 1)}` });
      expect(replica.link.state).toBe('up');
    });
    await isShared('d');
    expect(replica.said.filter((message) => message.includes('takes no writes:'))).toHaveLength(1);
  });

  it('refuses the password is done without, and no word of it is told', async () => {
    await redis.start();
    await redis.ask(['CONFIG', 'SET', 'requirepass', 'right-word']);
    const replica = await Replica.start({ url: redis.url.replace('//', '//me:secret-word@') });
    replicas.push(replica);
    expect(await replica.ask(() => 'a')).toEqual(['a', 'miss']);
    expect(replica.said).toEqual([expect.stringContaining('is not used, memory is: WRONGPASS')]);
    expect(replica.said.join()).not.toContain('secret-word');
  });

  it('no longer answers holds up no shutdown', async () => {
    await redis.start();
    const replica = await start(1_000);
    await isUsed(replica);
    redis.freeze();
    await replica.close();
    expect(await replica.ask(() => 'a')).toEqual(['a', 'miss']);
  });
});
