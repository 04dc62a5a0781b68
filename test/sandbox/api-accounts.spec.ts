/* eslint-disable @typescript-eslint/no-unsafe-return, @typescript-eslint/no-unsafe-call -- tests walk JSON that has no types */
import type { Sandbox } from '../../src/sandbox';
import { accountIn, ask, idsOf } from './api-client';
import { fetchFrom, startFixedSandbox, DEVICE } from './sandbox-client';

let sandbox: Sandbox;
beforeAll(async () => {
  sandbox = await startFixedSandbox();
});
afterAll(() => sandbox.stop());

/** All pages of a list, by its own cursor. */
async function crawl(path: string, query: object, list = 'itemList') {
  const pages: { id: string }[][] = [];
  let cursor = '0';
  for (let hasMore = true; hasMore;) {
    const body = await ask(sandbox, path, { ...query, cursor });
    expect(body.statusCode).toBe(0);
    pages.push(body[list] ?? []);
    cursor = String(body.cursor);
    hasMore = body.hasMore;
  }
  return pages;
}

describe('/api/user/detail/', () => {
  it('agrees with the page, by name and by secUid', async () => {
    const account = accountIn(sandbox, 'zachking');
    const byName = await ask(sandbox, '/api/user/detail/', { uniqueId: 'ZachKing', secUid: '' });
    const bySecUid = await ask(sandbox, '/api/user/detail/', { secUid: account.secUid });
    const counts = sandbox.world.userCounts(account);
    expect(byName.userInfo.user).toMatchObject({ id: account.id, secUid: account.secUid });
    expect(byName.userInfo.statsV2.followerCount).toBe(String(counts.followers));
    expect(byName.shareMeta.desc).toContain('(sandbox)');
    expect(bySecUid.userInfo.user).toEqual(byName.userInfo.user);
    const { avatarLarger, avatarMedium, avatarThumb } = byName.userInfo.user;
    expect(avatarLarger).toContain('1080:1080');
    expect(avatarMedium).toContain('720:720');
    expect(avatarThumb).toContain('100:100');
  });

  it.each([
    ['missing.one', 10202],
    ['banned.one', 10221],
    ['not a handle', 100002],
  ])('has no user for %s', async (uniqueId, code) => {
    const body = await ask(sandbox, '/api/user/detail/', { uniqueId });
    expect(body).toMatchObject({ statusCode: code, status_code: code, userInfo: {} });
  });
});

describe('/api/post/item_list/', () => {
  it('gives every post once, the pinned ones first', async () => {
    const names = ['zachking', 'gabrielymayra', 'tiktok', 'daviddobrik'];
    const handle = names.find((name) => sandbox.world.pinnedPosts(accountIn(sandbox, name)).length);
    const account = accountIn(sandbox, handle ?? 'nobody.pins');
    const pages = await crawl('/api/post/item_list/', { secUid: account.secUid, count: 35 });
    const pinned = sandbox.world.pinnedPosts(account);
    const all = sandbox.world.userPosts(account, { limit: Infinity });
    const others = all.filter(({ isPinned }) => !isPinned);
    expect(pages.flat().map(({ id }) => id)).toEqual(idsOf([...pinned, ...others]));
    expect(pages[0]?.slice(0, pinned.length)).toEqual(
      pinned.map(({ id }) => expect.objectContaining({ id, isPinnedItem: true })),
    );
    for (const page of pages) expect(page.length).toBeLessThanOrEqual(35);
  });

  it('also goes by likes, and from the oldest on', async () => {
    const account = accountIn(sandbox, 'daviddobrik');
    const list = (order: number) =>
      ask(sandbox, '/api/post/item_list/', {
        secUid: account.secUid,
        count: 20,
        post_item_list_request_type: order,
      });
    const [popular, oldest] = [await list(1), await list(2)];
    const top = sandbox.world.popularPosts(account, { from: 0, limit: 20 });
    const first = sandbox.world.userPosts(account, { limit: 20, order: 'oldest-first' });
    expect(idsOf(popular.itemList)).toEqual(idsOf(top));
    expect(idsOf(oldest.itemList)).toEqual(idsOf(first));
    expect(popular.cursor).toBe('20');
  });

  it('refuses a secUid that names nobody, and is empty for a private account', async () => {
    const query = `${DEVICE}&X-Bogus=1&X-Gnarly=sandbox-seal&secUid=nonsense`;
    const answer = await fetchFrom(sandbox, `/api/post/item_list/?${query}`);
    expect([answer.status, answer.json().statusCode]).toEqual([400, 10201]);
    const { secUid } = accountIn(sandbox, 'private.one');
    const body = await ask(sandbox, '/api/post/item_list/', { secUid });
    expect(body).toMatchObject({ statusCode: 0, hasMore: false });
    expect(body).not.toHaveProperty('itemList');
  });
});

