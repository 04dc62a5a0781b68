import { TikTokPrivateError } from '../tiktok.errors';
import { parseLikedList } from './item-list.parser';

const body = (answer: object): Buffer => Buffer.from(JSON.stringify(answer));

describe('parseLikedList', () => {
  it('tells a hidden list from an empty one and from the end of one', () => {
    const hidden = { statusCode: 0, status_code: 0, cursor: '0', hasMore: false };
    expect(() => parseLikedList(body(hidden))).toThrow(TikTokPrivateError);
    expect(parseLikedList(body({ ...hidden, itemList: [] })).items).toEqual([]);
    expect(parseLikedList(body({ ...hidden, cursor: '1700000000000' })).items).toEqual([]);
  });
});
