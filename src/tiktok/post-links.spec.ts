import type { Post } from './models';
import { linksById, upstreamLinkOf } from './post-links';

function postOf(id: string, members: Partial<Post> = {}): Post {
  return {
    id,
    kind: 'video',
    caption: '',
    stats: {},
    images: [],
    hashtags: [],
    captionTags: [],
    labels: [],
    suggestedWords: [],
    isPinned: false,
    ...members,
  };
}

const link = (name: string) => ({ url: `https://v16.tiktokcdn.com/${name}` });

describe('linksById', () => {
  it('keeps newest first through JSON, whatever the order of the source', () => {
    const posts = [
      postOf('6943996796519681281', { createdAtSeconds: 100, isPinned: true }),
      postOf('7243996796519681281', { createdAtSeconds: 300 }),
      postOf('7043996796519681281', { createdAtSeconds: 200 }),
    ];
    const text = JSON.stringify(linksById(posts, upstreamLinkOf));
    expect([...text.matchAll(/"(\d{19})"/g)].map(([, id]) => id)).toEqual([
      '7243996796519681281',
      '7043996796519681281',
      '6943996796519681281',
    ]);
    expect(Object.keys(JSON.parse(text) as object)[0]).toBe('7243996796519681281');
  });

  it('prefers the link without watermark, then a rendition, then the one with watermark', () => {
    const video = { renditions: [], subtitles: [] };
    const posts = [
      postOf('7000000000000000003', {
        video: { ...video, playLink: link('play'), downloadLink: link('download') },
      }),
      postOf('7000000000000000002', {
        video: { ...video, renditions: [{ links: [link('rendition')] }] },
      }),
      postOf('7000000000000000001', { video: { ...video, downloadLink: link('download') } }),
    ];
    expect(Object.values(linksById(posts, upstreamLinkOf))).toEqual([
      'https://v16.tiktokcdn.com/play',
      'https://v16.tiktokcdn.com/rendition',
      'https://v16.tiktokcdn.com/download',
    ]);
  });

  it('gives the first picture of a photo post', () => {
    const images = [{ links: [link('first')] }, { links: [link('second')] }];
    const posts = [postOf('7000000000000000001', { kind: 'photo', images })];
    expect(linksById(posts, upstreamLinkOf)).toEqual({
      '7000000000000000001': 'https://v16.tiktokcdn.com/first',
    });
  });

  it('leaves no post out: without any link it is the address of its page', () => {
    const author = { uniqueId: 'someone', stats: {} };
    const posts = [postOf('7000000000000000001', { author })];
    expect(linksById(posts, upstreamLinkOf)).toEqual({
      '7000000000000000001': 'https://www.tiktok.com/@someone/video/7000000000000000001',
    });
  });
});
