import type { Account, Sandbox } from '../../../src/sandbox';
import { startFixedSandbox } from '../sandbox-client';
import { Visitor } from './surfaces';
import { walkComments, walkCursorList, walkSearch, walkUserList, type Row } from './walks';

jest.setTimeout(120_000);

const ALL = { from: 0, limit: Infinity };

let sandbox: Sandbox;
let visitor: Visitor;
beforeAll(async () => {
  sandbox = await startFixedSandbox();
  visitor = await Visitor.booted(sandbox.port);
});
afterAll(async () => {
  visitor.close();
  await sandbox.stop();
});

function accountNamed(handle: string): Account {
  const account = sandbox.world.user(handle);
  if (!account) throw new Error(`The world has no ${handle}`);
  return account;
}

/** The first of many accounts that is as the test needs it. */
function accountWhere(fits: (account: Account) => boolean): Account {
  for (let n = 0; n < 2_000; n += 1) {
    const account = accountNamed(`walker_${n}x`);
    if (account.state === 'open' && fits(account)) return account;
  }
  throw new Error('No account is like that');
}

const inRange = (rows: number) => rows >= 200 && rows <= 280;
const idsOf = (rows: readonly { id: string }[]) => rows.map(({ id }) => id);
const distinct = (ids: readonly string[]) => [...new Set(ids)];

describe('hashtags and sounds', () => {
  it('a hashtag to its end; rows may come twice', async () => {
    const names = Array.from({ length: 200 }, (_, n) => `walk${n}tag`);
    const hashtags = names.map((name) => sandbox.world.hashtag(name));
    const hashtag = hashtags.find((tag) => tag?.state === 'open' && inRange(tag.reachable));
    if (!hashtag) throw new Error('No hashtag is like that');
    const detail = await visitor.signed('/api/challenge/detail/', { challengeName: hashtag.name });
    const { challenge } = detail['challengeInfo'] as { challenge: { id: string } };
    expect(challenge.id).toBe(hashtag.id);
    const { rows, pages } = await walkCursorList((cursor) =>
      visitor.sealed('/api/challenge/item_list/', {
        challengeID: challenge.id,
        count: 30,
        cursor,
        coverFormat: 2,
      }),
    );
    const expected = distinct(idsOf(sandbox.world.hashtagPosts(hashtag, ALL)));
    expect(idsOf(rows)).toEqual(expected);
    expect(pages.length).toBeGreaterThanOrEqual(7);
    for (const row of rows) {
      const titles = (row['challenges'] as { title: string }[]).map(({ title }) => title);
      expect(titles.map((title) => title.toLowerCase())).toContain(hashtag.name);
    }
  });

  it('a sound to its end: every row plays it', async () => {
    const account = accountWhere((one) => {
      const [post] = sandbox.world.userPosts(one, { limit: 1 });
      return post !== undefined && !post.sound.isOriginal;
    });
    const [post] = sandbox.world.userPosts(account, { limit: 1 });
    const sound = sandbox.world.sound(post?.sound.id ?? '');
    if (!sound) throw new Error('The world does not know the sound of its own post');
    const { rows } = await walkCursorList((cursor) =>
      visitor.sealed('/api/music/item_list/', { musicID: sound.id, count: 30, cursor }),
    );
    expect(idsOf(rows)).toEqual(distinct(idsOf(sandbox.world.soundPosts(sound, ALL))));
    for (const row of rows) expect((row['music'] as { id: string }).id).toBe(sound.id);
  });
});

describe('what an account gives and gathers', () => {
  const walk = (path: string, { secUid }: Account) =>
    walkCursorList((cursor) => visitor.sealed(path, { secUid, count: 30, cursor }));

  it('likes that are public', async () => {
    const account = accountNamed('likes.one');
    const { rows } = await walk('/api/favorite/item_list/', account);
    const gifts = sandbox.world.likedPosts(account, { limit: Infinity });
    expect(idsOf(rows)).toEqual(distinct(gifts.map(({ post }) => post.id)));
    expect(rows.length).toBeGreaterThan(0);
  });

  it('likes that are not: no key itemList', async () => {
    const account = accountWhere(({ hasPublicLikes }) => !hasPublicLikes);
    const parameters = { secUid: account.secUid, count: 30, cursor: 0 };
    const answer = await visitor.sealed('/api/favorite/item_list/', parameters);
    expect(answer).toMatchObject({ statusCode: 0, hasMore: false, cursor: '0' });
    expect(answer).not.toHaveProperty('itemList');
  });

  it('reposts, by their original authors', async () => {
    const account = accountWhere((one) => sandbox.world.reposts(one, { limit: 50 }).length === 50);
    const { rows } = await walk('/api/repost/item_list/', account);
    const gifts = sandbox.world.reposts(account, { limit: Infinity });
    expect(idsOf(rows)).toEqual(distinct(gifts.map(({ post }) => post.id)));
    const authors = rows.map((row) => (row['author'] as { id: string }).id);
    expect(authors.filter((id) => id !== account.id).length).toBeGreaterThan(0);
  });

  it('playlists, and every post in them', async () => {
    const account = accountNamed('lists.one');
    const { rows: playlists } = await walkCursorList<Row & { videoCount: number }>(
      (cursor) =>
        visitor.sealed('/api/user/playlist/', { secUid: account.secUid, count: 20, cursor }),
      'playList',
      (row) => row.id ?? (row['mixId'] as string),
    );
    const expected = sandbox.world.lists(account, 'playlist');
    expect(idsOf(playlists)).toEqual(idsOf(expected));
    for (const [n, playlist] of playlists.entries()) {
      const { rows } = await walkCursorList((cursor) =>
        visitor.sealed('/api/mix/item_list/', { mixId: playlist.id, count: 30, cursor }),
      );
      const list = expected[n];
      if (!list) throw new Error('unreachable');
      expect(idsOf(rows)).toEqual(idsOf(sandbox.world.listPosts(list, ALL)));
      expect(rows.length).toBe(playlist.videoCount);
      for (const row of rows) expect(row['playlistId']).toBe(playlist.id);
    }
  });
});

