import { TikTokBlockedError, TikTokNotFoundError } from '../tiktok.errors';
import { parseEmbedHashtag } from './hashtag.parser';
import { parseEmbedMusic } from './music-detail.parser';

const embed = (entry: object): Buffer => {
  const state = { source: { data: { strategy: {}, '/embed/tag/x?lang=en': entry } } };
  return Buffer.from(`<script id="__FRONTITY_CONNECT_STATE__">${JSON.stringify(state)}</script>`);
};
const row = { id: '7400000000000000001', authorUniqueId: 'ann', playAddr: 'https://v.example/1' };

describe('embed pages of hashtags and sounds', () => {
  it('reads a hashtag whose counters are strings, and posts of many authors', () => {
    const embedInfo = {
      title: '#tag',
      viewCount: '41200000000',
      videoCount: '3112',
      statusCode: 0,
    };
    const { hashtag, posts, droppedCount } = parseEmbedHashtag(
      embed({ embedInfo, videoList: [row, {}] }),
    );
    expect(hashtag).toMatchObject({ name: 'tag', stats: { postCount: 3112 } });
    expect(posts).toMatchObject([{ id: row.id, author: { uniqueId: 'ann' }, kind: 'video' }]);
    expect(droppedCount).toBe(1);
  });

  it('reads a sound', () => {
    const embedInfo = { id: '700', artist: 'Ann', videoCount: 12, statusCode: 0, code: 200 };
    const { music, posts } = parseEmbedMusic(embed({ embedInfo, videoList: [row] }));
    expect(music).toMatchObject({ id: '700', authorName: 'Ann', postCount: 12 });
    expect(posts).toHaveLength(1);
  });

  it.each([[{}], [{ embedInfo: { statusCode: 10221 } }], [{ isError: true, errorStatus: 400 }]])(
    'does not take %j for an absence',
    (entry) => {
      for (const parse of [parseEmbedHashtag, parseEmbedMusic]) {
        expect(() => parse(embed(entry))).toThrow(
          expect.objectContaining({ kind: 'inconclusive' }),
        );
      }
    },
  );

  it('believes a code that is about hashtags', () => {
    expect(() => parseEmbedHashtag(embed({ embedInfo: { statusCode: 10205 } }))).toThrow(
      TikTokNotFoundError,
    );
    expect(() => parseEmbedHashtag(Buffer.from('<html></html>'))).toThrow(TikTokBlockedError);
  });
});
