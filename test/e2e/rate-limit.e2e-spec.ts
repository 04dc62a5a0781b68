import { createHash } from 'node:crypto';
import type { TestApi, TestApiOptions } from '../support/api';
import { startApi } from '../support/api';
import { describeWithRedis, eventually, TestRedis } from '../support/redis';

const nowMs = Date.parse('2026-11-21T12:00:20Z');

async function withApi(
  options: TestApiOptions,
  use: (api: TestApi) => Promise<void>,
): Promise<void> {
  const api = await startApi({ accessNowMs: () => nowMs, ...options });
  try {
    await use(api);
  } finally {
    await api.close();
  }
}

const limited = (limit: number, more = {}) => ({
  environment: { RATE_LIMIT_PER_MINUTE: String(limit), ...more },
});

describe('requests in a minute', () => {
  it('are counted on every answer and refused when they are too many', async () => {
    await withApi(limited(2), async (api) => {
      const ask = () => api.call('/api/trending_videos');
      const first = await ask();
      expect(first.headers).toMatchObject({
        'ratelimit-policy': '"minute";q=2;w=60',
        ratelimit: '"minute";r=1;t=40',
      });
      expect((await ask()).headers.ratelimit).toBe('"minute";r=0;t=40');
      api.sandbox.counters.reset();
      const refused = await ask();
      expect(refused.status).toBe(429);
      expect(refused.headers).toMatchObject({
        'retry-after': '40',
        ratelimit: '"minute";r=0;t=40',
        'content-type': 'application/problem+json',
      });
      expect(refused.json()).toMatchObject({
        code: 'request.too_many',
        retryable: true,
        retryAfterSeconds: 40,
      });
      expect(api.sandbox.counters.count()).toBe(0);
    });
  });

  it('are refused in the words of each family', async () => {
    await withApi(limited(1), async (api) => {
      await api.call('/api/trending_videos');
      const envelope = await api.call('/api/tiktok/statistic?url=1');
      expect([envelope.status, envelope.headers['retry-after']]).toEqual([429, '40']);
      expect(envelope.json()).toMatchObject({ code: 429, error: 'request.too_many' });
      const detail = await api.call('/apis/tt/user/info?username=a&token=b');
      expect([detail.status, detail.json()]).toEqual([429, { detail: 'Too Many Requests' }]);
    });
  });

  it('of health, metrics and documentation are not counted', async () => {
    await withApi(limited(1), async (api) => {
      for (const path of ['/health/live', '/health/ready', '/health/upstream', '/metrics'])
        expect((await api.call(path)).status).toBe(200);
      for (const path of ['/docs', '/openapi.json', '/apis/openapi.json'])
        expect((await api.call(path)).headers.ratelimit).toBeUndefined();
      expect((await api.call('/api/trending_videos')).status).toBe(200);
    });
  });

  it('are counted by token, and tries of unknown ones by address', async () => {
    await withApi(limited(1, { API_TOKENS: 'token-a,token-b' }), async (api) => {
      const statusWith = async (token: string): Promise<number> =>
        (await api.call('/api/trending_videos', { headers: { 'x-api-key': token } })).status;
      expect(await statusWith('token-a')).toBe(200);
      expect(await statusWith('token-a')).toBe(429);
      expect(await statusWith('token-b')).toBe(200);
      expect(await statusWith('guess-1')).toBe(401);
      expect(await statusWith('guess-2')).toBe(429);
      const inQuery = await api.call('/apis/customer/get-history?days=1&token=token-a');
      expect(inQuery.status).toBe(429);
    });
  });

  it('are counted by the address that a trusted proxy names, and by no other', async () => {
    const asked = async (api: TestApi, address: string): Promise<number> =>
      (await api.call('/api/trending_videos', { headers: { 'x-forwarded-for': address } })).status;
    await withApi(limited(1, { TRUST_PROXY: 'loopback' }), async (api) => {
      expect(await asked(api, '203.0.113.1')).toBe(200);
      expect(await asked(api, '203.0.113.2')).toBe(200);
      // Whoever stands behind the proxy may write what they like before what the proxy adds.
      expect(await asked(api, '198.51.100.1, 203.0.113.1')).toBe(429);
    });
    await withApi(limited(1), async (api) => {
      expect(await asked(api, '203.0.113.1')).toBe(200);
      expect(await asked(api, '203.0.113.2')).toBe(429);
    });
  });

  it('of media are counted when they begin', async () => {
    await withApi(limited(2), async (api) => {
      const post = await api.call('/api/tiktok/statistic?url=6943996796519681281');
      const [link = ''] = /http:\/\/[^"]+\/media\/[^"]+/.exec(post.text) ?? [];
      const { pathname } = new URL(link);
      const file = await api.call(pathname);
      expect([file.status, file.headers.ratelimit]).toEqual([200, '"minute";r=0;t=40']);
      expect((await api.call(pathname, { method: 'HEAD' })).status).toBe(429);
    });
  });
});

describeWithRedis('requests in a minute, of replicas that share a Redis', () => {
  let redis: TestRedis;

  beforeAll(async () => {
    redis = await TestRedis.start();
  });

  afterAll(() => redis.kill());

  const environment = () => ({
    RATE_LIMIT_PER_MINUTE: '3',
    API_TOKENS: 'shared-token',
    REDIS_URL: redis.url,
    REDIS_TIMEOUT_MS: '2000',
  });

  it('are counted together, and apart while Redis is away', async () => {
    await withApi({ environment: environment() }, (one) =>
      withApi({ environment: environment() }, async (other) => {
        const statusOf = async (api: TestApi): Promise<number> =>
          (await api.call('/api/nothing', { headers: { 'x-api-key': 'shared-token' } })).status;
        const statuses: number[] = [];
        for (const api of [one, other, one, other, one]) statuses.push(await statusOf(api));
        expect(statuses).toEqual([404, 404, 404, 429, 429]);
        const keys = String(await redis.ask(['KEYS', '*:rate:*']));
        expect(keys).not.toContain('shared-token');
        expect(keys).toContain(createHash('sha256').update('shared-token').digest('hex'));
        await redis.kill();
        // The other one has counted two of its own so far; while Redis is gone that is all it knows.
        await eventually(async () => expect([404, 429]).toContain(await statusOf(other)));
        expect(await statusOf(one)).toBe(429);
      }),
    );
  });
});
