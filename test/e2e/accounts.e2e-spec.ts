import type { TestApi } from '../support/api';
import { startApi } from '../support/api';

describe('accounts and posts that are not to be had', () => {
  let api: TestApi;

  beforeAll(async () => {
    api = await startApi();
  });

  afterAll(() => api.close());

  it.each([
    ['/api/user/missing.account/info', 404, 'tiktok.not_found'],
    ['/api/user/missing.account/videos', 404, 'tiktok.not_found'],
    ['/api/user/banned.account/info', 404, 'tiktok.not_found'],
    ['/api/user/private.account/info', 403, 'tiktok.private'],
    ['/api/user/private.account/videos', 403, 'tiktok.private'],
    ['/api/user/missing.account/6954415245976751361/likes_count', 404, 'tiktok.not_found'],
    ['/api/user/gabrielymayra/6954415245976751361/likes_count', 404, 'tiktok.not_found'],
  ])('GET %s answers %d with %s', async (path, status, code) => {
    const reply = await api.call(path);
    expect(reply.status).toBe(status);
    expect(reply.headers['content-type']).toBe('application/problem+json');
    expect(reply.json()).toMatchObject({ status, code, retryable: false });
  });

  it.each([
    ['videos', { user_id: 'missing.account' }, 404, 'tiktok.not_found'],
    ['videos', { user_id: 'private.account', update_cache: true }, 403, 'tiktok.private'],
    [
      'likes_count',
      { user_id: 'gabrielymayra', video_id: '6954415245976751361' },
      404,
      'tiktok.not_found',
    ],
  ])('POST %s %j answers %d with %s', async (route, body, status, code) => {
    const reply = await api.postJson(`/api/user/${route}`, body);
    expect([reply.status, reply.json().code]).toEqual([status, code]);
  });

  it('answers an account without posts with an empty, complete list', async () => {
    const reply = await api.call('/api/user/empty.account/videos');
    expect([reply.status, reply.text]).toEqual([200, '{}']);
    expect(reply.headers['x-tiktok-completeness']).toBe('complete');
  });
});

describe('accounts by handle and by secUid', () => {
  let api: TestApi;

  beforeAll(async () => {
    api = await startApi();
  });

  afterAll(() => api.close());

  it('tells the same of an account by handle, by @handle in any case, and by secUid', async () => {
    const byHandle = await api.call('/api/user/gabrielymayra/info');
    const { userInfo } = byHandle.json<{ userInfo: { user: { secUid: string } } }>();
    for (const name of ['@GabrielyMayra', userInfo.user.secUid]) {
      const reply = await api.call(`/api/user/${name}/info`);
      expect([reply.status, reply.json().userInfo]).toEqual([200, byHandle.json().userInfo]);
    }
    const posts = await api.call('/api/user/gabrielymayra/videos?count=5');
    const bySecUid = await api.call(`/api/user/${userInfo.user.secUid}/videos?count=5`);
    expect(Object.keys(bySecUid.json())).toEqual(Object.keys(posts.json()));
  });

  it('counts a post for its author by handle, @handle and secUid', async () => {
    const { userInfo } = (await api.call('/api/user/luna_the_pantera/info')).json<{
      userInfo: { user: { secUid: string } };
    }>();
    const texts = new Set<string>();
    for (const name of ['luna_the_pantera', '@Luna_The_Pantera', userInfo.user.secUid])
      texts.add((await api.call(`/api/user/${name}/6954415245976751361/likes_count`)).text);
    expect([...texts]).toEqual([expect.stringMatching(/likes$/)]);
  });
});

describe('lists', () => {
  let api: TestApi;

  beforeAll(async () => {
    api = await startApi();
  });

  afterAll(() => api.close());

  it("gives exactly the account's own newest posts, and more of the same for a larger count", async () => {
    const few = Object.keys((await api.call('/api/user/gabrielymayra/videos?count=7')).json());
    const many = Object.keys((await api.call('/api/user/gabrielymayra/videos?count=100')).json());
    expect(few).toHaveLength(7);
    expect(many.slice(0, 7)).toEqual(few);
    expect(new Set(many).size).toBe(many.length);
    expect([...many].sort((a, b) => (BigInt(a) < BigInt(b) ? 1 : -1))).toEqual(many);
    for (const id of [few[0], many.at(-1)]) {
      const likes = await api.call(`/api/user/gabrielymayra/${id}/likes_count`);
      expect(likes.status).toBe(200);
    }
  });

  it.each(['pin.five', 'pin.two'])(
    'gives the newest of %s, pinned posts or not',
    async (handle) => {
      const all = Object.keys((await api.call(`/api/user/${handle}/videos?count=60`)).json());
      for (const fault of [undefined, 'empty-200'] as const) {
        const other = await startApi();
        if (fault) other.sandbox.faults.add({ route: 'creator-list', fault });
        const few = await other.call(`/api/user/${handle}/videos?count=3`);
        expect(Object.keys(few.json())).toEqual(all.slice(0, 3));
        await other.close();
      }
    },
  );

  it('gives as many trending posts as asked for, no one twice', async () => {
    for (const count of [1, 10, 30]) {
      const reply = await api.call(`/api/trending_videos?count=${count}`);
      expect(Object.keys(reply.json())).toHaveLength(count);
    }
  });

  it('gives likes as JSON to who accepts JSON', async () => {
    const path = '/api/user/luna_the_pantera/6954415245976751361/likes_count';
    const text = await api.call(path);
    const json = await api.call(path, { headers: { accept: 'application/json' } });
    const likes = Number(/of (\d+) likes$/.exec(text.text)?.[1]);
    expect(json.json()).toEqual({
      user_id: 'luna_the_pantera',
      video_id: '6954415245976751361',
      likes_count: likes,
      fetched_at: expect.stringMatching(/^\d{4}-\d\d-\d\dT[\d:.]+Z$/),
    });
    expect(text.headers['content-type']).toBe('text/plain; charset=utf-8');
  });
});
