import { TikTokNotFoundError, TikTokShapeChangedError } from '../tiktok.errors';
import { parseMusicDetail } from './music-detail.parser';

const body = (answer: object): Buffer => Buffer.from(JSON.stringify(answer));

describe('parseMusicDetail', () => {
  it.each(['author', 'artist'])('reads a sound and its %s', (key) => {
    const musicInfo = {
      music: { id: '700', title: 'song', preciseDuration: { preciseDuration: 15.06 } },
      [key]: { uniqueId: 'ann' },
      stats: { videoCount: 12 },
    };
    expect(parseMusicDetail(body({ statusCode: 0, musicInfo }))).toMatchObject({
      id: '700',
      preciseDurationSeconds: 15.06,
      postCount: 12,
      author: { uniqueId: 'ann' },
    });
  });

  it('says that there is none', () => {
    expect(() => parseMusicDetail(body({ statusCode: 10218 }))).toThrow(TikTokNotFoundError);
    expect(() => parseMusicDetail(body({ musicInfo: {} }))).toThrow(TikTokShapeChangedError);
  });
});
