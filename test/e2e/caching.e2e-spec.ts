import type { TestApi } from '../support/api';
import { startApi } from '../support/api';

const likes = '/api/user/tatyanka_yak/6954415245976751361/likes_count';
const hourMs = 3_600_000;

describe('caching', () => {
  let api: TestApi;

  beforeEach(async () => {
    api = await startApi();
  });

  afterEach(() => api.close());

  it.each([
    ['/api/user/gabrielymayra/info', 1],
    ['/api/trending_videos', 1],
    ['/api/user/luna_the_pantera/6954415245976751361/likes_count', 1],
  ])('asks TikTok once for 1,000 identical GETs at a time: %s', async (path, pages) => {
    const replies = await Promise.all(Array.from({ length: 1000 }, () => api.call(path)));
    expect([...new Set(replies.map(({ status }) => status))]).toEqual([200]);
    expect(new Set(replies.map(({ text }) => text)).size).toBe(1);
    expect(api.sandbox.counters.count()).toBe(pages);
  });

  it('asks TikTok once for an account that is missing, however many ask', async () => {
    const path = '/api/user/missing.account/info';
    const replies = await Promise.all(Array.from({ length: 300 }, () => api.call(path)));
    expect(replies.every(({ status }) => status === 404)).toBe(true);
    expect(api.sandbox.counters.count()).toBe(1);
  });

  it('refreshes likes with update_cache true only, for the GET route too', async () => {
    const body = { user_id: 'tatyanka_yak', video_id: '6954415245976751361' };
    const before = await api.call(likes);
    api.sandbox.clock.advance(hourMs);

    const kept = await api.postJson('/api/user/likes_count', { ...body, update_cache: 'False' });
    expect(kept.status).toBe(200);
    expect(kept.text).toBe(before.text);

    const renewed = await api.postJson('/api/user/likes_count', { ...body, update_cache: 'True' });
    expect(renewed.status).toBe(200);
    expect(renewed.text).not.toBe(before.text);
    expect(renewed.headers['cache-status']).toMatch(
      /^tiktok-data-api; fwd=request; ttl=\d+; stored$/,
    );
    expect(renewed.headers['cache-control']).toBe('no-store');

    const after = await api.call(likes);
    expect(after.text).toBe(renewed.text);
    expect(after.headers['cache-status']).toMatch(/^tiktok-data-api; hit; ttl=\d+$/);
  });

  it.each([true, 'True', 'true', 1])('takes %j for yes', async (update_cache) => {
    const path = '/api/user/gabrielymayra/videos';
    const before = await api.call(path);
    api.sandbox.clock.advance(100 * 24 * hourMs);
    const renewed = await api.postJson('/api/user/videos', {
      user_id: 'gabrielymayra',
      update_cache,
    });
    expect(renewed.text).not.toBe(before.text);
    expect((await api.call(path)).text).toBe(renewed.text);
  });

  it.each([false, 'False', 'false', 0, undefined])('takes %j for no', async (update_cache) => {
    const before = await api.call('/api/user/gabrielymayra/videos');
    api.sandbox.clock.advance(100 * 24 * hourMs);
    const kept = await api.postJson('/api/user/videos', { user_id: 'gabrielymayra', update_cache });
    expect(kept.text).toBe(before.text);
  });

  it('tells where an answer comes from, how old it is and how long it lives', async () => {
    const { headers } = await api.call('/api/user/gabrielymayra/info');
    expect(headers).toMatchObject({
      'x-tiktok-source': 'sandbox:page',
      age: '0',
      'cache-control': expect.stringMatching(
        /^public, max-age=\d+, stale-while-revalidate=600, stale-if-error=86400$/,
      ),
      'cache-status': expect.stringMatching(/^tiktok-data-api; fwd=uri-miss; ttl=\d+; stored$/),
      etag: expect.stringMatching(/^"[\w-]{27}"$/),
      'content-type': 'application/json; charset=utf-8',
    });
  });

  it('counts what became of requests, for operators', async () => {
    const path = '/api/user/gabrielymayra/info';
    await Promise.all([api.call(path), api.call(path), api.call(path)]);
    await api.call(path);
    const { cache } = (await api.call('/health/upstream')).json<{
      cache: Record<string, number>;
    }>();
    expect(cache).toMatchObject({ misses: 1, collapsed: 2, hits: 1, flights: 0, entries: 1 });
    expect(cache.bytes).toBeGreaterThan(2_000);
    expect(cache).not.toHaveProperty('redis');
  });

  it('answers 304 without a body to who has it already', async () => {
    const first = await api.call(likes);
    const etag = String(first.headers.etag);
    for (const tag of [etag, `W/${etag}`, `"other", ${etag}`, '*']) {
      const again = await api.call(likes, { headers: { 'if-none-match': tag } });
      expect([again.status, again.text, again.headers.etag]).toEqual([304, '', etag]);
    }
    const other = await api.call(likes, { headers: { 'if-none-match': '"other"' } });
    expect([other.status, other.text]).toEqual([200, first.text]);
  });

  it('gives each representation its own tag', async () => {
    const text = await api.call(likes);
    const json = await api.call(likes, { headers: { accept: 'application/json' } });
    expect(text.headers.vary).toBe('Accept, Accept-Encoding');
    expect(json.headers.etag).not.toBe(text.headers.etag);
    expect(api.sandbox.counters.count('video-page')).toBe(1);
  });

  it('answers HEAD with the headers of GET', async () => {
    const get = await api.call(likes);
    const head = await api.call(likes, { method: 'HEAD' });
    expect([head.status, head.text]).toEqual([200, '']);
    expect(head.headers.etag).toBe(get.headers.etag);
    expect(head.headers['content-length']).toBe(String(Buffer.byteLength(get.text)));
  });
});
