/* eslint-disable @typescript-eslint/no-unsafe-return, @typescript-eslint/no-unsafe-call -- tests walk JSON that has no types */
import type { Sandbox } from '../../src/sandbox';
import { accountIn, ask, idsOf, SEAL } from './api-client';
import { DEVICE, fetchFrom, startFixedSandbox } from './sandbox-client';

const DAY = 86_400;

let sandbox: Sandbox;
beforeAll(async () => {
  sandbox = await startFixedSandbox();
});
afterAll(() => sandbox.stop());

describe('hashtags', () => {
  it('page by place, as text, and every row has the hashtag', async () => {
    const hashtag = sandbox.world.hashtag('Sandkasten');
    const detail = await ask(sandbox, '/api/challenge/detail/', { challengeName: 'sandkasten' });
    expect(detail.challengeInfo.challenge).toMatchObject({ id: hashtag?.id, title: 'sandkasten' });
    const counts = hashtag && sandbox.world.hashtagCounts(hashtag);
    expect(detail.challengeInfo.statsV2).toEqual({
      videoCount: String(counts?.posts),
      viewCount: String(counts?.views),
    });
    const seen: string[] = [];
    let cursor = '0';
    for (let hasMore = true; hasMore;) {
      const query = { challengeID: hashtag?.id, count: 30, cursor };
      const body = await ask(sandbox, '/api/challenge/item_list/', query);
      for (const item of body.itemList) {
        expect(item.challenges.map(({ id }: { id: string }) => id)).toContain(hashtag?.id);
        const names = item.textExtra.map((part: { hashtagName: string }) => part.hashtagName);
        expect(names).toContain('sandkasten');
      }
      seen.push(...idsOf(body.itemList));
      expect(typeof body.cursor).toBe('string');
      [cursor, hasMore] = [body.cursor, body.hasMore && seen.length < 240];
    }
    if (!hashtag) throw new Error('any word is a hashtag');
    const rows = sandbox.world.hashtagPosts(hashtag, { from: 0, limit: seen.length });
    expect(seen).toEqual(idsOf(rows));
    expect(rows.length).toBeGreaterThanOrEqual(Math.min(150, hashtag.reachable));
  });

  it('say by a code that they are unknown or banned', async () => {
    const detail = (challengeName: string) =>
      ask(sandbox, '/api/challenge/detail/', { challengeName });
    expect((await detail('missing_tag')).statusCode).toBe(10205);
    expect((await detail('banned_tag')).statusCode).toBe(10209);
  });
});

describe('sounds', () => {
  it('are the same in a post, in their detail and in their list', async () => {
    const posts = sandbox.world.userPosts(accountIn(sandbox, 'gabrielymayra'), { limit: 12 });
    for (const post of posts.slice(0, 6)) {
      const { itemInfo } = await ask(sandbox, '/api/item/detail/', { itemId: post.id });
      const { music } = itemInfo.itemStruct;
      const { musicInfo } = await ask(sandbox, '/api/music/detail/', { musicId: music.id });
      expect(musicInfo.music).toMatchObject({ id: music.id, title: music.title });
      expect(musicInfo.music.authorName).toBe(music.authorName);
      const list = await ask(sandbox, '/api/music/item_list/', { musicID: music.id, count: 10 });
      for (const item of list.itemList) expect(item.music.id).toBe(music.id);
      const sound = sandbox.world.sound(music.id);
      const rows = sound ? sandbox.world.soundPosts(sound, { from: 0, limit: 10 }) : [];
      expect(idsOf(list.itemList)).toEqual(idsOf(rows));
    }
  });

  it('of reserved ids are missing or taken down', async () => {
    const detail = (musicId: string) => ask(sandbox, '/api/music/detail/', { musicId });
    expect((await detail('7000000000000000203')).statusCode).toBe(10203);
    expect((await detail('7000000000000000218')).statusCode).toBe(10218);
  });
});

