import fc from 'fast-check';
import type { Post } from './post';
import { World } from './world';

const NOW_MS = Date.parse('2026-11-21T12:00:00Z');
const DAY = 86_400;

function newWorld() {
  return new World('spec', { nowMs: () => NOW_MS });
}

const world = newWorld();
const handles = fc.stringMatching(/^[a-z0-9_]{1,20}$/);
const words = fc.stringMatching(/^[a-z0-9_]{1,20}$/);
const rows = fc.record({ from: fc.nat(200), limit: fc.integer({ min: 1, max: 12 }) });

function account(handle: string) {
  const found = world.user(handle);
  if (!found) throw new Error(`No account ${handle}`);
  return found;
}

function expectResolves(posts: readonly Post[]): void {
  for (const post of posts) {
    expect(world.post(post.id)).toEqual(post);
    expect(post.state).toBe('open');
    expect(post.createdAt).toBeLessThanOrEqual(world.nowSeconds());
  }
}

function hashtagsIn({ caption }: Post): string[] {
  return caption.parts.filter(({ kind }) => kind === 'hashtag').map(({ name }) => name);
}

describe('lists of posts', () => {
  it('bring forth posts of a hashtag that say so wherever they are met', () => {
    fc.assert(
      fc.property(words, rows, (name, range) => {
        const hashtag = world.hashtag(name);
        if (hashtag?.state !== 'open') return;
        expect(world.hashtagById(hashtag.id)).toEqual(hashtag);
        const posts = world.hashtagPosts(hashtag, range);
        for (const post of posts) expect(hashtagsIn(post)).toContain(hashtag.name);
        expectResolves(posts);
      }),
      { numRuns: 150 },
    );
  });

  it('need no memory for hashtags that the world itself uses', () => {
    const dance = world.hashtag('dance');
    const [post] = dance ? world.hashtagPosts(dance, { from: 3, limit: 1 }) : [];
    expect(newWorld().post(post?.id ?? '')).toEqual(post);
  });

  it('bring forth posts that say a keyword, also sorted and filtered', () => {
    fc.assert(
      fc.property(words, fc.constantFrom(0, 1, 7, 30, 180), (keyword, withinDays) => {
        const search = { from: 0, limit: 12, order: 'likes', withinDays } as const;
        const posts = world.searchPosts(keyword, search);
        expectResolves(posts);
        const likes = posts.map((post) => world.postCounts(post).likes);
        expect(likes).toEqual(likes.toSorted((a, b) => b - a));
        for (const { caption, createdAt } of posts) {
          expect(caption.text).toContain(keyword);
          if (withinDays > 0)
            expect(world.nowSeconds() - createdAt).toBeLessThanOrEqual(withinDays * DAY);
        }
      }),
      { numRuns: 40 },
    );
  });

  it('bring forth posts with a sound, shared, original or unheard of', () => {
    const ids = fc.oneof(
      handles.map((handle) => world.userPosts(account(handle), { limit: 1 })[0]?.sound.id ?? '7'),
      fc.bigInt(6_000_000_000_000_000_000n, 7_600_000_000_000_000_000n).map(String),
    );
    fc.assert(
      fc.property(ids, (id) => {
        const sound = world.sound(id);
        if (!sound) return;
        expect(sound.id).toBe(id);
        const { rows: size } = world.soundCounts(sound);
        const posts = world.soundPosts(sound, { from: 0, limit: 8 });
        expect(posts).toHaveLength(Math.min(8, size));
        for (const post of posts) expect(post.sound).toEqual(sound);
        expectResolves(posts);
        const first = world.soundPosts(sound, { from: 0, limit: 3 });
        const second = world.soundPosts(sound, { from: 3, limit: 5 });
        expect([...first, ...second]).toEqual(posts);
      }),
      { numRuns: 200 },
    );
  });

  it('put a post into a playlist exactly when it carries its id', () => {
    for (const handle of ['lists.one', 'lists.two']) {
      const owner = account(handle);
      const all = world.userPosts(owner, { limit: Infinity, order: 'oldest-first' });
      for (const list of world.lists(owner, 'playlist')) {
        expect(world.list('playlist', list.id)).toEqual(list);
        const posts = world.listPosts(list, { from: 0, limit: Infinity });
        expect(posts).toEqual(all.filter(({ playlistId }) => playlistId === list.id));
        expect(posts).toHaveLength(list.size);
      }
    }
  });

  it('show what was liked and reposted after it was published', () => {
    for (const handle of ['likes.one', 'zachking', 'gabrielymayra', 'tiktok']) {
      for (const gifts of [
        world.likedPosts(account(handle), { limit: 60 }),
        world.reposts(account(handle), { limit: 60 }),
      ]) {
        expectResolves(gifts.map(({ post }) => post));
        gifts.forEach(({ post, givenAt }, n) => {
          expect(post.createdAt).toBeLessThanOrEqual(givenAt);
          expect(givenAt).toBeLessThan(gifts[n - 1]?.givenAt ?? Infinity);
        });
      }
    }
  });

  it('reach thousands of posts of a big account', () => {
    const posts = world.userPosts(account('big.archive'), { limit: Infinity });
    expect(posts.length).toBeGreaterThanOrEqual(5_000);
    expect(new Set(posts.map(({ id }) => id)).size).toBe(posts.length);
  });
});

