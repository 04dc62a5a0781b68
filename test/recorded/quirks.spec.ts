import { parseAwemeDetail } from '../../src/tiktok/parsers/aweme.parser';
import { parseCommentList } from '../../src/tiktok/parsers/comment-list.parser';
import { parseItemList } from '../../src/tiktok/parsers/item-list.parser';
import { parsePostPage } from '../../src/tiktok/parsers/post-page.parser';
import { parseUserPage } from '../../src/tiktok/parsers/user-page.parser';
import { TikTokBlockedError, TikTokNotFoundError } from '../../src/tiktok/tiktok.errors';
import { detectRefusal } from '../../src/tiktok/transport/refusal';
import { detailOf, id, item, json, page, postOf, scope, script, searchOf } from './invented';

// The numbers are those of QUIRKS.md beside the recordings; 16 and further are in quirks-of-content.spec.ts.

describe('where the state is', () => {
  it.each([
    ['__NEXT_DATA__', script('__NEXT_DATA__', { props: { pageProps: detailOf({}) } })],
    [
      'an assignment, cut at the end of its object',
      `<script id="sigi-persisted-data">window['SIGI_STATE']=${JSON.stringify({ ItemModule: { [id]: item } })};window['SIGI_RETRY']={"a":1};</script>`,
    ],
    ['SIGI_STATE', script('SIGI_STATE', { ItemModule: { [id]: item } })],
    ['the universal state', scope('webapp.video-detail', detailOf({}))],
    ['the phone page', scope('webapp.reflow.video.detail', detailOf({}))],
    [
      'api-data beside a universal state that holds nothing',
      scope('webapp.app-context', {}) + script('api-data', { videoDetail: detailOf({}) }),
    ],
  ])('quirk 1: the carrier is %s', (_, html) => {
    expect(parsePostPage(page(html)).id).toBe(id);
  });

  it('quirk 2: of two states side by side the one with the data is read', () => {
    const empty = scope('webapp.app-context', { language: 'en' });
    const full = script('SIGI_STATE', { ItemModule: { [id]: item } });
    expect(parsePostPage(page(empty, full)).id).toBe(id);
    const live = script('SIGI_STATE', { LiveRoom: {}, CurrentRoom: {} });
    expect(parsePostPage(page(live, scope('webapp.video-detail', detailOf({})))).id).toBe(id);
  });

  it('quirk 3: a page without a detail, without a state, or with a challenge is a refusal, not an absence', () => {
    for (const html of [page(scope('webapp.app-context', {})), page(), page('<p>shell</p>')]) {
      expect(() => parsePostPage(html)).toThrow(TikTokBlockedError);
      expect(() => parseUserPage(html)).toThrow(TikTokBlockedError);
    }
    const body = page('<p id="wci">_wafchallengeid</p><p id="cs">x</p>Please wait... SlardarWAF');
    const answer = { status: 200, headers: {}, body, url: 'https://www.tiktok.com/' };
    expect(detectRefusal(answer)).toBeInstanceOf(TikTokBlockedError);
  });

  it.each(['statusMsg', 'statusMessage'])('quirk 4: a gone post says so with %s', (key) => {
    const gone = { statusCode: 10204, [key]: "item doesn't exist" };
    expect(() => parsePostPage(page(scope('webapp.video-detail', gone)))).toThrow(
      TikTokNotFoundError,
    );
  });

  it('quirk 5: the title of the page says nothing', () => {
    const html = `<title>Log in | TikTok</title>${scope('webapp.video-detail', detailOf({}))}`;
    expect(parsePostPage(Buffer.from(html)).id).toBe(id);
  });

  it('quirk 6: a profile page without posts is a whole one', () => {
    const info = { userInfo: { user: { uniqueId: 'ann' }, itemList: [] } };
    expect(parseUserPage(page(scope('webapp.user-detail', info))).posts).toEqual([]);
  });
});

