import { TikTokShapeChangedError } from '../tiktok.errors';
import { parseOembed } from './oembed.parser';

const body = (answer: object | string): Buffer =>
  Buffer.from(typeof answer === 'string' ? answer : JSON.stringify(answer));
const id = '7400000000000000001';
const url = 'https://p16.example/1.jpeg';

describe('parseOembed', () => {
  const html = `<blockquote data-video-id="${id}"><p>hi <a title="tag" target="_blank" href="https://www.tiktok.com/tag/tag?refer=embed">#tag</a>
    <a title="a&amp;b" href="https://www.tiktok.com/tag/x">#x</a></p>
    <a target="_blank" title="song" href="https://www.tiktok.com/music/song-6700000000000000001?refer=embed">song</a></blockquote>`;

  it('reads what it knows: names, caption, a cover, hashtags, the id of the sound', () => {
    const post = parseOembed(
      body({
        title: 'hi #tag',
        author_unique_id: 'ann',
        author_name: 'Ann',
        thumbnail_url: url,
        html,
      }),
    );
    expect(post).toMatchObject({
      id,
      caption: 'hi #tag',
      createdAtSeconds: Number(BigInt(id) >> 32n),
      author: { uniqueId: 'ann', nickname: 'Ann' },
      hashtags: [{ name: 'tag' }],
      music: { id: '6700000000000000001' },
      video: { cover: { url } },
      stats: {},
    });
  });

  it('cannot tell missing from private from a photo post', () => {
    const refusal = { code: 400, message: 'Something went wrong' };
    expect(() => parseOembed(body(refusal))).toThrow(
      expect.objectContaining({ kind: 'inconclusive', statusCode: 400 }),
    );
  });

  it('reads no profile as a post', () => {
    const creator = { embed_product_id: 'ann', embed_type: 'creator', html: '<blockquote>' };
    expect(() => parseOembed(body(creator))).toThrow(TikTokShapeChangedError);
  });
});
