import { connect } from 'node:net';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestApi } from '../support/api';
import { startApi } from '../support/api';
import { examplePaths } from '../support/documented-routes';

const token = 'first-token';
const bearer = { authorization: `Bearer ${token}` };

/** Who may call what, of every route in our own document: a new route is closed unless it stands here. */
const open = ['/health/live', '/health/ready'];
const byLinkOrQuery = /^\/(media|apis)\//;

describe('with tokens configured', () => {
  let api: TestApi;

  beforeAll(async () => {
    api = await startApi({ environment: { API_TOKENS: `${token},second-token` } });
  });

  afterAll(() => api.close());

  it('wants one on every documented route that is not open', async () => {
    const routes = (await examplePaths(api)).filter(({ path }) => !byLinkOrQuery.test(path));
    expect(routes.length).toBeGreaterThan(10);
    api.sandbox.counters.reset();
    for (const { method, path, template } of routes) {
      const reply = await api.call(path, { method });
      const status = open.includes(template) ? 200 : 401;
      expect([method, template, reply.status]).toEqual([method, template, status]);
      if (status === 200) continue;
      expect(reply.headers['www-authenticate']).toBe('Bearer realm="tiktok-data-api"');
      const wording = template.startsWith('/api/tiktok/') ? 'error' : 'code';
      expect(reply.json()[wording]).toBe('request.unauthorized');
    }
    expect(api.sandbox.counters.count()).toBe(0);
  });

  it('says so in the OpenAPI document, and shows no token there', async () => {
    const reply = await api.call('/openapi.json');
    const { paths, components } = reply.json<{
      paths: Record<string, Record<string, { security?: unknown; responses: object }>>;
      components: { securitySchemes: object };
    }>();
    expect(Object.keys(components.securitySchemes)).toEqual(['bearer', 'api-key', 'query-token']);
    const byQuery = [{ 'query-token': [] }];
    for (const [path, operations] of Object.entries(paths))
      for (const operation of Object.values(operations)) {
        const isClosed = !open.includes(path) && !byLinkOrQuery.test(path);
        const otherwise = path.startsWith('/apis/') ? byQuery : [];
        const expected = isClosed ? [{ bearer: [] }, { 'api-key': [] }] : otherwise;
        expect([path, operation.security]).toEqual([path, expected]);
        expect([path, '401' in operation.responses]).toEqual([path, isClosed]);
      }
    expect(reply.text).not.toContain(token);
  });

  it.each(['/docs', '/openapi.json', '/openapi.yaml', '/apis/docs', '/apis/openapi.json'])(
    'leaves %s open',
    async (path) => {
      expect((await api.call(path)).status).toBe(200);
    },
  );

  it.each([
    ['a bearer', bearer],
    ['a bearer in other letters', { authorization: `bearer  ${token} ` }],
    ['a key', { 'x-api-key': 'second-token' }],
  ])('takes %s', async (_, headers) => {
    const reply = await api.call('/api/trending_videos', { headers });
    expect(reply.status).toBe(200);
    // Caches between us must not give it to others.
    expect(reply.headers['cache-control']).toMatch(/^private, /);
  });

  it.each([
    ['another token', { authorization: 'Bearer first-tokem' }],
    ['two tokens', { authorization: 'Bearer first-token second-token' }],
    ['a token of another scheme', { authorization: `Basic ${token}` }],
    ['a token alone', { authorization: token }],
    ['the list', { 'x-api-key': 'first-token,second-token' }],
    ['nothing', { 'x-api-key': '' }],
  ])('takes no %s', async (_, headers: Record<string, string>) => {
    expect((await api.call('/api/trending_videos', { headers })).status).toBe(401);
  });

  it.each(['/%61pi/trending_videos', '/api/trending%5fvideos', '/api//trending_videos'])(
    'is not deceived by %s',
    async (path) => {
      expect([401, 404]).toContain((await api.call(path)).status);
    },
  );

  it('takes no token of the query where a header is wanted', async () => {
    expect((await api.call(`/api/trending_videos?token=${token}`)).status).toBe(401);
  });

  it('opens links of media without one', async () => {
    const post = await api.call('/api/tiktok/statistic?url=6943996796519681281', {
      headers: bearer,
    });
    const [link = ''] = /http:\/\/[^"]+\/media\/[^"]+/.exec(post.text) ?? [];
    const { pathname } = new URL(link);
    expect((await api.call(pathname, { method: 'HEAD' })).status).toBe(200);
  });

  it('keeps the token of /apis where it is', async () => {
    const path = '/apis/customer/get-used-units?date=2026-11-21';
    expect((await api.call(`${path}&token=${token}`)).status).toBe(200);
    expect((await api.call(path, { headers: bearer })).status).toBe(422);
    expect((await api.call(`${path}&token=x`)).status).toBe(491);
  });

  it('refuses before a body is read', async () => {
    const body = 'x'.repeat(1_000_000);
    const reply = await api
      .call('/api/user/videos', { method: 'POST', body })
      .catch(() => undefined);
    expect(reply?.status ?? 401).toBe(401);
  });
});

