import type { Account, Sandbox } from '../../../src/sandbox';
import { startFixedSandbox } from '../sandbox-client';
import { ResearchApi, type ResearchRow } from './research-api';
import { Visitor } from './surfaces';

jest.setTimeout(120_000);

const DAY = 86_400;
const FIELDS = 'id,username,create_time,hashtag_names,region_code,video_duration,like_count';
const DATES = { start_date: '20261020', end_date: '20261119' };
const FROM = Date.parse('2026-10-20T00:00:00Z') / 1000;
const UNTIL = Date.parse('2026-11-20T00:00:00Z') / 1000 - 1;
const ALL = { from: 0, limit: Infinity };

let sandbox: Sandbox;
let api: ResearchApi;
beforeAll(async () => {
  sandbox = await startFixedSandbox();
  api = new ResearchApi(sandbox.port);
  await api.authorize();
});
afterAll(async () => {
  api.close();
  await sandbox.stop();
});

function accountNamed(handle: string): Account {
  const account = sandbox.world.user(handle);
  if (!account) throw new Error(`The world has no ${handle}`);
  return account;
}

const idsOf = (rows: readonly ResearchRow[]) => rows.map(({ id }) => id);
const isOnce = (ids: readonly unknown[]) => new Set(ids).size === ids.length;

function query(conditions: object, more: object = {}) {
  const body = { query: conditions, ...DATES, max_count: 20, ...more };
  return api.walk('/video/query/', body, { key: 'videos', fields: FIELDS });
}

function eq(field_name: string, ...field_values: string[]): object {
  return { operation: field_values.length > 1 ? 'IN' : 'EQ', field_name, field_values };
}

describe('video/query to its end', () => {
  it('of two accounts: their posts of those days, whole', async () => {
    const accounts = ['big.one', 'luna_the_pantera'].map(accountNamed);
    const range = { from: FROM, until: UNTIL, limit: Infinity };
    const posts = accounts.flatMap((account) => sandbox.world.userPosts(account, range));
    const { rows, pages } = await query({ or: [eq('username', 'big.one', '@Luna_the_Pantera')] });
    expect(idsOf(rows)).toEqual(posts.map(({ id }) => id));
    expect(pages.length).toBe(Math.ceil(posts.length / 20));
    expect(new Set(pages.map(({ search_id: id }) => id)).size).toBe(1);
  });

  it('of a hashtag: each post once, all of those days and of that hashtag', async () => {
    const hashtag = sandbox.world.hashtag('cats');
    const posts = hashtag ? sandbox.world.hashtagPosts(hashtag, ALL) : [];
    const inTime = posts.filter(({ createdAt }) => createdAt >= FROM && createdAt <= UNTIL);
    const { rows } = await query({ and: [eq('hashtag_name', '#Cats')] });
    expect(isOnce(idsOf(rows))).toBe(true);
    // Pages of the web list repeat rows, and by that leave some out.
    expect(rows.length).toBeGreaterThan(50);
    expect(idsOf(rows)).toEqual(expect.arrayContaining(inTime.map(({ id }) => id)));
    for (const row of rows) expect(row['hashtag_names']).toContain('cats');
  });

  it('with everything at once: and, or, not', async () => {
    const { rows } = await query({
      and: [
        eq('hashtag_name', 'fyp'),
        { operation: 'GTE', field_name: 'create_date', field_values: ['20261101'] },
      ],
      or: [eq('video_length', 'MID'), eq('region_code', 'US', 'DE')],
      not: [eq('region_code', 'DE')],
    });
    const plain = await query({ and: [eq('hashtag_name', 'fyp')] });
    const expected = plain.rows.filter((row) => {
      const isLate = Number(row['create_time']) >= Date.parse('2026-11-01T00:00:00Z') / 1000;
      const isOne = Number(row['video_duration']) >= 15 || row['region_code'] === 'US';
      return isLate && isOne && row['region_code'] !== 'DE';
    });
    expect(expected.length).toBeGreaterThan(10);
    expect(expected.length).toBeLessThan(plain.rows.length);
    expect(idsOf(rows)).toEqual(idsOf(expected));
  });

  it('of a country: a sample of what was posted, the same by days as in one go', async () => {
    const and = [eq('region_code', 'JP')];
    const week = { start_date: '20261101', end_date: '20261107', max_count: 100 };
    const { rows } = await query({ and }, week);
    expect(rows.length).toBeGreaterThan(20);
    expect(rows.every((row) => row['region_code'] === 'JP')).toBe(true);
    const days: unknown[] = [];
    for (let day = 7; day >= 1; day -= 1) {
      const date = `2026110${day}`;
      days.push(...idsOf((await query({ and }, { start_date: date, end_date: date })).rows));
    }
    expect(days).toEqual(idsOf(rows));
  });

  it('in a random order: the same posts, another order, the same for one search', async () => {
    const plain = await query({ and: [eq('username', 'big.one')] });
    const random = await query({ and: [eq('username', 'big.one')] }, { is_random: true });
    expect(idsOf(random.rows)).not.toEqual(idsOf(plain.rows));
    expect(idsOf(random.rows).toSorted()).toEqual(idsOf(plain.rows).toSorted());
  });

  it('may bring short pages before the last', async () => {
    const { pages } = await query({ and: [eq('keyword', 'cats'), eq('region_code', 'JP')] });
    const many = await query({ and: [eq('region_code', 'JP'), eq('video_length', 'MID')] });
    const sizes = [...pages, ...many.pages].map(({ videos }) => (videos as unknown[]).length);
    expect(many.pages.slice(0, -1).some(({ videos }) => (videos as unknown[]).length < 20)).toBe(
      true,
    );
    expect(Math.max(...sizes)).toBeLessThanOrEqual(20);
  });
});

