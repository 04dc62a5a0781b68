import { parseItemList } from '../../src/tiktok/parsers/item-list.parser';
import { parsePostPage } from '../../src/tiktok/parsers/post-page.parser';
import { parseUserList } from '../../src/tiktok/parsers/user-list.parser';
import {
  awemeOf,
  commentsOf,
  detailOf,
  id,
  item,
  json,
  page,
  postOf,
  scope,
  searchOf,
} from './invented';

// The numbers are those of QUIRKS.md beside the recordings; 1 to 15 are in quirks.spec.ts. 25 is in neither: it
// is about the formats of other vendors' products, which nothing of ours reads.

describe('content', () => {
  const url = 'https://p16.example/1.jpeg';

  it('quirk 16: a photo post of the web has an empty video and pictures', () => {
    const post = postOf({
      video: { duration: 0, playAddr: '' },
      imagePost: { title: 'four', images: [{ imageURL: { urlList: [url] }, imageWidth: 10 }] },
    });
    expect(post).toMatchObject({ kind: 'photo', imageTitle: 'four' });
    expect(post.images).toEqual([{ links: [{ url }], width: 10 }]);
    expect(post.video).toMatchObject({ durationSeconds: 0, renditions: [] });
    expect(post.video?.playLink).toBeUndefined();
  });

  it('quirk 16: a photo post of the app has its sound where a video has itself', () => {
    const sound = 'https://sf16.example/sound.mp3';
    const post = awemeOf({
      aweme_type: 150,
      video: { duration: 0, play_addr: { url_list: [sound] } },
      music: { mid: '700' },
      image_post_info: { images: [{ display_image: { url_list: [url] } }] },
    });
    expect(post).toMatchObject({ kind: 'photo', images: [{ links: [{ url }] }] });
    expect(post.video?.playLink).toBeUndefined();
    expect(post.video?.renditions).toEqual([]);
    expect(post.music?.playLink?.url).toBe(sound);
  });

  it('quirk 17: a video without any address is still a video', () => {
    const post = postOf({ isECVideo: 1, video: { duration: 9, playAddr: '', downloadAddr: '' } });
    expect(post.kind).toBe('video');
    expect(post.video).toMatchObject({ durationSeconds: 9, renditions: [] });
  });

  it('quirk 18: lengths are seconds on the web and milliseconds in the app', () => {
    expect(postOf({ video: { duration: 15 } }).video?.durationSeconds).toBe(15);
    expect(awemeOf({ video: { duration: 15_123 } }).video?.durationSeconds).toBe(15.123);
  });

  it('quirk 19: the time of a scheduled post is its own, not that of its id', () => {
    const idSeconds = Number(BigInt(id) >> 32n);
    const later = idSeconds + 4 * 86_400;
    expect(postOf({ createTime: later }).createdAtSeconds).toBe(later);
    expect(postOf({ createTime: '0' }).createdAtSeconds).toBe(idSeconds);
  });

  it('quirk 20: pinned posts are marked and stay in place, repeated ones are left to the caller', () => {
    const pinned = { ...item, id: '7300000000000000001', isPinnedItem: true };
    const list = parseItemList(json({ itemList: [pinned, item, item] })).items;
    expect(list.map((post) => [post.id, post.isPinned])).toEqual([
      [pinned.id, true],
      [id, false],
      [id, false],
    ]);
  });

  it('quirk 21: a search mixes in other cards, which are no posts and none that were lost', () => {
    const data = [
      { type: 4, user_list: [{ user_info: { unique_id: 'ann' } }] },
      { type: 1, item: { ...item, music: null } },
      { type: 999, dynamic_patch: {} },
      { type: 1 },
    ];
    const found = searchOf({ data });
    expect(found.items.map((post) => post.id)).toEqual([id]);
    expect(found.items[0]?.music).toBeUndefined();
    expect(found.droppedCount).toBe(1);
    const mobile = searchOf({ data: [{ type: 1, aweme_info: { aweme_id: id } }] });
    expect(mobile.items.map((post) => post.id)).toEqual([id]);
  });

  it('quirk 22: a comment can be a picture, in no language, with replies inside', () => {
    const [photo, top] = commentsOf(
      { cid: '1', text: '', image_list: [{ crop_url: { url_list: [url] } }], reply_comment: null },
      {
        cid: '2',
        text: 'a',
        reply_id: '0',
        reply_comment_total: 3,
        comment_language: 'un',
        sort_tags: '{"top_list":1}',
        reply_comment: [{ cid: '3', reply_id: '2', reply_to_reply_id: '0' }],
        user: { uid: '600', unique_id: 'ann', follower_count: null },
      },
    );
    expect(photo).toMatchObject({ text: '', images: [{ links: [{ url }] }], previewReplies: [] });
    expect(top).toMatchObject({ replyCount: 3, sortTags: ['top_list'], author: { id: '600' } });
    expect(top?.language).toBeUndefined();
    expect(top?.parentId).toBeUndefined();
    expect(top?.author?.stats.followerCount).toBeUndefined();
    const [reply] = top?.previewReplies ?? [];
    expect(reply).toMatchObject({ id: '3', parentId: '2' });
    expect(reply?.replyToId).toBeUndefined();
    expect(reply?.replyCount).toBeUndefined();
  });

  it('quirk 23: JSON in strings is read where it is needed and harmless where it is broken', () => {
    expect(commentsOf({ cid: '1', sort_tags: '{broken' })[0]?.sortTags).toBeUndefined();
    const anchors = [{ id: '9', type: 54, keyword: 'place', extra: '[{"extra":"{}"}]' }];
    expect(postOf({ anchors }).anchors).toEqual([{ id: '9', type: 54, keyword: 'place' }]);
    expect(awemeOf({ content_desc: '["a"]', misc_info: '{}' }).caption).toBe('');
  });

  it.each([
    ['https://p16.example/a~c5_1080x1080.jpeg?x-expires=1700000000&x-signature=s', 1_700_000_000],
    ['https://p16.example/a~tplv-x:1080:1080.jpeg?dr=1&x-expires=1790000000', 1_790_000_000],
    [`https://v16.example/${'0a'.repeat(16)}/68de912c/video/tos/x/`, 0x68de912c],
  ])('quirk 24: %s says when it dies', (link, expiresAtSeconds) => {
    const html = page(scope('webapp.video-detail', detailOf({ video: { cover: link } })));
    expect(parsePostPage(html).video?.cover).toEqual({ url: link, expiresAtSeconds });
  });

  it('quirk 24: a HEIC address comes last where there is another', () => {
    const heic = 'https://p16.example/1.heic';
    const author = { unique_id: 'ann', avatar_thumb: { url_list: [heic, url] } };
    expect(awemeOf({ author }).author?.avatarThumb?.url).toBe(url);
    const only = { unique_id: 'ann', avatar_thumb: { url_list: [heic] } };
    expect(awemeOf({ author: only }).author?.avatarThumb?.url).toBe(heic);
  });

  it('quirk 26: private accounts stay in a list, with the counters that stand beside them', () => {
    const user = { id: '600', uniqueId: 'ann', privateAccount: true, secret: true };
    const userList = [{ user, stats: { videoCount: 0, followerCount: 3 } }];
    const [first] = parseUserList(json({ statusCode: 0, userList, total: 1 })).items;
    expect(first).toMatchObject({ isPrivate: true, stats: { videoCount: 0, followerCount: 3 } });
  });
});
