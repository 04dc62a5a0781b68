import { connect } from 'node:net';
import type { TestApi } from '../support/api';
import { startApi } from '../support/api';

const id = '6954415245976751361';

describe('bad input', () => {
  let api: TestApi;

  beforeAll(async () => {
    api = await startApi();
  });

  afterAll(() => api.close());

  it.each([
    ['/api/trending_videos?count=0', 'count'],
    ['/api/trending_videos?count=31', 'count'],
    ['/api/trending_videos?count=ten', 'count'],
    ['/api/trending_videos?count=0x10', 'count'],
    ['/api/trending_videos?count=1e1', 'count'],
    ['/api/trending_videos?count=1&count=2', 'count'],
    ['/api/trending_videos?region=USA', 'region'],
    ['/api/trending_videos?coutn=5', 'coutn'],
    ['/api/user/not%20a%20handle/info', 'user_id'],
    ['/api/user/ends.with.dot./info', 'user_id'],
    ['/api/user/..%2Fetc/info', 'user_id'],
    [`/api/user/${'x'.repeat(25)}/info`, 'user_id'],
    [`/api/user/${'x'.repeat(2000)}/info`, 'user_id'],
    ['/api/user/%00/videos', 'user_id'],
    ['/api/user/someone/videos?count=501', 'count'],
    ['/api/user/someone/videos?count=1.5', 'count'],
    ['/api/user/someone/12345/likes_count', 'video_id'],
    ['/api/user/someone/69544152459767513a1/likes_count', 'video_id'],
    [`/api/user/so-me/${id}/likes_count`, 'user_id'],
  ])('GET %s names %s, and TikTok is not asked', async (path, parameter) => {
    api.sandbox.counters.reset();
    const reply = await api.call(path);
    expect(reply.status).toBe(400);
    expect(reply.headers['content-type']).toBe('application/problem+json');
    expect(reply.json()).toMatchObject({
      type: 'about:blank',
      title: 'Bad Request',
      status: 400,
      code: 'request.invalid',
      retryable: false,
      requestId: reply.headers['x-request-id'],
      errors: expect.arrayContaining([expect.objectContaining({ parameter })]),
    });
    expect(api.sandbox.counters.count()).toBe(0);
  });

  it.each([
    ['/api/user/likes_count', {}, ['user_id', 'video_id']],
    ['/api/user/likes_count', { user_id: 'someone', video_id: 6954415245976751361 }, ['video_id']],
    ['/api/user/likes_count', { user_id: ['someone'], video_id: id }, ['user_id']],
    [
      '/api/user/likes_count',
      { user_id: 'someone', video_id: id, update_cache: 'yes' },
      ['update_cache'],
    ],
    [
      '/api/user/likes_count',
      { user_id: 'someone', video_id: id, update_cache: 2 },
      ['update_cache'],
    ],
    [
      '/api/user/likes_count',
      { user_id: 'someone', video_id: id, updateCache: true },
      ['updateCache'],
    ],
    [
      '/api/user/likes_count',
      { user_id: 'someone', video_id: id, update_cache: null },
      ['update_cache'],
    ],
    [
      '/api/user/likes_count',
      { user_id: 'someone', video_id: id, constructor: {} },
      ['constructor'],
    ],
    ['/api/user/videos', { update_cache: true }, ['user_id']],
    ['/api/user/videos', { user_id: 'someone', count: 5 }, ['count']],
    ['/api/user/videos', null, ['body']],
    ['/api/user/videos', [], ['body']],
    ['/api/user/videos', 'text', ['body']],
  ])(
    'POST %s %j names the wrong members, and TikTok is not asked',
    async (path, body, parameters) => {
      api.sandbox.counters.reset();
      const reply = await api.postJson(path, body);
      expect(reply.status).toBe(400);
      const { errors } = reply.json<{ errors: { parameter: string }[] }>();
      expect([...new Set(errors.map(({ parameter }) => parameter))]).toEqual(parameters);
      expect(api.sandbox.counters.count()).toBe(0);
    },
  );

  it('says that broken JSON is broken', async () => {
    const reply = await api.call('/api/user/videos', { method: 'POST', body: '{"user_id":' });
    expect(reply.status).toBe(400);
    expect(reply.json()).toMatchObject({
      code: 'request.invalid',
      errors: [{ parameter: 'body' }],
    });
  });

  it('refuses prototype members', async () => {
    const body = '{"user_id":"someone","__proto__":{"update_cache":true}}';
    const reply = await api.call('/api/user/videos', { method: 'POST', body });
    expect(reply.status).toBe(400);
    expect(reply.json()).toMatchObject({ errors: [{ parameter: '__proto__' }] });
  });

  it.each([
    ['__proto__=x&user_id=someone', '__proto__'],
    ['user_id=someone&user_id=other', 'user_id'],
  ])('refuses the form %s', async (body, parameter) => {
    const headers = { 'content-type': 'application/x-www-form-urlencoded' };
    const reply = await api.call('/api/user/videos', { method: 'POST', headers, body });
    expect([reply.status, reply.json().errors]).toEqual([
      400,
      [expect.objectContaining({ parameter })],
    ]);
  });

  it.each([
    ['GET / HTTP/1.1\r\nBad Header\r\n\r\n', 400],
    [`GET /${'x'.repeat(20_000)} HTTP/1.1\r\nhost: a\r\n\r\n`, 431],
  ])('answers what is no HTTP as a problem too', async (bytes, status) => {
    const answer = await new Promise<string>((resolve, reject) => {
      const socket = connect(Number(new URL(api.url).port), '127.0.0.1', () => socket.write(bytes));
      let text = '';
      socket.on('data', (chunk: Buffer) => (text += chunk.toString()));
      socket.on('end', () => resolve(text));
      socket.on('error', reject);
    });
    expect(answer).toContain(`HTTP/1.1 ${status} `);
    expect(answer).toContain('content-type: application/problem+json');
    expect(answer).toMatch(/x-request-id: [0-9a-f-]{36}/);
  });

  it('refuses a body over its limit and a type nobody reads', async () => {
    const large = await api.call('/api/user/videos', { method: 'POST', body: 'x'.repeat(70_000) });
    expect([large.status, large.json().code]).toEqual([413, 'request.too_large']);
    const headers = { 'content-type': 'application/xml' };
    const xml = await api.call('/api/user/videos', { method: 'POST', headers, body: '<a/>' });
    expect([xml.status, xml.json().code]).toEqual([415, 'request.unsupported_media_type']);
  });

  it('answers unknown routes and methods as problems', async () => {
    const unknown = await api.call('/api/nothing');
    expect([unknown.status, unknown.json().code]).toEqual([404, 'request.no_such_route']);
    const method = await api.call('/api/trending_videos', { method: 'POST', body: '{}' });
    expect([method.status, method.json().code]).toEqual([404, 'request.no_such_route']);
  });

  it.each([
    ['/api/user/%ZZ/info', 400, 'request.invalid'],
    [`/api/user/${'x'.repeat(3000)}/info`, 414, 'request.address_too_long'],
  ])('answers %s as a problem too', async (path, status, code) => {
    const reply = await api.call(path);
    expect([reply.status, reply.headers['content-type']]).toEqual([
      status,
      'application/problem+json',
    ]);
    expect(reply.json()).toMatchObject({ code, requestId: reply.headers['x-request-id'] });
  });

  it('keeps a plain request id of the caller and replaces any other', async () => {
    const kept = await api.call('/health/live', { headers: { 'x-request-id': 'my-id.1' } });
    expect(kept.headers['x-request-id']).toBe('my-id.1');
    const replaced = await api.call('/health/live', { headers: { 'x-request-id': 'a b;c' } });
    expect(replaced.headers['x-request-id']).toMatch(/^[0-9a-f-]{36}$/);
  });
});