describe('lists of an account to their end', () => {
  it('followers: the latest first, nobody twice', async () => {
    const account = accountNamed('gabrielymayra');
    const oracle = sandbox.world.followers(account, { limit: 250 });
    const oldest = oracle.at(-1)?.followedAt ?? 0;
    const { rows } = await api.walk(
      '/user/followers/',
      { username: account.handle, max_count: 100, cursor: 0 },
      { key: 'user_followers' },
    );
    const names = rows.map(({ username }) => username);
    expect(isOnce(names)).toBe(true);
    expect(names.slice(0, 250)).toEqual(oracle.map((follow) => follow.account.handle));
    const { body } = await api.ask('/user/followers/', {
      username: account.handle,
      cursor: oldest,
      max_count: 1,
    });
    const [first] = body.data['user_followers'] as ResearchRow[];
    expect(first?.['username']).toBe(oracle.at(-1)?.account.handle);
  });

  it('likes, by seconds and by milliseconds, and reposts', async () => {
    const account = accountNamed('likes.somebody');
    const gifts = sandbox.world.likedPosts(account, { limit: Infinity });
    const ask = { username: account.handle, max_count: 50 };
    const liked = await api.walk('/user/liked_videos/', ask, {
      key: 'user_liked_videos',
      fields: 'id',
    });
    expect(idsOf(liked.rows)).toEqual(gifts.map(({ post }) => post.id));
    const third = gifts[2];
    for (const cursor of [third?.givenAt ?? 0, (third?.givenAt ?? 0) * 1000]) {
      const question = { ...ask, cursor, max_count: 1 };
      const { body } = await api.ask('/user/liked_videos/', question, { fields: 'id' });
      expect(idsOf(body.data['user_liked_videos'] as ResearchRow[])).toEqual([third?.post.id]);
    }
    const reposter = reposterLike();
    const reposts = sandbox.world.reposts(reposter, { limit: Infinity });
    const { rows } = await api.walk(
      '/user/reposted_videos/',
      { username: reposter.handle, max_count: 10 },
      { key: 'reposted_videos', fields: 'id' },
    );
    expect(idsOf(rows)).toEqual(reposts.map(({ post }) => post.id));
  });

  function reposterLike(): Account {
    for (let n = 0; n < 100; n += 1) {
      const account = accountNamed(`reposter_${n}x`);
      const rows = sandbox.world.reposts(account, { limit: 60 }).length;
      if (rows > 25 && rows < 60) return account;
    }
    throw new Error('No account is like that');
  }

  it('a playlist: the ids of its videos in its owner’s order', async () => {
    const [list] = sandbox.world.lists(accountNamed('lists.one'), 'playlist');
    const posts = list ? sandbox.world.listPosts(list, ALL) : [];
    const body = { playlist_id: list?.id, max_count: 40 };
    const { rows, pages } = await api.walk('/playlist/info/', body, { key: 'playlist_video_ids' });
    expect(rows).toEqual(posts.map(({ id }) => id));
    expect(pages[0]?.['playlist_item_total']).toBe(list?.size);
  });
});

