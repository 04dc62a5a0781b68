import {
  TikTokBlockedError,
  TikTokNotFoundError,
  TikTokPrivateError,
  TikTokShapeChangedError,
} from '../tiktok.errors';
import { parseUserDetail } from './user-detail.parser';

const body = (answer: object): Buffer => Buffer.from(JSON.stringify(answer));

describe('parseUserDetail', () => {
  it('reads what a profile page would hold', () => {
    const userInfo = { user: { uniqueId: 'ann' }, statsV2: { followerCount: '12345' } };
    expect(parseUserDetail(body({ statusCode: 0, userInfo }))).toMatchObject({
      user: { uniqueId: 'ann', stats: { followerCount: 12_345 } },
      posts: [],
    });
  });

  it.each([
    [{ statusCode: 10202 }],
    [{ statusCode: 100002, userInfo: {} }],
    [{ statusCode: 0, userInfo: {} }],
    [{ statusCode: 0, userInfo: null }],
  ])('knows no such user from %j', (answer) => {
    expect(() => parseUserDetail(body(answer))).toThrow(TikTokNotFoundError);
  });

  it('tells private, changed and refused from not found', () => {
    expect(() => parseUserDetail(body({ statusCode: 10222 }))).toThrow(TikTokPrivateError);
    expect(() => parseUserDetail(body({ statusCode: 10101 }))).toThrow(TikTokBlockedError);
    expect(() => parseUserDetail(body({ statusCode: 0, userInfo: { user: {} } }))).toThrow(
      TikTokShapeChangedError,
    );
  });
});
