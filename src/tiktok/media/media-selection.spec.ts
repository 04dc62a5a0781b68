import type { MediaLink, Post, Rendition, Video } from '../models';
import { TikTokNotFoundError } from '../tiktok.errors';
import type { MediaFile } from './media-file';
import { formatOfVideo, formatsOf } from './media-format';
import { selectAgain, selectMedia } from './media-selection';

const link = (url: string, expiresAtSeconds?: number): MediaLink => ({ url, expiresAtSeconds });
const near = 'https://v16-webapp-prime.us.tiktok.com';
const far = 'https://v19-webapp-prime.tiktok.com';
const play = 'https://www.tiktok.com/aweme/v1/play/?video_id=v1&file_id=f1&signaturev3=x';

function rendition(name: string, [width, height]: [number, number], more: Partial<Rendition> = {}) {
  const links = [
    link(play),
    link(`${far}/video/tos/${name}/?a=1`),
    link(`${near}/video/tos/${name}/?a=2`),
  ];
  return { qualityName: name, width, height, codec: 'h264', links, bitsPerSecond: 1, ...more };
}

const video: Video = {
  codec: 'h264',
  playLink: link(`${near}/video/tos/normal_720/?other=1`),
  downloadLink: link(`${far}/video/tos/marked/`, 7),
  cover: link('https://p16-sign-va.tiktokcdn.com/tos-a/cover~x.image?x-expires=5'),
  renditions: [
    rendition('lower_540', [576, 1024]),
    rendition('adapt_1080', [1080, 1920], { codec: 'h265_hvc1' }),
    rendition('normal_720', [720, 1280], { bitsPerSecond: 2 }),
    rendition('lowest_720', [720, 1280]),
  ],
  subtitles: [
    { link: link('https://v16m.tiktokcdn.com/s/1'), languageCode: 'eng-US', format: 'webvtt' },
    { link: link('https://v16m.tiktokcdn.com/s/2'), languageCode: 'eng-US', format: 'webvtt' },
    { link: link('https://v16m.tiktokcdn.com/s/3'), languageCode: 'deu-DE', format: 'other' },
  ],
};

const post: Post = {
  id: '7000000000000000001',
  kind: 'video',
  caption: '',
  stats: {},
  images: [],
  hashtags: [],
  captionTags: [],
  labels: [],
  suggestedWords: [],
  isPinned: false,
  video,
};

const chosen = (file: Omit<MediaFile & { kind: 'video' }, 'kind'>, of = post) =>
  selectMedia(of, { kind: 'video', ...file }).version?.name;

describe('the version of a video', () => {
  it.each([
    [{}, 'normal_720'],
    [{ quality: 'worst' }, 'lower_540'],
    [{ quality: 1280 }, 'normal_720'],
    [{ quality: 1 }, 'lower_540'],
    [{ quality: 1100 }, 'lower_540'],
    [{ quality: 1152 }, 'normal_720'],
    [{ quality: 9999 }, 'normal_720'],
    [{ codec: 'h265' }, 'adapt_1080'],
    [{ codec: 'h265', quality: 'worst' }, 'adapt_1080'],
    [{ hasWatermark: true }, 'watermark'],
    [{ hasWatermark: true, quality: 'worst', codec: 'h265' }, 'watermark'],
    [{ renditionName: 'lowest_720', quality: 'best' }, 'lowest_720'],
  ] as const)('for %j is %s', (wish, name) => {
    expect(chosen(wish)).toBe(name);
  });

  it('is of another codec where there is none of the one wanted, and of an unknown one before that', () => {
    const only = (...renditions: Rendition[]): Post => ({
      ...post,
      video: { ...video, playLink: undefined, renditions },
    });
    const h265 = rendition('a', [1, 1], { codec: 'h265_hvc1' });
    const unsaid = rendition('b', [1, 1], { codec: undefined });
    expect(chosen({}, only(h265))).toBe('a');
    expect(chosen({}, only(h265, unsaid))).toBe('b');
  });

  it('is the main address where the list has it not, and never what only apps can show', () => {
    const unlisted = { ...video, playLink: link(`${near}/video/tos/embed/`), renditions: [] };
    expect(chosen({}, { ...post, video: unlisted })).toBe('play');
    const unplayable = { ...unlisted, codec: 'bytevc2' };
    expect(() => chosen({}, { ...post, video: unplayable })).toThrow(TikTokNotFoundError);
  });

  it('is missing by name, and what there is is said', () => {
    const say = `Post ${post.id} has no video called "x"; it has video (adapt_1080, normal_720, lowest_720, lower_540, watermark), cover, subtitles (eng-US)`;
    expect(() => chosen({ renditionName: 'x' })).toThrow(say);
    expect(() => selectMedia({ ...post, video: undefined }, { kind: 'music' })).toThrow(
      'no music; it has no media at all',
    );
  });
});