describe('comments to their end', () => {
  it('of a video, then the replies of one of them by its id alone', async () => {
    const account = accountNamed('luna_the_pantera');
    const posts = sandbox.world.userPosts(account, { limit: 60 });
    const isLong = (id: string) => {
      const post = sandbox.world.post(id);
      return post !== undefined && sandbox.world.commentTotals(post).places > 150;
    };
    const post = posts.find(({ id }) => isLong(id));
    if (!post) throw new Error('No post has that many comments');
    const fields = 'id,text,reply_count,parent_comment_id,video_id';
    const path = '/video/comment/list/';
    const body = { video_id: post.id, max_count: 100 };
    const { rows } = await api.walk(path, body, { key: 'comments', fields });
    const comments = sandbox.world.comments(post, ALL);
    expect(idsOf(rows)).toEqual(comments.map(({ id }) => id));
    const parent = comments.toSorted((one, other) => other.replies - one.replies)[0];
    expect(parent?.replies).toBeGreaterThan(7);
    const thread = { comment_id: parent?.id, max_count: 7 };
    const replies = await api.walk(path, thread, { key: 'comments', fields });
    const expected = parent ? sandbox.world.replies(post, parent, ALL) : [];
    expect(idsOf(replies.rows)).toEqual(expected.map(({ id }) => id));
    for (const row of replies.rows) expect(row['parent_comment_id']).toBe(parent?.id);
  });
});

describe('the same world as on every other surface', () => {
  it('a post has the ids and the exact counters of its page', async () => {
    const visitor = await Visitor.booted(sandbox.port);
    const id = '6943996796519681281';
    const scopes = await visitor.page(`/@i/video/${id}`);
    const { itemStruct } = (scopes['webapp.video-detail'] as { itemInfo: { itemStruct: Item } })
      .itemInfo;
    visitor.close();
    const seconds = sandbox.world.post(id)?.createdAt ?? 0;
    const date = new Date(seconds * 1000).toISOString().slice(0, 10).replace(/-/g, '');
    const { body, text } = await api.ask(
      '/video/query/',
      { query: { and: [eq('video_id', id)] }, start_date: date, end_date: date },
      { fields: 'id,music_id,username,view_count,like_count,comment_count,favorites_count' },
    );
    expect(body.data['videos']).toEqual([
      {
        id,
        music_id: itemStruct.music.id,
        username: itemStruct.author.uniqueId,
        view_count: Number(itemStruct.statsV2['playCount']),
        like_count: Number(itemStruct.statsV2['diggCount']),
        comment_count: Number(itemStruct.statsV2['commentCount']),
        favorites_count: Number(itemStruct.statsV2['collectCount']),
      },
    ]);
    expect(text).toContain(`"id":${id},`);
    expect(seconds).toBeGreaterThan(DAY);
  });

  interface Item {
    music: { id: string };
    author: { uniqueId: string };
    statsV2: Record<string, string>;
  }
});
