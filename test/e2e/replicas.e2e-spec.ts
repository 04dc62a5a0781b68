import { request } from 'undici';
import type { Sandbox } from '../../src/sandbox';
import { startSandbox } from '../../src/sandbox';
import type { Reply, TestApi } from '../support/api';
import { fixedNowMs, startApi } from '../support/api';
import { describeWithRedis, eventually, TestRedis } from '../support/redis';

const likes = '/api/user/tatyanka_yak/6954415245976751361/likes_count';
const likesBody = { user_id: 'tatyanka_yak', video_id: '6954415245976751361', update_cache: true };
const hourMs = 3_600_000;
const today = new Date().toISOString().slice(0, 10);

describeWithRedis('two replicas on one Redis', () => {
  let redis: TestRedis;
  let sandbox: Sandbox;
  let one: TestApi;
  let two: TestApi;

  const replica = (environment: Record<string, string> = {}): Promise<TestApi> =>
    startApi({
      on: sandbox,
      environment: {
        REDIS_URL: redis.url,
        // A machine that is busy with tests is no Redis that is away.
        REDIS_TIMEOUT_MS: '10000',
        MAX_EVENT_LOOP_DELAY_MS: '60000',
        MEDIA_LINK_SECRETS: '',
        API_DAILY_UNITS: '12',
        ...environment,
      },
    });

  beforeEach(async () => {
    [redis, sandbox] = await Promise.all([TestRedis.start(), startSandbox({ nowMs: fixedNowMs })]);
    [one, two] = await Promise.all([replica(), replica()]);
  });

  afterEach(async () => {
    await Promise.all([one.close(), two.close()]);
    await Promise.all([redis.kill(), sandbox.stop()]);
  });

  it('ask TikTok once for 1,000 identical requests at a time', async () => {
    const path = '/api/user/gabrielymayra/info';
    const replies = await Promise.all(
      Array.from({ length: 1_000 }, (_, index) => (index % 2 === 0 ? one : two).call(path)),
    );
    expect(replies.every(({ status }) => status === 200)).toBe(true);
    expect(new Set(replies.map(({ text }) => text)).size).toBe(1);
    expect(new Set(replies.map(({ headers }) => headers.etag)).size).toBe(1);
    expect(sandbox.counters.count()).toBe(1);
  });

  it('ask TikTok once for what is missing', async () => {
    const path = '/api/user/missing.account/info';
    const replies = await Promise.all(
      Array.from({ length: 200 }, (_, index) => (index % 2 === 0 ? one : two).call(path)),
    );
    expect(replies.every(({ status }) => status === 404)).toBe(true);
    expect(sandbox.counters.count()).toBe(1);
  });

  it('serve what the other one has refreshed', async () => {
    const before = await one.call(likes);
    await eventually(async () =>
      expect((await two.call(likes)).headers['cache-status']).toContain('; hit;'),
    );
    sandbox.clock.advance(hourMs);
    const renewed = await two.postJson('/api/user/likes_count', likesBody);
    expect(renewed.text).not.toBe(before.text);
    await eventually(async () => expect((await one.call(likes)).text).toBe(renewed.text));
    expect((await one.call(likes)).headers['cache-status']).toContain('; hit;');
  });

  it('stream the links that the other one has signed', async () => {
    const links = await one.call('/api/user/gabrielymayra/videos?count=5');
    const link = Object.values(links.json<Record<string, string>>()).find((url) =>
      url.includes('.video.'),
    );
    const { pathname } = new URL(link ?? '');
    const { statusCode, body } = await request(two.url + pathname);
    const bytes = Buffer.from(await body.arrayBuffer());
    expect([statusCode, bytes.subarray(4, 8).toString()]).toEqual([200, 'ftyp']);
  });

  it('agree on a secret though Redis came late, and keep to it when Redis forgets', async () => {
    await Promise.all([one.close(), two.close()]);
    await redis.kill();
    [one, two] = await Promise.all([replica(), replica()]);
    const own = await linkOf(one);
    await redis.start();
    // Bodies that were made before keep their links, so another one is asked for every time.
    let count = 5;
    await eventually(async () => {
      const link = await linkOf(one, `count=${(count += 1)}`);
      expect((await request(two.url + link)).statusCode).toBe(200);
    });
    // What was signed before they agreed is good at least where it came from.
    expect((await request(one.url + own)).statusCode).toBe(200);
    const agreed = await linkOf(one, `count=${(count += 1)}`);
    await redis.kill();
    await redis.start();
    expect((await request(two.url + agreed)).statusCode).toBe(200);
  });

  it('count units together, and end the day together', async () => {
    const info = (api: TestApi, name: string): Promise<Reply> =>
      api.call(`/apis/tt/user/info?username=${name}&token=a-token`);
    const used = async (api: TestApi): Promise<unknown> =>
      (await api.call(`/apis/customer/get-used-units?date=${today}&token=a-token`)).json().data;
    const charged = async (api: TestApi, name: string): Promise<number> =>
      Number((await info(api, name)).headers.units_charged);
    const units = (await charged(one, 'gabrielymayra')) + (await charged(two, 'tatyanka_yak'));
    expect(units).toBeGreaterThan(0);
    expect(await used(one)).toEqual({ tiktok: units });
    expect(await used(two)).toEqual({ tiktok: units });
    for (let left = 12 - units; left > 0; left -= 1)
      expect((await info(left % 2 ? one : two, 'luna_the_pantera')).status).toBe(200);
    expect((await info(one, 'zachking')).status).toBe(495);
    expect((await info(two, 'zachking')).status).toBe(495);
  });

  it('page on where the other one began', async () => {
    const page = async (api: TestApi, cursor: string): Promise<[string[], string]> => {
      const path = `/apis/tt/hashtag/posts?name=magic&cursor=${cursor}&token=another-token`;
      const { data } = (await api.call(path)).json<{
        data: { data: { aweme_id: string }[]; nextCursor: number };
      }>();
      return [data.data.map(({ aweme_id: id }) => id), String(data.nextCursor)];
    };
    const [first, cursor] = await page(one, '0');
    const [next] = await page(two, cursor);
    expect(first.length).toBeGreaterThan(5);
    expect(next.length).toBeGreaterThan(5);
    expect(next.filter((id) => first.includes(id))).toEqual([]);
  });

  it('go on without Redis, each for itself', async () => {
    const before = await one.call(likes);
    await redis.kill();
    expect((await one.call(likes)).text).toBe(before.text);
    expect((await two.call(likes)).status).toBe(200);
    expect((await two.call('/api/user/gabrielymayra/info')).status).toBe(200);
    expect((await one.call('/health/ready')).status).toBe(200);
  });

  async function linkOf(api: TestApi, query = 'count=5'): Promise<string> {
    const links = await api.call(`/api/user/gabrielymayra/videos?${query}`);
    const [link = ''] = Object.values(links.json<Record<string, string>>()).filter((url) =>
      url.includes('.video.'),
    );
    return new URL(link).pathname;
  }
});