describe('/api/user/list/', () => {
  const few = () =>
    accountWhere((account) => {
      const { followers, following } = sandbox.world.userCounts(account);
      return account.follows === 'shown' && followers > 100 && followers < 400 && following > 30;
    });

  it.each([
    ['followers', 67],
    ['following', 21],
  ] as const)('%s to the end: the newest first, a cursor that falls', async (kind, scene) => {
    const account = few();
    const { rows, pages } = await walkUserList(visitor.api, account.secUid, scene);
    const expected = sandbox.world[kind](account, { limit: Infinity });
    expect(rows.map(({ user }) => user.id)).toEqual(expected.map(({ account: { id } }) => id));
    const cursors = pages.slice(0, -1).map(({ minCursor }) => Number(minCursor));
    expect(cursors).toEqual([...new Set(cursors)].sort((a, b) => b - a));
    expect(Math.max(...cursors)).toBeLessThan(sandbox.clock.nowMs() / 1000);
    expect(Number(pages[0]?.['total'])).toBeGreaterThanOrEqual(rows.length);
  });

  it('hidden: refused by number, or left out', async () => {
    for (const handle of ['hidden.one', 'hiding.one']) {
      const { secUid } = accountNamed(handle);
      const parameters = { secUid, scene: 67, count: 30, minCursor: 0, maxCursor: 0 };
      const answer = await visitor.unsigned('/api/user/list/', parameters);
      expect(answer).not.toHaveProperty('userList');
      if (handle === 'hidden.one') expect(answer['statusCode']).toBe(10222);
      else expect(answer).toMatchObject({ statusCode: 0, hasMore: false });
    }
  });
});

describe('searches in two steps', () => {
  it('posts', async () => {
    const path = '/api/search/item/full/';
    const { rows, pages } = await walkSearch<Row>(
      visitor.api,
      { path, pagingKey: 'offset', list: 'item_list', count: 20, keyword: 'street cats' },
      ({ id }) => id,
    );
    const expected = sandbox.world.searchPosts('street cats', ALL);
    expect(idsOf(rows)).toEqual(distinct(idsOf(expected)));
    expect(pages.length).toBeGreaterThan(2);
  });

  it('accounts', async () => {
    const path = '/api/search/user/full/';
    const { rows } = await walkSearch<{ user_info: { uid: string } }>(
      visitor.api,
      { path, pagingKey: 'cursor', list: 'user_list', count: 10, keyword: 'street cats' },
      ({ user_info }) => user_info.uid,
    );
    const expected = sandbox.world.searchUsers('street cats', ALL);
    expect(rows.map(({ user_info }) => user_info.uid)).toEqual(distinct(idsOf(expected)));
  });

  it('the mixed search', async () => {
    const path = '/api/search/general/full/';
    interface Entry {
      type: number;
      item?: { id: string };
    }
    const { rows } = await walkSearch<Entry>(
      visitor.api,
      { path, pagingKey: 'offset', list: 'data', count: 12, keyword: 'street cats' },
      ({ type, item }) => item?.id ?? `card ${type}`,
    );
    const items = rows.map(({ item }) => item).filter((item) => item !== undefined);
    const expected = distinct(idsOf(sandbox.world.searchPosts('street cats', ALL)));
    expect(idsOf(items)).toEqual(expected);
  });
});

describe('comments', () => {
  const discussed = () => {
    const account = accountWhere((one) => {
      const [post] = sandbox.world.userPosts(one, { limit: 1 });
      if (!post) return false;
      const { places } = sandbox.world.commentTotals(post);
      return places > 80 && places < 300;
    });
    const [post] = sandbox.world.userPosts(account, { limit: 1 });
    if (!post) throw new Error('No post is discussed');
    return post;
  };

  it('to their end, over pages that are short', async () => {
    const post = discussed();
    const { rows, pages } = await walkComments((cursor) =>
      visitor.unsigned('/api/comment/list/', { aweme_id: post.id, count: 20, cursor }),
    );
    const expected = idsOf(sandbox.world.comments(post, ALL));
    expect(rows.map(({ cid }) => cid).sort()).toEqual([...expected].sort());
    expect(Number(pages[0]?.['total'])).toBeGreaterThanOrEqual(rows.length);
  });

  it('with every reply of a thread, oldest first', async () => {
    const post = discussed();
    const threads = sandbox.world.comments(post, ALL).filter(({ replies }) => replies > 3);
    expect(threads.length).toBeGreaterThan(0);
    for (const thread of threads.slice(0, 4)) {
      const { rows } = await walkComments((cursor) =>
        visitor.unsigned('/api/comment/list/reply/', {
          item_id: post.id,
          comment_id: thread.id,
          count: 20,
          cursor,
        }),
      );
      const expected = idsOf(sandbox.world.replies(post, thread, ALL));
      expect(rows.map(({ cid }) => cid)).toEqual(expected);
      for (const row of rows) expect(row['reply_id']).toBe(thread.id);
      const times = rows.map((row) => Number(row['create_time']));
      expect(times).toEqual([...times].sort((a, b) => a - b));
    }
  });
});
