import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { errorNumbers } from '../../src/ensembledata/error-numbers';
import { UnitMeter } from '../../src/ensembledata/access/unit-meter';
import type { TestApi } from '../support/api';
import { startApi } from '../support/api';
import type { SdkFailure } from './sdk/sdk';
import { Sdk } from './sdk/sdk';

const post = (lastDigits: string) =>
  `https://www.tiktok.com/@someone/video/695441524597675${lastDigits}`;
const ids = (count: number) =>
  Array.from({ length: count }, (_, index) => String(6954415245970000000n + BigInt(index)));

describe('errors, as the unmodified npm SDK sees them', () => {
  let api: TestApi;
  let sdk: Sdk;

  beforeAll(async () => {
    api = await startApi({
      environment: { API_TOKENS: 'test-token', TIKTOK_MAX_RETRIES: '0', TIKTOK_TIMEOUT_MS: '2000' },
    });
    sdk = new Sdk(api.url, 'test-token');
  });

  afterAll(async () => {
    await sdk.close();
    await api.close();
  });

  beforeEach(() => api.sandbox.faults.clear());

  const failure = (method: string, parameters: unknown): Promise<SdkFailure> =>
    sdk.failure(method, ...(Array.isArray(parameters) ? parameters : [parameters]));

  it.each([
    [404, 'request', ['/tt/nothing', {}]],
    [404, 'tiktok.hashtagSearch', { hashtag: 'missing_tag' }],
    [404, 'tiktok.postInfo', { url: post('0204') }],
    [404, 'tiktok.musicDetails', { musicId: '6954415245976750203' }],
    [422, 'tiktok.hashtagSearch', {}],
    [422, 'tiktok.keywordSearch', { keyword: 'cats' }],
    [422, 'tiktok.keywordSearch', { keyword: 'cats', period: '2' }],
    [422, 'tiktok.userPostsFromUsername', { username: 'someone', depth: 'deep' }],
    [462, 'tiktok.postInfo', { url: 'https://example.org/video/1' }],
    [462, 'tiktok.postInfo', { url: 'nothing' }],
    [463, 'tiktok.userFollowers', { id: 'x', secUid: 'not a secUid' }],
    [463, 'tiktok.userInfoFromSecuid', { secUid: 'not a secUid' }],
    [464, 'tiktok.multiPostInfo', { awemeIds: ids(101) }],
    [466, 'tiktok.keywordSearch', { keyword: 'cats', period: '7', country: 'USA' }],
    [466, 'tiktok.livesSearch', { keyword: 'cats', country: 'q1' }],
    [469, 'tiktok.hashtagSearch', { hashtag: 'banned_tag' }],
    [471, 'tiktok.userInfoFromUsername', { username: 'restricted.one' }],
    [472, 'tiktok.userPostsFromUsername', { username: 'private.one', depth: 1 }],
    [473, 'tiktok.userInfoFromUsername', { username: 'missing.one' }],
    [473, 'tiktok.userPostsFromUsername', { username: 'missing.one', depth: 1 }],
    [474, 'tiktok.userInfoFromUsername', { username: 'banned.one' }],
    [520, 'tiktok.postInfo', { url: post('0213') }],
    [520, 'tiktok.postInfo', { url: post('0216') }],
  ])('%i: %s %j', async (status, method, parameters) => {
    const error = await failure(method, parameters);
    expect(error).toMatchObject({ isEDError: true, statusCode: status, unitsCharged: 0 });
    expect(error.detail).toEqual(status === 422 ? expect.any(Array) : expect.stringMatching(/./));
  });

  it('422 has the list of FastAPI, with every wrong parameter once', async () => {
    const { detail } = await failure('tiktok.keywordSearch', { period: '2', cursor: 'x' });
    expect(detail).toHaveLength(3);
    expect(detail).toEqual(
      expect.arrayContaining([
        { loc: ['query', 'name'], msg: 'field required', type: 'value_error.missing' },
        { loc: ['query', 'period'], msg: expect.any(String), type: 'type_error.enum' },
        { loc: ['query', 'cursor'], msg: expect.any(String), type: 'type_error.integer' },
      ]),
    );
  });

  it('491 for a token that is not known, and for none', async () => {
    for (const token of ['wrong', 'undefined']) {
      const stranger = new Sdk(api.url, token);
      const error = await stranger.failure('tiktok.hashtagSearch', { hashtag: 'cats' });
      await stranger.close();
      expect(error).toMatchObject({ isEDError: true, statusCode: 491, detail: 'Token not found' });
    }
  });

  it.each([
    [503, 'overload-503'],
    [503, 'captcha-page'],
    [502, 'reset'],
    [504, 'slow-body'],
  ] as const)('%i when TikTok answers with %s everywhere', async (status, fault) => {
    api.sandbox.faults.add({ route: '*', fault, ...(fault === 'slow-body' && { stallMs: 5_000 }) });
    const username = `${fault.replace(/[^a-z]/g, '')}.one`;
    const error = await failure('tiktok.userPostsFromUsername', { username, depth: 1 });
    expect(error).toMatchObject({ isEDError: true, statusCode: status, unitsCharged: 0 });
  });

  it('503 says when to come back', async () => {
    api.sandbox.faults.add({ route: '*', fault: 'overload-503' });
    const reply = await api.call('/apis/tt/user/info?username=later.one&token=test-token');
    expect([reply.status, Number(reply.headers['retry-after'])]).toEqual([503, expect.any(Number)]);
    expect(Number(reply.headers['retry-after'])).toBeGreaterThan(0);
  });

  it('500 for a fault of ours, without a word of it', async () => {
    const meter = api.app.get(UnitMeter, { strict: false });
    const broken = jest.spyOn(meter, 'assertUnitsLeft').mockRejectedValue(new Error('inner words'));
    try {
      const error = await failure('tiktok.hashtagSearch', { hashtag: 'cats' });
      expect(error).toMatchObject({ isEDError: true, statusCode: 500, unitsCharged: 0 });
      expect(error.detail).not.toContain('inner words');
    } finally {
      broken.mockRestore();
    }
  });

  it('404 for every method of the other platforms', async () => {
    const source = readFileSync(
      join(__dirname, '../../node_modules/ensembledata/src/client.js'),
      'utf8',
    );
    const paths = [...source.matchAll(/"(\/(?!tt\/|customer\/)[a-z]+\/[a-z/-]+)"/g)].map(
      ([, path]) => String(path),
    );
    expect(paths.length).toBeGreaterThan(30);
    for (const path of paths)
      expect(await failure('request', [path, {}])).toMatchObject({
        isEDError: true,
        statusCode: 404,
        detail: 'Not Found',
      });
  });
});

