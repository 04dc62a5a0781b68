import { request } from 'undici';
import type { TestApi } from '../support/api';
import type { Document, DocumentedRequest } from './documented-requests';
import { documentedRequests } from './documented-requests';
import type { Known } from './known';
import { knownOf, startGuardedApi } from './known-world';
import type { ValidatingProxy } from './prism';
import { startPrism } from './prism';
import { describeWithTools } from './tools';

interface Answer {
  readonly status: number;
  readonly text: string;
  /** What Prism finds wrong with the request or the answer, warnings too. */
  readonly violations: string | undefined;
}

interface Refusal {
  readonly path: string;
  readonly status: number;
  /** What the answer says among others. */
  readonly words: string;
  readonly headers?: Record<string, string>;
}

describeWithTools('Prism between a client and the app', () => {
  let api: TestApi;
  let known: Known;
  let prism: ValidatingProxy;
  let requests: DocumentedRequest[];

  beforeAll(async () => {
    api = await startGuardedApi();
    known = await knownOf(api);
    requests = documentedRequests((await api.call('/openapi.json')).json<Document>(), known);
    prism = await startPrism(`${api.url}/openapi.json`, api.url);
  }, 600_000);

  afterAll(async () => {
    // Absent where the beginning failed.
    await prism?.stop();
    await api?.close();
  });

  beforeEach(() => api.sandbox.faults.clear());

  async function send(path: string, options: Partial<DocumentedRequest> = {}): Promise<Answer> {
    const { method = 'GET', headers = {}, body } = options;
    const bearer = { authorization: `Bearer ${known.token}` };
    const answer = await request(prism.url + path, {
      method,
      headers: { ...bearer, ...headers },
      body,
    });
    const text = await answer.body.text();
    const violations = answer.headers['sl-violations'];
    return { status: answer.statusCode, text, violations: violations?.toString() };
  }

  it('finds nothing wrong with any operation, asked with all documented examples', async () => {
    const wrong: unknown[] = [];
    for (const asked of requests) {
      const { status, text, violations } = await send(asked.path, asked);
      if (violations !== undefined || ![200, 206].includes(status))
        wrong.push({ asked, status, violations, text: text.slice(0, 500) });
    }
    expect(wrong).toEqual([]);
    expect(requests.length).toBeGreaterThan(30);
  }, 600_000);

  it('finds nothing wrong with a likes count as JSON', async () => {
    const path = `/api/user/${known.liked.handle}/${known.liked.postId}/likes_count`;
    const answer = await send(path, { headers: { accept: 'application/json' } });
    expect(answer).toMatchObject({ status: 200, violations: undefined });
    expect(JSON.parse(answer.text)).toMatchObject({ video_id: known.liked.postId });
  });

  const post = (id: string) =>
    encodeURIComponent(`https://www.tiktok.com/@luna_the_pantera/video/${id}`);
  const stranger = { headers: { authorization: 'Bearer nobody' } };
  const refusals: Refusal[] = [
    { path: '/api/user/missing.nobody/info', status: 404, words: '"tiktok.not_found"' },
    { path: '/api/user/private.account/videos', status: 403, words: '"tiktok.private"' },
    {
      path: '/api/user/zachking/6943996796519681281/likes_count',
      status: 404,
      words: '"tiktok.not_found"',
    },
    { path: '/api/trending_videos?region=ZZ', status: 400, words: '"parameter":"region"' },
    { path: '/api/trending_videos', status: 401, words: '"request.unauthorized"', ...stranger },
    { path: '/api/tiktok/slides?url=6943996796519681281', status: 422, words: '"post.wrong_kind"' },
    { path: '/api/tiktok/statistic?url=https%3A%2F%2Fexample.org%2F', status: 400, words: 'url' },
    {
      path: `/api/tiktok/statistic?url=${post('6943996796519680204')}`,
      status: 404,
      words: '"tiktok.not_found"',
    },
    {
      path: `/api/tiktok/downloader?url=${post('6943996796519680216')}`,
      status: 403,
      words: '"tiktok.private"',
    },
    {
      path: '/api/tiktok/random?username=zachking',
      status: 401,
      words: '"request.unauthorized"',
      ...stranger,
    },
    {
      path: '/apis/tt/music/details?id=6874200777853661442&token=nobody',
      status: 491,
      words: 'Token not found',
    },
    { path: '/apis/tt/user/info?username=missing.nobody', status: 473, words: '"detail"' },
    { path: '/apis/tt/user/info?username=banned.nobody', status: 474, words: '"detail"' },
    { path: '/apis/tt/post/info?url=https%3A%2F%2Fexample.org%2F', status: 462, words: '"detail"' },
    { path: '/apis/tt/live/search?keyword=gaming&country=zz', status: 466, words: '"detail"' },
    { path: '/media/forged/file.mp4', status: 403, words: '"media.link_invalid"' },
    { path: '/metrics', status: 401, words: '"request.unauthorized"', ...stranger },
    { path: '/health/upstream', status: 401, words: '"request.unauthorized"', ...stranger },
  ];

  it.each(refusals)('finds nothing wrong with $status of $path', async (refusal) => {
    const { path, status, words, headers } = refusal;
    const isOfEnsembleData = path.startsWith('/apis/') && !path.includes('token=');
    const answer = await send(isOfEnsembleData ? `${path}&token=${known.token}` : path, {
      headers,
    });
    expect(answer).toEqual({ status, text: expect.stringContaining(words), violations: undefined });
  });

  it('finds nothing wrong with a range that no file has, and with what did not change', async () => {
    const file = `/media/${known.media.token}/${encodeURIComponent(known.media.name)}`;
    const beyond = await send(file, { headers: { range: 'bytes=999999999-' } });
    expect(beyond).toMatchObject({ status: 416, violations: undefined });
    const whole = await api.call(file, { method: 'HEAD' });
    const headers = { 'if-none-match': String(whole.headers.etag) };
    expect(await send(file, { headers })).toEqual({ status: 304, text: '', violations: undefined });
  });

  it.each([
    '/api/user/nobody.asked/info',
    '/api/tiktok/statistic?url=6943996796519681280',
    '/apis/tt/user/info?username=nobody.asked&token=my-token',
  ])('finds nothing wrong with %s when TikTok refuses', async (path) => {
    api.sandbox.faults.add({ route: '*', fault: 'captcha-page' });
    const answer = await send(path);
    expect(answer).toMatchObject({ status: 503, violations: undefined });
    expect(answer.text).not.toContain('stoplight');
  });

  it('would find an answer that is not documented', async () => {
    prism.spoilNext('{"statusCode":"0"}');
    const answer = await send('/api/user/zachking/info');
    expect(answer.status).toBe(500);
    expect(answer.violations).toContain("must have required property 'userInfo'");
  });

  it('would find a request that is not documented', async () => {
    const answer = await send('/api/trending_videos?count=many');
    expect(answer.status).toBe(422);
    expect(answer.violations ?? answer.text).toContain('count');
  });
});