describe('the links of a file', () => {
  it('are tried near ones first, and the form that plays in one region only last', () => {
    const { links } = selectMedia(post, { kind: 'video' });
    expect(links.map(({ url }) => new URL(url).host)).toEqual([
      'v16-webapp-prime.us.tiktok.com',
      'v19-webapp-prime.tiktok.com',
      'www.tiktok.com',
    ]);
  });

  it('of a picture are those of one encoding, what browsers show first', () => {
    const host = 'https://p16-sign-va.tiktokcdn.com';
    const other = 'https://p19-sign.tiktokcdn-us.com';
    const urls = [
      `${host}/i/a~x.heic?q`,
      `${host}/i/a~x.webp?q`,
      `${host}/i/a~x.jpeg?q`,
      `${other}/i/a~x.jpeg?r`,
    ];
    const photo: Post = {
      ...post,
      kind: 'photo',
      images: [{ links: urls.map((url) => link(url)) }],
    };
    const { links } = selectMedia(photo, { kind: 'image', index: 0 });
    expect(links.map(({ url }) => url)).toEqual([urls[2], urls[3]]);
    expect(() => selectMedia(photo, { kind: 'image', index: 1 })).toThrow('no image 2; it has');
    const heic: Post = { ...photo, images: [{ links: [link(urls[0] ?? '')] }] };
    expect(selectMedia(heic, { kind: 'image', index: 0 }).links).toHaveLength(1);
  });

  it('that are no addresses are passed over', () => {
    const broken: Post = { ...post, video: { ...video, cover: link('https://[/') } };
    expect(() => selectMedia(broken, { kind: 'cover' })).toThrow(TikTokNotFoundError);
    expect(formatsOf(broken).map(({ kind }) => kind)).not.toContain('cover');
  });
});

describe('the entity tag', () => {
  const signed = (host: string, signature: string): Post => {
    const url = `https://${host}/${signature.repeat(32)}/68de912c/video/tos/x/y/?l=${signature}`;
    return { ...post, video: { ...video, playLink: link(url), renditions: [] } };
  };

  it('is quoted, and the same over hosts, signatures and days', () => {
    const [one, two] = [signed('v16m.tiktokcdn.com', 'a'), signed('v77.tiktokcdn.com', 'b')];
    const etag = selectMedia(one, { kind: 'video' }).etag;
    expect(etag).toMatch(/^"[\w-]{27}"$/);
    expect(selectMedia(two, { kind: 'video' }).etag).toBe(etag);
    expect(selectMedia({ ...two, id: '7' }, { kind: 'video' }).etag).not.toBe(etag);
  });

  it('differs between versions, kinds and formats', () => {
    const files: MediaFile[] = [
      ...['normal_720', 'lower_540', 'watermark'].map((renditionName): MediaFile => ({
        kind: 'video',
        renditionName,
      })),
      { kind: 'cover' },
      { kind: 'subtitle', languageCode: 'eng-US', format: 'vtt' },
      { kind: 'subtitle', languageCode: 'eng-US', format: 'srt' },
    ];
    expect(new Set(files.map((file) => selectMedia(post, file).etag)).size).toBe(files.length);
  });

  it('finds the same file again among other versions in another order', () => {
    const { etag } = selectMedia(post, { kind: 'video' });
    const shuffled = { ...video, playLink: undefined, renditions: [...video.renditions].reverse() };
    const better = rendition('new_1080', [1080, 1920]);
    const later: Post = {
      ...post,
      video: { ...shuffled, renditions: [better, ...shuffled.renditions] },
    };
    expect(selectMedia(later, { kind: 'video' }).etag).not.toBe(etag);
    expect(selectAgain(later, { kind: 'video' }, etag)?.version?.name).toBe('normal_720');
    expect(selectAgain({ ...post, video: undefined }, { kind: 'video' }, etag)).toBeUndefined();
    const cover = selectMedia(post, { kind: 'cover' });
    expect(selectAgain(later, { kind: 'cover' }, cover.etag)).toEqual(cover);
    expect(selectAgain(later, { kind: 'cover' }, etag)).toBeUndefined();
  });
});

describe('formats', () => {
  it('are all versions best first, then the rest, each with what selects it', () => {
    const formats = formatsOf(post);
    expect(formats.map(({ kind, name }) => `${kind} ${name}`)).toEqual([
      'video adapt_1080',
      'video normal_720',
      'video lowest_720',
      'video lower_540',
      'video watermark',
      'cover cover',
      'subtitle eng-US',
    ]);
    expect(formats[1]).toEqual({
      kind: 'video',
      name: 'normal_720',
      file: { kind: 'video', renditionName: 'normal_720' },
      codec: 'h264',
      hasWatermark: false,
      width: 720,
      height: 1280,
      bitsPerSecond: 2,
    });
    expect(formats[4]).toMatchObject({ hasWatermark: true, expiresAtSeconds: 7 });
    for (const { file } of formats) expect(selectMedia(post, file).links.length).toBeGreaterThan(0);
  });

  it('tell which version a wish comes to', () => {
    expect(formatOfVideo(post, { kind: 'video', quality: 720 })).toMatchObject({
      name: 'lower_540',
      height: 1024,
    });
  });

  it('have a file once where TikTok gives the clean one for downloads, which is still to be had so', () => {
    const same: Post = { ...post, video: { ...video, downloadLink: video.playLink } };
    expect(formatsOf(same).filter(({ hasWatermark }) => hasWatermark)).toEqual([]);
    const marked = selectMedia(same, { kind: 'video', hasWatermark: true });
    expect(marked.etag).toBe(selectMedia(same, { kind: 'video' }).etag);
  });

  it('have names of their own where TikTok uses one twice', () => {
    const links = [link(`${near}/video/tos/b/`)];
    const renditions = [rendition('a', [2, 2]), rendition('a', [1, 1], { links })];
    const twice: Post = { ...post, video: { ...video, playLink: undefined, renditions } };
    expect(
      formatsOf(twice)
        .slice(0, 2)
        .map(({ name }) => name),
    ).toEqual(['a', 'a-2']);
    expect(formatOfVideo(twice, { kind: 'video', renditionName: 'a-2' })?.height).toBe(1);
  });
});