describe('docs/errors.md', () => {
  it('has a line for every number that is answered under /apis', () => {
    const page = readFileSync(join(__dirname, '../../docs/errors.md'), 'utf8');
    const lines = [...page.matchAll(/^\| (\d{3}) \|/gm)].map(([, number]) => number);
    const neverAnswered = ['492', '493'];
    expect(lines).toEqual(Object.keys(errorNumbers).filter((n) => !neverAnswered.includes(n)));
  });
});

describe('errors over HTTP', () => {
  let api: TestApi;

  beforeAll(async () => {
    api = await startApi();
  });

  afterAll(() => api.close());

  const path = '/apis/tt/hashtag/posts?name=cats&token=t';
  const body = 'x'.repeat(100_000);
  const json = { 'content-type': 'application/json' };

  it.each([
    ['an unknown path', '/apis/tt/nothing?token=t', {}, 404],
    ['the prefix alone', '/apis', {}, 404],
    ['a POST', path, { method: 'POST' as const, body: '{}', headers: json }, 405],
    [
      'a POST of something broken',
      path,
      { method: 'POST' as const, body: '{', headers: json },
      405,
    ],
    ['a POST of too much', path, { method: 'POST' as const, body, headers: json }, 405],
    ['a POST nowhere', '/apis/tt/nothing', { method: 'POST' as const, body, headers: json }, 404],
    ['a GET with a body', '/apis/tt/hashtag/posts?token=t', { body, headers: json }, 422],
    ['a broken escape', '/apis/tt/%zz?token=t', {}, 400],
    ['an endless path', `/apis/tt/${'x'.repeat(5_000)}?token=t`, {}, 404],
  ])('%s is JSON with a detail and no data', async (_, address, options, status) => {
    const reply = await api.call(address, options);
    expect(reply.status).toBe(status);
    expect(Object.keys(reply.json())).toEqual(['detail']);
    expect(reply.headers).toMatchObject({
      'content-type': 'application/json; charset=utf-8',
      units_charged: '0',
      'x-request-id': expect.stringMatching(/./),
      'cache-control': 'no-store',
    });
    expect(reply.text).not.toContain('token=t');
  });

  it('405 says what is allowed', async () => {
    const reply = await api.call(path, { method: 'POST' });
    expect([reply.status, reply.headers.allow]).toEqual([405, 'GET, HEAD']);
    expect(reply.json()).toEqual({ detail: 'Method Not Allowed' });
  });

  it('a preflight of a browser is nothing to refuse by its method', async () => {
    const preflight = { 'access-control-request-method': 'GET', origin: 'https://example.org' };
    const asked = await api.call(path, { method: 'OPTIONS', headers: preflight });
    expect(asked.status).not.toBe(405);
    expect((await api.call(path, { method: 'OPTIONS' })).status).toBe(405);
  });

  it('HEAD is answered like GET, without a body', async () => {
    const reply = await api.call(path, { method: 'HEAD' });
    expect([reply.status, reply.text]).toEqual([200, '']);
  });
});
