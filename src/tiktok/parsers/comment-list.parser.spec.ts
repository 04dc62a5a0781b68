import { TikTokNotFoundError, TikTokShapeChangedError } from '../tiktok.errors';
import { parseCommentList } from './comment-list.parser';

const read = (answer: object) => parseCommentList(Buffer.from(JSON.stringify(answer)));
const cid = '7400000000000000001';

describe('parseCommentList', () => {
  it('reads a comment with everything that stands beside it', () => {
    const comment = {
      cid,
      aweme_id: '7300000000000000001',
      text: 'hi @ben',
      create_time: 1_723_000_000,
      digg_count: 3,
      author_pin: true,
      is_author_digged: true,
      label_list: [{ text: 'Creator', type: 1 }],
      text_extra: [{ start: 3, end: 7, user_id: '600', sec_uid: 'MS4w' }],
      user: { uid: '601', unique_id: 'ann', custom_verify: '', enterprise_verify_reason: '' },
      share_info: { url: 'https://m.example/v/1.html' },
      status: 1,
    };
    const page = read({ status_code: 0, comments: [comment], has_more: 1, cursor: 20, total: 45 });
    expect(page).toMatchObject({ hasMore: true, cursor: '20', total: 45, droppedCount: 0 });
    expect(page.items[0]).toMatchObject({
      id: cid,
      postId: '7300000000000000001',
      createdAtSeconds: 1_723_000_000,
      likeCount: 3,
      isPinned: true,
      isLikedByAuthor: true,
      labels: ['Creator'],
      mentions: [{ start: 3, end: 7, mention: { userId: '600', secUid: 'MS4w' } }],
      author: { uniqueId: 'ann', isVerified: false, stats: {} },
      shareUrl: 'https://m.example/v/1.html',
      status: 1,
    });
  });

  it('reads replies with the thread that they stand in', () => {
    const reply = { cid, text: 'yes', reply_id: '7', reply_to_reply_id: '8' };
    expect(read({ status_code: 0, comments: [reply] }).items[0]).toMatchObject({
      parentId: '7',
      replyToId: '8',
    });
  });

  it('takes no more of replies inside replies than was ever seen', () => {
    let comment: object = { cid };
    for (let depth = 0; depth < 2000; depth += 1) comment = { cid, reply_comment: [comment] };
    const [top] = read({ comments: [comment] }).items;
    expect(top?.previewReplies[0]?.previewReplies[0]?.previewReplies).toEqual([]);
  });

  it.each([
    [{ comments: [], total: 0 }],
    [{ comments: null, total: 0, cursor: 0 }],
    [{ comments: [], cursor: 20 }],
    [{ comments: null, total: 4, cursor: 4, has_filtered_comments: 1 }],
  ])('reads that there are none: %j', (answer) => {
    expect(read({ status_code: 0, has_more: 0, ...answer }).items).toEqual([]);
  });

  it('believes in an unknown post only where nothing speaks for one', () => {
    const unknown = { status_code: 0, comments: null, has_more: 0, cursor: 0 };
    expect(() => read(unknown)).toThrow(TikTokNotFoundError);
  });

  it('knows an unknown post also by a cursor that stands where it was asked for', () => {
    const unknown = { status_code: 0, comments: null, has_more: 0, cursor: 30 };
    const json = Buffer.from(JSON.stringify(unknown));
    expect(() => parseCommentList(json, '30')).toThrow(TikTokNotFoundError);
    expect(() => parseCommentList(json, '10')).toThrow(TikTokShapeChangedError);
  });

  it.each([{ total: 45 }, { has_more: 1 }, { cursor: 20 }])(
    'takes a list that is counted and not given for no list: %j',
    (more) => {
      const answer = { status_code: 0, comments: null, has_more: 0, cursor: 0, ...more };
      expect(() => read(answer)).toThrow(TikTokShapeChangedError);
    },
  );
});