describe('lists of an account', () => {
  it('likes: in the order of liking, and no key at all where they are private', async () => {
    const account = accountIn(sandbox, 'likes.one');
    const pages = await crawl('/api/favorite/item_list/', { secUid: account.secUid, count: 10 });
    const liked = sandbox.world.likedPosts(account, { limit: Infinity });
    expect(pages.flat().map(({ id }) => id)).toEqual(liked.map(({ post }) => post.id));
    const shy = accountIn(sandbox, 'shy_account');
    expect(shy.hasPublicLikes).toBe(false);
    const body = await ask(sandbox, '/api/favorite/item_list/', { secUid: shy.secUid });
    expect(body).toMatchObject({ statusCode: 0, cursor: '0', hasMore: false });
    expect(body).not.toHaveProperty('itemList');
  });

  it('reposts: by place, and by other authors', async () => {
    const names = Array.from({ length: 12 }, (_, n) => `reposter_${n}`);
    const accounts = names.map((name) => accountIn(sandbox, name));
    const account = accounts.find((one) => sandbox.world.reposts(one, { limit: 9 }).length === 9);
    if (!account) throw new Error('one of twelve accounts reposts');
    const pages = await crawl('/api/repost/item_list/', { secUid: account.secUid, count: 5 });
    const reposts = sandbox.world.reposts(account, { limit: Infinity });
    expect(pages.flat().map(({ id }) => id)).toEqual(reposts.map(({ post }) => post.id));
    for (const { post } of reposts) expect(post.author.id).not.toBe(account.id);
  });

  it('playlists and collections: their items, which carry the playlist', async () => {
    const account = accountIn(sandbox, 'lists.one');
    const { playList } = await ask(sandbox, '/api/user/playlist/', { secUid: account.secUid });
    expect(playList).toHaveLength(3);
    const { mixInfo } = await ask(sandbox, '/api/mix/detail/', { mixId: playList[1].id });
    expect(mixInfo).toEqual(playList[1]);
    const items = (await crawl('/api/mix/item_list/', { mixId: mixInfo.id, count: 30 })).flat();
    expect(items).toHaveLength(mixInfo.videoCount);
    for (const item of items) expect(item).toMatchObject({ playlistId: mixInfo.id });
    const query = { secUid: account.secUid };
    const { collectionList, total } = await ask(sandbox, '/api/user/collection_list/', query);
    expect(collectionList).toHaveLength(total);
    const { collectionId } = collectionList[0];
    const saved = (await crawl('/api/collection/item_list/', { collectionId, count: 30 })).flat();
    expect(saved).toHaveLength(collectionList[0].total);
  });

  it('an id that names no list says so', async () => {
    const body = await ask(sandbox, '/api/mix/detail/', { mixId: '7000000000000000008' });
    expect(body).not.toHaveProperty('mixInfo');
    expect(body.statusCode).toBe(100001);
  });

  it('stories: capital letters, and mostly nothing', async () => {
    const teller = accountIn(sandbox, 'stories.one');
    const told = await ask(sandbox, '/api/story/item_list/', { authorId: teller.id });
    expect(idsOf(told.itemList)).toEqual(idsOf(sandbox.world.stories(teller)));
    expect(told).toMatchObject({ HasMoreAfter: false, HasMoreBefore: false });
    const none = await ask(sandbox, '/api/story/item_list/', { authorId: '7000000000000000000' });
    expect(none).not.toHaveProperty('itemList');
    const authorIds = `${teller.id},7000000000000000000`;
    const batch = await ask(sandbox, '/api/story/batch/item_list/', { authorIds });
    expect(batch.batchStoryItemLists).toHaveLength(1);
  });
});

describe('/api/user/list/', () => {
  it.each([
    ['67', 'followers'],
    ['21', 'following'],
  ] as const)(
    'scene %s: %s, the newest first, as far as TikTok lets through',
    async (scene, kind) => {
      const account = accountIn(sandbox, 'gabrielymayra');
      const seen: string[] = [];
      let minCursor = 0;
      for (let hasMore = true; hasMore;) {
        const query = { secUid: account.secUid, scene, count: 30, minCursor, maxCursor: 0 };
        const body = await ask(sandbox, '/api/user/list/', query);
        if (minCursor > 0) expect(body.minCursor).toBeLessThan(minCursor);
        expect(body.total).toBe(sandbox.world.userCounts(account)[kind]);
        seen.push(
          ...body.userList.map(({ user }: { user: { uniqueId: string } }) => user.uniqueId),
        );
        [minCursor, hasMore] = [body.minCursor, body.hasMore && seen.length < 300];
      }
      const follows = sandbox.world[kind](account, { limit: seen.length });
      expect(seen).toEqual(follows.map((follow) => follow.account.handle));
      expect(new Set(seen).size).toBe(seen.length);
    },
  );

  it('is hidden in either of two ways', async () => {
    const list = (handle: string) =>
      ask(sandbox, '/api/user/list/', { secUid: accountIn(sandbox, handle).secUid, scene: 67 });
    expect(await list('hidden.one')).toMatchObject({ statusCode: 10222 });
    expect(await list('private.one')).toMatchObject({ statusCode: 10222 });
    const leftOut = await list('hiding.one');
    expect(leftOut).toMatchObject({ statusCode: 0, hasMore: false });
    expect(leftOut).not.toHaveProperty('userList');
  });
});
