import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { Agent, request } from 'undici';
import { OperationCache } from '../../src/cache/operation-cache';
import { TikTokClient } from '../../src/tiktok';
import type { TestApi } from '../support/api';
import { startApi } from '../support/api';

const info = '/api/user/gabrielymayra/info';
const likes = '/api/user/luna_the_pantera/6954415245976751361/likes_count';

/** Headers that tell one answer from the next, whatever is in it. */
const perAnswer = new Set([
  'age',
  'cache-status',
  'connection',
  'date',
  'keep-alive',
  'x-request-id',
]);

function lasting(headers: TestApiHeaders): TestApiHeaders {
  const kept = Object.entries(headers).filter(
    ([name]) => !perAnswer.has(name) && !name.startsWith('ratelimit'),
  );
  return Object.fromEntries(kept);
}

type TestApiHeaders = Readonly<Record<string, string | string[] | undefined>>;

describe('hits', () => {
  let api: TestApi;
  beforeAll(async () => {
    api = await startApi();
  });
  afterAll(() => api.close());

  async function bytes(path: string, headers: Record<string, string>) {
    const answer = await request(api.url + path, { headers });
    return { ...answer, body: Buffer.from(await answer.body.arrayBuffer()) };
  }

  it('are answered without the handler, with the bytes and headers that it would give', async () => {
    const handled = jest.spyOn(api.app.get(TikTokClient), 'publicUser');
    const first = await api.call(info);
    expect(handled).toHaveBeenCalledTimes(1);
    const hitsBefore = api.app.get(OperationCache).stats().hits;
    const second = await api.call(info);
    expect(handled).toHaveBeenCalledTimes(1);
    expect(api.app.get(OperationCache).stats().hits).toBe(hitsBefore + 1);
    expect(second.text).toBe(first.text);
    expect(lasting(second.headers)).toEqual(lasting(first.headers));
    expect(second.headers['cache-status']).toMatch(/^tiktok-data-api; hit; ttl=\d+$/);
    handled.mockRestore();
  });

  it('go the whole way again once their entry was fetched anew', async () => {
    const old = await api.call(likes);
    expect((await api.call(likes)).headers.etag).toBe(old.headers.etag);
    const asked = api.sandbox.counters.count('video-page');
    await api.postJson('/api/user/likes_count', {
      user_id: 'luna_the_pantera',
      video_id: '6954415245976751361',
      update_cache: true,
    });
    expect(api.sandbox.counters.count('video-page')).toBe(asked + 1);
    const handledAnew = await api.call(likes, { headers: { accept: 'application/json' } });
    expect(handledAnew.json()).toMatchObject({ user_id: 'luna_the_pantera' });
    expect((await api.call(likes)).headers.age).toBe('0');
    expect(api.sandbox.counters.count('video-page')).toBe(asked + 1);
  });

  it('keep what depends on Accept apart', async () => {
    for (let round = 0; round < 2; round += 1) {
      const text = await api.call(likes);
      const json = await api.call(likes, { headers: { accept: 'application/json' } });
      expect(text.text).toMatch(/^For video /);
      expect(text.headers.vary).toBe('Accept, Accept-Encoding');
      expect(Object.keys(json.json())).toEqual([
        'user_id',
        'video_id',
        'likes_count',
        'fetched_at',
      ]);
    }
  });

  it.each([
    ['br', 'br', brotliDecompressSync],
    ['gzip', 'gzip', gunzipSync],
    ['gzip, deflate, br, zstd', 'br', brotliDecompressSync],
    ['gzip;q=0.5, br;q=0', 'gzip', gunzipSync],
  ])('are packed for who accepts %s', async (accepted, encoding, unpack) => {
    const plain = await bytes(info, {});
    expect(plain.headers['content-encoding']).toBeUndefined();
    for (let round = 0; round < 2; round += 1) {
      const packed = await bytes(info, { 'accept-encoding': accepted });
      expect(packed.headers['content-encoding']).toBe(encoding);
      expect(packed.headers['content-length']).toBe(String(packed.body.length));
      expect(packed.body.length).toBeLessThan(plain.body.length);
      expect(unpack(packed.body)).toEqual(plain.body);
      expect(packed.headers.etag).not.toBe(plain.headers.etag);
      const etag = String(packed.headers.etag);
      const again = await bytes(info, { 'accept-encoding': accepted, 'if-none-match': etag });
      expect([again.statusCode, again.body.length]).toEqual([304, 0]);
    }
  });

  it.each(['identity', 'zstd', '*;q=0', ''])('are sent as they are for %p', async (accepted) => {
    const { headers } = await bytes(info, { 'accept-encoding': accepted });
    expect(headers['content-encoding']).toBeUndefined();
    expect(headers.vary).toBe('Accept-Encoding');
  });

  it('are sent as they are where packing saves nothing', async () => {
    const { headers, body } = await bytes(likes, { 'accept-encoding': 'br' });
    expect(headers['content-encoding']).toBeUndefined();
    expect(body.toString()).toMatch(/^For video /);
  });

  it('have heads of their own, however many of them one connection is sent', async () => {
    const agent = new Agent({ connections: 1 });
    const own = (id: string, more = {}) =>
      request(api.url + info, { dispatcher: agent, headers: { 'x-request-id': id, ...more } });
    await (await own('first')).body.text();
    const heads: TestApiHeaders[] = [];
    for (const id of ['a', 'b', 'c']) {
      const { headers, body, statusCode } = await own(id);
      expect([statusCode, headers['x-request-id']]).toEqual([200, id]);
      expect(Number(headers['content-length'])).toBe((await body.arrayBuffer()).byteLength);
      heads.push(headers);
    }
    const [first, ...others] = heads.map(lasting);
    expect(others).toEqual([first, first]);
    expect(heads.map(({ connection }) => connection)).toEqual(Array(3).fill('keep-alive'));
    const named = await request(api.url + info, { dispatcher: agent });
    await named.body.dump();
    expect(named.headers['x-request-id']).toMatch(/^[0-9a-f-]{36}$/);
    const last = await own('last', { connection: 'close' });
    expect(last.headers).toMatchObject({ 'x-request-id': 'last', connection: 'close' });
    await agent.close();
  });

  it('answer HEAD with the headers of GET', async () => {
    const get = await api.call(info);
    const head = await api.call(info, { method: 'HEAD' });
    expect(head.text).toBe('');
    expect(lasting(head.headers)).toEqual(lasting(get.headers));
  });
});