describe('numbers, strings, absence', () => {
  it('quirk 7: createTime is a string or a number', () => {
    expect(postOf({ createTime: '1723000000' }).createdAtSeconds).toBe(1_723_000_000);
    expect(postOf({ createTime: 1_723_000_000 }).createdAtSeconds).toBe(1_723_000_000);
  });

  it('quirk 8: collectCount is a string among numbers, a number, or not there', () => {
    expect(postOf({ stats: { diggCount: 5, collectCount: '7' } }).stats.collectCount).toBe(7);
    expect(postOf({ stats: { collectCount: 7 } }).stats.collectCount).toBe(7);
    expect(postOf({ stats: { diggCount: 5 } }).stats.collectCount).toBeUndefined();
    expect(postOf({ statsV2: { repostCount: '3' } }).stats.repostCount).toBe(3);
  });

  it('quirk 9: exact counters win over rounded ones; a hidden time is none', () => {
    const stats = { stats: { diggCount: 40_400 }, statsV2: { diggCount: '40398' } };
    expect(postOf(stats).stats.diggCount).toBe(40_398);
    const user = { uniqueId: 'ann', createTime: 0 };
    const info = { userInfo: { user, stats: { diggCount: 0 } } };
    const profile = parseUserPage(page(scope('webapp.user-detail', info)));
    expect(profile.user.createdAtSeconds).toBeUndefined();
    expect(profile.user.region).toBeUndefined();
    expect(profile.user.stats.diggCount).toBe(0);
  });

  it('quirk 10: the author is an object, a handle with the rest beside it, or the creator', () => {
    const flat = { author: 'ann', authorId: '600', authorSecId: 'MS4w', nickname: 'Ann' };
    expect(postOf(flat).author).toMatchObject({ uniqueId: 'ann', id: '600', nickname: 'Ann' });
    const row = { item_basic: { id, creator: { uniqueId: 'ann' } } };
    expect(parseItemList(json({ itemList: [row] })).items[0]?.author?.uniqueId).toBe('ann');
  });

  it('quirk 11: an empty list and a missing one are the same nothing', () => {
    const lists = { challenges: [], textExtra: [], stickersOnItem: [], effectStickers: [] };
    expect(postOf(lists)).toEqual(postOf({}));
    const mention = { start: 0, end: 2, userUniqueId: 'ben' };
    const post = postOf({ textExtra: [mention] });
    expect(post.hashtags).toEqual([]);
    expect(post.captionTags[0]?.mention?.uniqueId).toBe('ben');
  });

  it.each([
    [{ hasMore: true, cursor: 20, itemList: [item] }, '20'],
    [{ has_more: 1, cursor: '1758331327601', item_list: [item] }, '1758331327601'],
    [{ has_more: true, cursor: 20, aweme_list: [{ aweme_id: id }] }, '20'],
  ])('quirk 12: lists spell themselves in many ways: %j', (answer, cursor) => {
    const list = parseItemList(json(answer));
    expect(list.items.map((post) => post.id)).toEqual([id]);
    expect(list).toMatchObject({ hasMore: true, cursor, droppedCount: 0 });
  });

  it.each(['data', 'item_list', 'search_item_list'])(
    'quirk 12: a search has its rows in %s',
    (key) => {
      const found = searchOf({ has_more: 0, cursor: 12, [key]: [{ type: 1, item }] });
      expect(found).toMatchObject({ hasMore: false, cursor: '12', items: [{ id }] });
    },
  );

  it('quirk 13: ids beyond 2^53 keep every digit', () => {
    const text = `{"status_code":0,"aweme_detail":{"aweme_id":"${id}","author_user_id":7400000000000000003,
      "author":{"unique_id":"ann","uid":"7400000000000000003","room_id":7400000000000000005},
      "music":{"id":7400000000000000007,"mid":"7400000000000000007"},"desc":"a:7400000000000000009,"}}`;
    const post = parseAwemeDetail(Buffer.from(text));
    expect(post.author).toMatchObject({
      id: '7400000000000000003',
      roomId: '7400000000000000005',
    });
    expect(post.music?.id).toBe('7400000000000000007');
    expect(post.caption).toBe('a:7400000000000000009,');
  });

  it('quirk 13: an id that came rounded in a list of the web is no id', () => {
    const rows = parseCommentList(Buffer.from('{"comments":[{"cid":7400000000000000001}]}'));
    expect(rows).toMatchObject({ items: [], droppedCount: 1 });
  });

  it('quirk 14: code 203 beside a full list is a list, 5 and 8 are refusals', () => {
    expect(searchOf({ status_code: 203, data: [{ type: 1, item }] }).items).toHaveLength(1);
    expect(() => searchOf({ status_code: 203 })).toThrow(TikTokBlockedError);
    for (const status_code of [5, 8]) {
      expect(() => searchOf({ status_code, data: [{ type: 1, item }] })).toThrow(
        TikTokBlockedError,
      );
    }
  });

  it('quirk 15: fewer comments than asked for are not the end', () => {
    const list = parseCommentList(json({ comments: [{ cid: id }], has_more: 1, cursor: 10 }));
    expect(list).toMatchObject({ hasMore: true, cursor: '10' });
  });
});
