import fc from 'fast-check';
import { generatedTag } from './handles';
import { World } from './world';

const DAY_MS = 86_400_000;
const NOW_MS = Date.parse('2026-11-21T12:00:00Z');

function worldAt(nowMs: number, seed = 'spec') {
  return new World(seed, { nowMs: () => nowMs });
}

const world = worldAt(NOW_MS);
const later = worldAt(NOW_MS + 30 * DAY_MS);
const accounts = fc
  .oneof(
    fc.stringMatching(/^[a-z0-9_]{1,24}$/),
    fc.nat(0x0fffffff).map((n) => world.userByTag(generatedTag(n)).handle),
  )
  .map((handle) => world.user(handle) ?? fail(handle));

function fail(handle: string): never {
  throw new Error(`No account for ${handle}`);
}

describe('world', () => {
  it('has one account per handle, whatever the case and whoever asks', () => {
    fc.assert(
      fc.property(accounts, (account) => {
        expect(worldAt(NOW_MS).user(account.handle.toUpperCase())).toEqual(account);
        expect(world.userBySecUid(account.secUid)).toEqual(account);
        expect(account.id).toMatch(/^\d{19}$/);
        expect(account.bio).toContain('(sandbox account)');
      }),
      { numRuns: 300 },
    );
  });

  it('leads from every listed post back to its author', () => {
    fc.assert(
      fc.property(accounts, (account) => {
        const [newest, ...older] = world.userPosts(account, { limit: 5 });
        expect(newest?.author.handle).toBe(account.handle);
        for (const post of older) expect(world.post(post.id)).toEqual(post);
        // A world that never heard of the handle finds the same account, under its address or not.
        const stranger = worldAt(NOW_MS);
        expect(stranger.post(newest?.id ?? '')?.author.id).toBe(account.id);
        expect(stranger.post(newest?.id ?? '', account.handle)).toEqual(newest);
      }),
      { numRuns: 300 },
    );
  });

  it('lists posts newest first, each a minute or less after its id', () => {
    fc.assert(
      fc.property(accounts, (account) => {
        const posts = world.userPosts(account, { limit: 20 });
        posts.forEach((post, n) => {
          const lag = post.createdAt - Number(BigInt(post.id) >> 32n);
          expect(lag).toBeGreaterThanOrEqual(0);
          expect(lag).toBeLessThanOrEqual(60);
          expect(post.createdAt).toBeLessThan(posts[n - 1]?.createdAt ?? Infinity);
          expect(post.state).toBe('open');
        });
      }),
      { numRuns: 100 },
    );
  });

  it('gives the same stretch in both directions', () => {
    fc.assert(
      fc.property(accounts, (account) => {
        const all = world.userPosts(account, { limit: 30 });
        const [from, until] = [all.at(-1)?.createdAt ?? 0, all[0]?.createdAt ?? 0];
        const forwards = world.userPosts(account, {
          from,
          until,
          limit: 50,
          order: 'oldest-first',
        });
        expect(forwards.map(({ id }) => id)).toEqual(all.map(({ id }) => id).reverse());
      }),
      { numRuns: 100 },
    );
  });

  it('keeps counters in proportion and lets them grow', () => {
    fc.assert(
      fc.property(accounts, (account) => {
        for (const post of world.userPosts(account, { limit: 5 })) {
          const now = world.postCounts(post);
          const then = later.postCounts(post);
          expect(now.plays).toBeGreaterThanOrEqual(now.likes);
          expect(now.likes).toBeGreaterThanOrEqual(now.comments);
          for (const key of Object.keys(now) as (keyof typeof now)[]) {
            expect(then[key]).toBeGreaterThanOrEqual(now[key]);
          }
        }
        const [before, after] = [world.userCounts(account), later.userCounts(account)];
        expect(after.hearts).toBeGreaterThanOrEqual(before.hearts);
        expect(after.followers).toBeGreaterThanOrEqual(before.followers);
      }),
      { numRuns: 300 },
    );
  });

  it('adds hearts and videos up to what the posts say', () => {
    fc.assert(
      fc.property(accounts, (account) => {
        const posts = world.userPosts(account, { limit: Infinity });
        const likes = posts.reduce((sum, post) => sum + world.postCounts(post).likes, 0);
        const { hearts, posts: count } = world.userCounts(account);
        expect(count).toBe(posts.length);
        expect(Math.abs(hearts - likes)).toBeLessThan(0.06 * likes + 2 * posts.length + 10);
      }),
      { numRuns: 25 },
    );
  });

  it('marks hashtags and mentions where the caption has them', () => {
    fc.assert(
      fc.property(accounts, (account) => {
        for (const { caption } of world.userPosts(account, { limit: 10 })) {
          for (const { kind, name, start, end } of caption.parts) {
            const sign = kind === 'hashtag' ? '#' : '@';
            expect(caption.text.slice(start, end)).toBe(`${sign}${name}`);
          }
        }
      }),
      { numRuns: 300 },
    );
  });

  it('knows any well-shaped id up to now', () => {
    const seconds = fc.integer({ min: 1_388_534_400, max: Math.floor(NOW_MS / 1000) - 61 });
    fc.assert(
      fc.property(seconds, fc.nat(0xffffffff), (minted, low) => {
        const id = ((BigInt(minted) << 32n) | BigInt(low)).toString();
        expect(world.post(id)?.id).toBe(id);
      }),
      { numRuns: 300 },
    );
    expect(world.post('123')).toBeUndefined();
    expect(world.post(String(BigInt(Math.floor(NOW_MS / 1000) + 100) << 32n))).toBeUndefined();
  });

  it('lists new posts as the time goes on, and none of reserved accounts', () => {
    const account = world.user('zachking') ?? fail('zachking');
    const [before, after] = [world.userCounts(account), later.userCounts(account)];
    expect(after.posts).toBeGreaterThan(before.posts);
    for (const handle of ['private.account', 'missing.x', 'banned.x', 'empty.account']) {
      const reserved = world.user(handle) ?? fail(handle);
      expect(world.userPosts(reserved, { limit: 5 })).toEqual([]);
    }
  });

  it('is another world for another seed', () => {
    const other = worldAt(NOW_MS, 'another').user('zachking');
    expect(other?.id).not.toBe(world.user('zachking')?.id);
    expect(other?.secUid).not.toBe(world.user('zachking')?.secUid);
  });
});
