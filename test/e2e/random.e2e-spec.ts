import type { TestApi } from '../support/api';
import { startApi } from '../support/api';
import { dataOf } from '../support/media';

interface Slides {
  readonly images: readonly string[];
  readonly media: Record<string, string | null>;
  readonly post_author: { readonly unique_id: string };
}

let api: TestApi;
beforeAll(async () => {
  api = await startApi();
});
afterAll(() => api.close());

describe('GET /api/tiktok/random', () => {
  const newest = (handle: string, limit: number): string[] => {
    const account = api.sandbox.world.user(handle);
    if (!account) throw new Error('the sandbox has this account');
    return api.sandbox.world.userPosts(account, { limit }).map(({ id }) => id);
  };
  const idIn = (slides: Slides): string =>
    /v1\.(\d+)\./.exec(String(slides.media.music))?.[1] ?? '';

  it('chooses among the newest posts, anew every time, and nobody keeps the answer', async () => {
    const pool = newest('gabrielymayra', 30);
    const chosen = new Set<string>();
    for (let n = 0; n < 12; n += 1) {
      const reply = await api.call('/api/tiktok/random?username=gabrielymayra');
      expect([reply.status, reply.headers['cache-control']]).toEqual([200, 'no-store']);
      chosen.add(idIn(reply.json<{ data: Slides }>().data));
    }
    for (const id of chosen) expect(pool).toContain(id);
    // Twelve equal ones of thirty: once in 10^16 runs.
    expect(chosen.size).toBeGreaterThan(1);
  });

  it('chooses the newest from a pool of one', async () => {
    const slides = await dataOf<Slides>(api, 'random?username=@gabrielymayra&pool=1');
    expect(idIn(slides)).toBe(newest('gabrielymayra', 1)[0]);
  });

  it('chooses the same with the same seed, by handle and by secUid, after a refresh too', async () => {
    const path = 'random?username=gabrielymayra&seed=tuesday&pool=100';
    const first = await dataOf<Slides>(api, path);
    expect(newest('gabrielymayra', 100)).toContain(idIn(first));
    await api.postJson('/api/user/videos', { user_id: 'gabrielymayra', update_cache: true });
    expect(idIn(await dataOf<Slides>(api, path))).toBe(idIn(first));
    const { secUid } = api.sandbox.world.user('gabrielymayra') ?? {};
    const bySecUid = await dataOf<Slides>(api, path.replace('gabrielymayra', String(secUid)));
    expect(idIn(bySecUid)).toBe(idIn(first));
    const seeds = await Promise.all(
      ['a', 'b', 'c', 'd', 'e', 'f'].map((seed) =>
        dataOf<Slides>(api, `random?username=gabrielymayra&seed=${seed}`),
      ),
    );
    expect(new Set(seeds.map(idIn)).size).toBeGreaterThan(1);
  });

  it('keeps an answer with a seed like any other', async () => {
    const path = '/api/tiktok/random?username=gabrielymayra&seed=kept';
    const first = await api.call(path);
    expect(first.headers['cache-control']).toMatch(/^public, max-age=\d+/);
    expect((await api.call(path)).text).toBe(first.text);
  });

  it('shows photo posts with their pictures, and videos with their video', async () => {
    const kinds = new Set<string>();
    for (let n = 0; n < 40 && kinds.size < 2; n += 1) {
      const slides = await dataOf<Slides>(api, `random?username=gabrielymayra&seed=${n}`);
      const post = api.sandbox.world.post(idIn(slides));
      if (!post) throw new Error('chosen from nowhere');
      kinds.add(post.kind);
      expect(Object.keys(slides)).toEqual(['cover', 'images', 'media', 'post_author']);
      expect(slides.images).toHaveLength(post.pictures);
      expect(Object.keys(slides.media)).toEqual(
        post.kind === 'photo' ? ['music'] : ['music', 'no_watermark', 'watermark'],
      );
      expect(slides.post_author.unique_id).toBe('gabrielymayra');
    }
    expect([...kinds].sort()).toEqual(['photo', 'video']);
  });
});
