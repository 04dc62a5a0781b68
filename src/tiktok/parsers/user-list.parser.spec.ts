import { TikTokPrivateError, TikTokShapeChangedError } from '../tiktok.errors';
import { parseUserList } from './user-list.parser';

const read = (answer: object) => parseUserList(Buffer.from(JSON.stringify(answer)));
const row = {
  user: { id: '6900000000000000001', uniqueId: 'ann' },
  stats: { followerCount: 12_300 },
  statsV2: { followerCount: '12345' },
};

describe('parseUserList', () => {
  it('reads accounts with the counters beside them, the exact ones first', () => {
    const page = read({ statusCode: 0, userList: [row], hasMore: true, minCursor: 170, total: 9 });
    expect(page).toMatchObject({ hasMore: true, cursor: '170', total: 9, droppedCount: 0 });
    expect(page.items[0]).toMatchObject({ uniqueId: 'ann', stats: { followerCount: 12_345 } });
  });

  it('counts a row without a handle and leaves it out', () => {
    const page = read({ statusCode: 0, userList: [row, { user: { id: '1' } }, null] });
    expect(page.items).toHaveLength(1);
    expect(page.droppedCount).toBe(2);
  });

  it.each([
    [{ statusCode: 10222, status_code: 10222, hasMore: false }],
    [{ statusCode: 0, hasMore: false, minCursor: 0 }],
    [{ statusCode: 0, hasMore: false, minCursor: 170, total: 12 }],
    [{ statusCode: 0, userList: null, hasMore: false }],
  ])('tells a hidden list from an empty one: %j', (answer) => {
    expect(() => read(answer)).toThrow(TikTokPrivateError);
  });

  it.each([
    [{ statusCode: 0, userList: [], total: 0 }],
    [{ statusCode: 0, userList: [], hasMore: false, minCursor: 0 }],
    [{ statusCode: 0, hasMore: false, total: 0 }],
  ])('reads an empty list: %j', (answer) => {
    expect(read(answer).items).toEqual([]);
  });

  it('takes no answer without a verdict, or with more promised, for a list', () => {
    expect(() => read({ minCursor: 0 })).toThrow(TikTokShapeChangedError);
    expect(() => read({ statusCode: 0, hasMore: true })).toThrow(TikTokShapeChangedError);
  });
});