describe('comments', () => {
  const posts = handles.map((handle) => world.userPosts(account(handle), { limit: 1 })[0]);

  it('belong to their post, lead back from their id and add up to no more than its counter', () => {
    fc.assert(
      fc.property(posts, (post) => {
        if (!post) return;
        const comments = world.comments(post, { from: 0, limit: Infinity });
        const { all } = world.commentTotals(post);
        let total = comments.length;
        for (const comment of comments) {
          expect(comment.postId).toBe(post.id);
          expect(comment.createdAt).toBeGreaterThanOrEqual(post.createdAt);
          expect(comment.createdAt).toBeLessThanOrEqual(world.nowSeconds());
          total += comment.replies;
        }
        const last = comments.at(-1);
        if (last) expect(world.comment(post, last.id)).toEqual(last);
        expect(total).toBeLessThanOrEqual(all);
        expect(new Set(comments.map(({ id }) => id)).size).toBe(comments.length);
      }),
      { numRuns: 60 },
    );
  });

  it('have replies, oldest first, that name their parent', () => {
    const [post] = world.userPosts(account('tiktok'), {
      until: world.nowSeconds() - 9 * DAY,
      limit: 1,
    });
    if (!post) throw new Error('tiktok has posts');
    const thread = world.comments(post, { from: 0, limit: 60 }).find(({ replies }) => replies > 3);
    if (!thread) throw new Error('a thread has replies');
    const replies = world.replies(post, thread, { from: 0, limit: Infinity });
    expect(replies).toHaveLength(thread.replies);
    replies.forEach((reply, n) => {
      expect(reply.parentId).toBe(thread.id);
      expect(reply.createdAt).toBeGreaterThan(replies[n - 1]?.createdAt ?? thread.createdAt);
    });
  });
});

describe('followers', () => {
  it('come newest first, once each, as many as the counter says or TikTok lets through', () => {
    for (const handle of ['gabrielymayra', 'zachking', 'somebody_small']) {
      const owner = account(handle);
      for (const kind of ['followers', 'following'] as const) {
        const follows = world[kind](owner, { limit: Infinity });
        expect(follows).toHaveLength(Math.min(5_000, world.userCounts(owner)[kind]));
        expect(new Set(follows.map((follow) => follow.account.id)).size).toBe(follows.length);
        follows.forEach(({ followedAt }, n) => {
          expect(followedAt).toBeLessThan(follows[n - 1]?.followedAt ?? world.nowSeconds() + 1);
        });
        const before = follows[9]?.followedAt;
        const rest = world[kind](owner, { before, limit: 5 });
        if (follows.length > 10) expect(rest[0]).toEqual(follows[10]);
      }
    }
  });

  it('are not told where an account hides them', () => {
    for (const handle of ['hidden.one', 'hiding.one', 'private.one']) {
      expect(world.followers(account(handle), { limit: 5 })).toEqual([]);
    }
  });
});

describe('ids', () => {
  it('of accounts, rooms, places and effects lead back to them', () => {
    fc.assert(
      fc.property(handles, fc.nat(0x0fffffff), (handle, number) => {
        const owner = account(handle);
        expect(world.userById(owner.id)).toEqual(owner);
        const live = account(`live.${handle.slice(0, 15)}0`);
        const room = world.liveRoom(live);
        expect(room?.isLive).toBe(true);
        expect(world.liveRoomById(room?.id ?? '')).toEqual(room);
        const place = world.place(String(22_535_000_000_000_000n + BigInt(number)));
        if (place) expectResolves(world.placePosts(place, { from: 0, limit: 2 }));
        const effect = world.effect(String(100 + number));
        if (effect) expectResolves(world.effectPosts(effect, { from: 0, limit: 2 }));
      }),
      { numRuns: 100 },
    );
  });
});