describe('searches', () => {
  it('want the cookies of a page', async () => {
    const path = `/api/search/item/full/?${DEVICE}&keyword=cats&${SEAL}`;
    expect((await fetchFrom(sandbox, path)).json()).toMatchObject({ status_code: 2483 });
  });

  it('are gated for guests where the switch says so', async () => {
    sandbox.switches.set({ 'guest-search': 'gated' });
    expect(await ask(sandbox, '/api/search/item/full/', { keyword: 'cats' })).toBeUndefined();
    sandbox.switches.reset();
    expect(await ask(sandbox, '/api/search/item/full/', { keyword: 'cats' })).toBeDefined();
  });

  it('find posts that say the words, to the end', async () => {
    const seen: string[] = [];
    let [offset, searchId] = [0, ''];
    for (let more = 1; more === 1;) {
      const query = { keyword: 'paper boats', offset, count: 20, search_id: searchId };
      const body = await ask(sandbox, '/api/search/item/full/', query);
      for (const item of body.item_list) expect(item.desc).toContain('paper boats');
      if (searchId === '') searchId = body.log_pb.impr_id;
      expect(body.rid).toBe(searchId);
      seen.push(...idsOf(body.item_list));
      [offset, more] = [body.cursor, body.has_more];
    }
    const rows = sandbox.world.searchPosts('Paper  boats', { from: 0, limit: Infinity });
    expect(seen).toEqual(idsOf(rows));
  });

  it('sort by likes and leave out what is older', async () => {
    const query = { keyword: 'kites', sort_type: 1, publish_time: 30, is_filter_search: 1 };
    const { item_list } = await ask(sandbox, '/api/search/item/full/', query);
    const likes = item_list.map(({ statsV2 }: { statsV2: { diggCount: string } }) =>
      Number(statsV2.diggCount),
    );
    expect(item_list.length).toBeGreaterThan(1);
    expect(likes).toEqual([...likes].sort((a, b) => b - a));
    for (const { createTime } of item_list) {
      expect(sandbox.world.nowSeconds() - createTime).toBeLessThanOrEqual(30 * DAY);
    }
  });

  it('mix cards into the first page of everything', async () => {
    const first = await ask(sandbox, '/api/search/general/full/', { keyword: 'kites', offset: 0 });
    const types = first.data.map(({ type }: { type: number }) => type);
    expect(new Set(types)).toEqual(new Set([1, 2, 4, 999]));
    expect(first.cursor).toBe(12);
    const second = await ask(sandbox, '/api/search/general/full/', {
      keyword: 'kites',
      offset: 12,
    });
    for (const { type, item, common } of second.data) {
      expect([type, common.doc_id_str]).toEqual([1, item.id]);
    }
  });

  it('find accounts by tens, and live rooms in JSON strings', async () => {
    const users = await ask(sandbox, '/api/search/user/full/', { keyword: 'zachking', count: 30 });
    expect(users.user_list).toHaveLength(10);
    expect(users.user_list[0].user_info.unique_id).toBe('zachking');
    expect(users).toHaveProperty('music_list');
    const lives = await ask(sandbox, '/api/search/live/full/', { keyword: 'zachking' });
    for (const { live_info } of lives.data) {
      const room = JSON.parse(live_info.raw_data);
      expect(sandbox.world.liveRoomById(room.id_str)?.owner.id).toBe(room.owner.id_str);
      expect(room.status).toBe(2);
    }
  });

  it('propose words without cookies or seal', async () => {
    const path = `/api/search/general/preview/?${DEVICE}&keyword=kites`;
    const { sug_list } = (await fetchFrom(sandbox, path)).json();
    expect(sug_list[0].content).toBe('kites');
  });
});

describe('feeds', () => {
  it('keep to a category', async () => {
    const { itemList } = await ask(sandbox, '/api/explore/item_list/', { categoryType: 111 });
    expect(itemList).toHaveLength(30);
    for (const { CategoryType } of itemList) expect(CategoryType).toBe(111);
  });

  it('put posts beside a post', async () => {
    const [post] = sandbox.world.userPosts(accountIn(sandbox, 'tiktok'), { limit: 1 });
    const { itemList } = await ask(sandbox, '/api/related/item_list/', { itemID: post?.id });
    expect(idsOf(itemList)).toEqual(idsOf(post && sandbox.world.relatedPosts(post, 16)));
    expect(idsOf(itemList)).not.toContain(post?.id);
  });
});

describe('places, effects and rooms', () => {
  it('name themselves in their posts', async () => {
    const poiId = '22535000000123456';
    const { poiInfo } = await ask(sandbox, '/api/poi/detail/', { poiId });
    const { itemList } = await ask(sandbox, '/api/poi/item_list/', { poiId, count: 20 });
    for (const { poi } of itemList) expect(poi).toEqual(poiInfo.poi);
    expect((await ask(sandbox, '/api/poi/detail/', { poiId: '75001' })).statusCode).toBe(205001);
    const { stickerInfo } = await ask(sandbox, '/api/sticker/detail/', { stickerId: '4242' });
    expect(stickerInfo.sticker.id).toBe('4242');
  });

  it('agree about a live room on all three endpoints', async () => {
    const user = await ask(sandbox, '/api-live/user/room/', { uniqueId: 'live.somebody' });
    const { roomId } = user.data.user;
    expect(user.data.liveRoom.status).toBe(2);
    const room = await ask(sandbox, 'https://webcast.tiktok.com/webcast/room/info/', {
      room_id: roomId,
    });
    expect(room.data).toMatchObject({
      id_str: roomId,
      status: 2,
      owner: { display_id: 'live.somebody' },
    });
    const streams = JSON.parse(room.data.stream_url.live_core_sdk_data.pull_data.stream_data);
    expect(Object.keys(streams.data)).toEqual(['ld', 'sd', 'hd', 'uhd', 'origin']);
    const { LiveRoomInfo } = await ask(sandbox, '/api/live/detail/', { roomID: roomId });
    expect(LiveRoomInfo.title).toBe(room.data.title);
  });
});
