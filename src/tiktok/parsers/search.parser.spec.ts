import { TikTokBlockedError } from '../tiktok.errors';
import {
  parseSearchHashtags,
  parseSearchLive,
  parseSearchPosts,
  parseSearchUsers,
} from './search.parser';

const body = (answer: object | string): Buffer =>
  Buffer.from(typeof answer === 'string' ? answer : JSON.stringify(answer));
const id = '7400000000000000001';

describe('searches', () => {
  it('say with 2483 that a visited page is wanted', () => {
    const wall = { status_code: 2483, status_msg: 'Please login your account first' };
    for (const parse of [
      parseSearchPosts,
      parseSearchUsers,
      parseSearchLive,
      parseSearchHashtags,
    ]) {
      expect(() => parse(body(wall))).toThrow(
        expect.objectContaining({ kind: 'login_wall', statusCode: 2483 }),
      );
    }
  });

  it.each([
    [{ log_pb: { impr_id: 'a' }, extra: { logid: 'b' }, rid: 'c' }, 'a'],
    [{ extra: { logid: 'b' }, rid: 'c' }, 'b'],
    [{ rid: 'c' }, 'c'],
    [{}, undefined],
  ])('name the search for its further pages: %j', (members, searchId) => {
    const page = parseSearchPosts(body({ status_code: 0, item_list: [], ...members }));
    expect(page.searchId).toBe(searchId);
  });

  it('find nothing without being refused', () => {
    const page = parseSearchUsers(body({ status_code: 0, user_list: null, has_more: 0 }));
    expect(page).toMatchObject({ items: [], hasMore: false, droppedCount: 0 });
    expect(() => parseSearchUsers(body('{}'))).toThrow();
    expect(() => parseSearchUsers(body(''))).toThrow(TikTokBlockedError);
  });
});

describe('parseSearchUsers', () => {
  it('reads accounts, their exact room ids and why they are verified', () => {
    const user = `{"uid":"600","unique_id":"ann","sec_uid":"MS4w","follower_count":12,"total_favorited":30,
      "custom_verify":"Verified account","room_id":${id},"avatar_thumb":{"url_list":["https://p.example/1.jpeg"]}}`;
    const page = parseSearchUsers(
      body(`{"status_code":0,"user_list":[{"user_info":${user}},{}],"cursor":10,"has_more":1}`),
    );
    expect(page).toMatchObject({ hasMore: true, cursor: '10', droppedCount: 1 });
    expect(page.items[0]).toMatchObject({
      id: '600',
      uniqueId: 'ann',
      isVerified: true,
      verifiedReason: 'Verified account',
      roomId: id,
      avatarThumb: { url: 'https://p.example/1.jpeg' },
      stats: { followerCount: 12, heartCount: 30 },
    });
  });
});

describe('parseSearchLive', () => {
  it('reads the room from JSON in a string, or from beside it where that is broken', () => {
    const raw = `{"id":${id},"title":"now","status":2,"user_count":5,"owner":{"display_id":"ann"}}`;
    const page = parseSearchLive(
      body({
        status_code: 0,
        data: [
          { live_info: { raw_data: raw } },
          { live_info: { raw_data: '{"id":', room_info: { id_str: id, title: 'beside' } } },
          { live_info: {} },
          { type: 9 },
        ],
      }),
    );
    expect(page.items).toMatchObject([
      { id, title: 'now', viewerCount: 5, owner: { uniqueId: 'ann' } },
      { id, title: 'beside' },
    ]);
    expect(page.droppedCount).toBe(1);
  });
});

describe('parseSearchHashtags', () => {
  it('reads the spelling of the app', () => {
    const info = { cid: '42', cha_name: 'tag', desc: '', view_count: 41_200_000_000, use_count: 7 };
    const page = parseSearchHashtags(
      body({ status_code: 0, challenge_list: [{ challenge_info: info }, {}] }),
    );
    expect(page.items).toMatchObject([
      { id: '42', name: 'tag', stats: { viewCount: 41_200_000_000, postCount: 7 } },
    ]);
    expect(page.droppedCount).toBe(1);
  });
});