describe('with a file of tokens that is empty', () => {
  it('lets nobody in', async () => {
    const path = join(mkdtempSync(join(tmpdir(), 'tokens-')), 'tokens');
    writeFileSync(path, '# none yet\n');
    const api = await startApi({ environment: { API_TOKENS_FILE: path } });
    try {
      expect((await api.call('/api/trending_videos', { headers: bearer })).status).toBe(401);
      expect((await api.call('/apis/tt/user/info?username=a&token=a')).status).toBe(491);
    } finally {
      await api.close();
    }
  });
});

describe('limits of a request', () => {
  let api: TestApi;

  beforeAll(async () => {
    api = await startApi({ environment: { MAX_CONNECTIONS: '20' } });
  });

  afterAll(() => api.close());

  const lines = (count: number): Record<string, string> =>
    Object.fromEntries(Array.from({ length: count }, (_, index) => [`x-line-${index}`, 'x']));

  it.each([
    ['10,000 headers', '/health/live', lines(10_000), 431, 'request.headers_too_large'],
    ['200 headers', '/health/live', lines(200), 431, 'request.headers_too_large'],
    ['a long header', '/health/live', { x: 'x'.repeat(20_000) }, 431, 'request.headers_too_large'],
    ['a long query', `/health/live?${'x'.repeat(13_000)}`, {}, 414, 'request.address_too_long'],
    ['a longer query', `/health/live?${'x'.repeat(50_000)}`, {}, 431, 'request.headers_too_large'],
  ])('refuses %s', async (_, path, headers: Record<string, string>, status, code) => {
    const reply = await api.call(path, { headers });
    expect([reply.status, reply.json().code]).toEqual([status, code]);
    expect(reply.headers['content-type']).toBe('application/problem+json');
    expect(reply.headers['x-request-id']).toMatch(/^[\w.-]+$/);
  });

  it('takes 90 headers', async () => {
    expect((await api.call('/health/live', { headers: lines(90) })).status).toBe(200);
  });

  it('tells connections over the limit, and takes new ones when there is room', async () => {
    const { hostname, port } = new URL(api.url);
    const idle = Array.from({ length: 20 }, () => connect(Number(port), hostname));
    await Promise.all(idle.map((socket) => new Promise((done) => socket.once('connect', done))));
    const answer = await new Promise<string>((resolve, reject) => {
      const socket = connect(Number(port), hostname);
      let text = '';
      socket.on('data', (chunk) => (text += chunk.toString()));
      socket.on('end', () => resolve(text));
      socket.on('error', reject);
    });
    expect(answer).toMatch(/^HTTP\/1\.1 503 Service Unavailable\r\n/);
    expect(answer).toContain('retry-after: 5\r\n');
    expect(answer).toContain('request.too_many_connections');
    for (const socket of idle) socket.destroy();
    await Promise.all(idle.map((socket) => new Promise((done) => socket.once('close', done))));
    // The server hears of the closed ones in its own time.
    for (let left = 100; left > 0; left -= 1) {
      const reply = await api.call('/health/live').catch(() => undefined);
      if (reply?.status === 200) return;
    }
    throw new Error('No connection was taken again');
  });
});

describe('pages of other origins', () => {
  const origin = 'https://app.example.org';
  const preflight = {
    method: 'OPTIONS' as const,
    headers: { origin, 'access-control-request-method': 'GET' },
  };

  it('may read nothing unless they are named', async () => {
    const api = await startApi();
    try {
      const reply = await api.call('/health/live', { headers: { origin } });
      expect(reply.headers['access-control-allow-origin']).toBeUndefined();
      expect((await api.call('/api/trending_videos', preflight)).status).toBe(404);
    } finally {
      await api.close();
    }
  });

  it('may read answers and refusals when they are named, and others still not', async () => {
    const api = await startApi({
      environment: { CORS_ORIGINS: `${origin},http://localhost:5173`, API_TOKENS: token },
    });
    try {
      const asked = await api.call('/api/trending_videos', preflight);
      expect(asked.status).toBe(204);
      expect(asked.headers['access-control-allow-headers']).toContain('Authorization');
      const refused = await api.call('/api/trending_videos', { headers: { origin } });
      expect([refused.status, refused.headers['access-control-allow-origin']]).toEqual([
        401,
        origin,
      ]);
      const other = await api.call('/health/live', { headers: { origin: 'https://evil.example' } });
      expect(other.headers['access-control-allow-origin']).toBeUndefined();
    } finally {
      await api.close();
    }
  });
});

describe('X-Forwarded headers', () => {
  const forwarded = {
    'x-forwarded-for': '203.0.113.9',
    'x-forwarded-host': 'tiktok.example.org',
    'x-forwarded-proto': 'https',
  };
  const docsOf = async (environment: Record<string, string>): Promise<unknown> => {
    const api = await startApi({ environment });
    try {
      const reply = await api.call('/api/tiktok/statistic?url=nothing', { headers: forwarded });
      return String(reply.json().docs).replace(api.url, 'OWN');
    } finally {
      await api.close();
    }
  };

  it.each([
    ['nobody', {}, 'OWN/docs'],
    ['another', { TRUST_PROXY: '10.0.0.0/8' }, 'OWN/docs'],
    ['the proxy', { TRUST_PROXY: 'loopback' }, 'https://tiktok.example.org/docs'],
    ['its network', { TRUST_PROXY: '10.1.1.1, 127.0.0.0/8' }, 'https://tiktok.example.org/docs'],
  ])('count when %s is trusted', async (_, environment, expected) => {
    expect(await docsOf(environment)).toBe(expected);
  });
});
