import { TikTokNotFoundError, TikTokShapeChangedError } from '../tiktok.errors';
import { parseHashtagDetail } from './hashtag.parser';

const body = (answer: object): Buffer => Buffer.from(JSON.stringify(answer));

describe('parseHashtagDetail', () => {
  it('reads exact counters before rounded ones', () => {
    const challenge = { id: '42', title: 'tag', desc: 'about', isCommerce: false };
    const stats = { videoCount: 3110, viewCount: 41_200_000_000 };
    const statsV2 = { videoCount: '3112' };
    const hashtag = parseHashtagDetail(
      body({ statusCode: 0, challengeInfo: { challenge, stats, statsV2 } }),
    );
    expect(hashtag).toMatchObject({
      id: '42',
      name: 'tag',
      description: 'about',
      isCommerce: false,
      stats: { postCount: 3112, viewCount: 41_200_000_000 },
    });
  });

  it('tells an unknown hashtag from an answer that changed', () => {
    expect(() => parseHashtagDetail(body({ statusCode: 10205 }))).toThrow(TikTokNotFoundError);
    expect(() => parseHashtagDetail(body({ statusCode: 0 }))).toThrow(TikTokShapeChangedError);
  });
});
