import { bytesOf, smallPostId } from '../media/sandbox-files';
import type { TestApi } from '../support/api';
import { startApi } from '../support/api';
import type { Downloads } from '../support/media';
import { dataOf, fetchMedia } from '../support/media';

describe('links to media', () => {
  let api: TestApi;
  let downloads: Downloads;
  let link: string;
  let expected: Buffer;
  let etag: string;

  beforeAll(async () => {
    api = await startApi();
    downloads = await dataOf(api, `downloader?url=${smallPostId}&detail=full`);
    link = downloads.media.no_watermark;
    expected = bytesOf(api.sandbox, smallPostId, { kind: 'video' });
    etag = String((await fetchMedia(link, { method: 'HEAD' })).headers.etag);
  });

  afterAll(() => api.close());

  it('give the bytes that TikTok has: video, video with watermark, sound, cover', async () => {
    const { media, thumbnail } = downloads;
    const files = [
      [media.no_watermark, { kind: 'video' }, 'video/mp4'],
      [media.watermark, { kind: 'video', hasWatermark: true }, 'video/mp4'],
      [media.music, { kind: 'music' }, 'audio/mp4'],
      [thumbnail, { kind: 'cover' }, 'image/jpeg'],
    ] as const;
    for (const [url, file, contentType] of files) {
      const bytes = bytesOf(api.sandbox, smallPostId, file);
      const answer = await fetchMedia(url);
      expect([answer.status, answer.isWhole]).toEqual([200, true]);
      expect(answer.bytes.equals(bytes)).toBe(true);
      expect(answer.headers).toMatchObject({
        'content-type': contentType,
        'content-length': String(bytes.length),
        'accept-ranges': 'bytes',
        etag: expect.stringMatching(/^"[\w-]+"$/),
        'x-content-type-options': 'nosniff',
        'cross-origin-resource-policy': 'cross-origin',
        'content-security-policy': expect.stringMatching(/^default-src 'none'; (?!.*script)/),
        'content-disposition': expect.stringMatching(/^inline; filename=/),
      });
    }
  });

  it("opens every format of the post, and the author's picture, with the size that is said", async () => {
    expect(downloads.formats.length).toBeGreaterThan(5);
    for (const { link: url, size_bytes } of downloads.formats) {
      const answer = await fetchMedia(url);
      expect([answer.status, answer.isWhole]).toEqual([200, true]);
      expect(answer.headers['content-length']).toBe(String(answer.bytes.length));
      if (size_bytes !== null) expect(answer.bytes.length).toBe(size_bytes);
    }
    const profile = await fetchMedia(downloads.post_author.profile);
    expect([profile.status, profile.headers['content-type']]).toEqual([200, 'image/jpeg']);
  });

  it('answers HEAD with the headers of GET and no body', async () => {
    const varying = ['date', 'x-request-id', 'connection', 'keep-alive', 'cache-control'];
    const stable = (headers: object): object =>
      Object.fromEntries(Object.entries(headers).filter(([name]) => !varying.includes(name)));
    const head = await fetchMedia(link, { method: 'HEAD' });
    const get = await fetchMedia(link);
    expect(head.bytes).toHaveLength(0);
    expect(stable(head.headers)).toEqual(stable(get.headers));
    const ranged = await fetchMedia(link, { method: 'HEAD', headers: { range: 'bytes=0-0' } });
    expect([ranged.status, ranged.headers['content-length']]).toEqual([
      200,
      String(expected.length),
    ]);
  });

  it.each([
    ['bytes=0-0', (size: number) => [0, 0, size]],
    ['bytes=0-', (size: number) => [0, size - 1, size]],
    ['bytes=1000-1999', (size: number) => [1000, 1999, size]],
    ['bytes=20000-', (size: number) => [20_000, size - 1, size]],
    ['bytes=10-99999999999999999999', (size: number) => [10, size - 1, size]],
    ['bytes=-1', (size: number) => [size - 1, size - 1, size]],
    ['bytes=-5000', (size: number) => [size - 5000, size - 1, size]],
    ['bytes=-99999999', (size: number) => [0, size - 1, size]],
    ['BYTES=5-9', (size: number) => [5, 9, size]],
  ])('gives the range %s', async (range, span) => {
    const [first = 0, last = 0, size] = span(expected.length);
    const part = await fetchMedia(link, { headers: { range } });
    expect([part.status, part.isWhole]).toEqual([206, true]);
    expect(part.headers['content-range']).toBe(`bytes ${first}-${last}/${size}`);
    expect(part.headers['content-length']).toBe(String(last - first + 1));
    expect(part.bytes.equals(expected.subarray(first, last + 1))).toBe(true);
  });

  it.each(['bytes=0-0,5-9', 'bytes=0-0, -1', 'bytes=9-5', 'bytes=x-y', 'pages=1-2', 'bytes=-', ''])(
    'gives the whole file for %j',
    async (range) => {
      const whole = await fetchMedia(link, { headers: { range } });
      expect([whole.status, whole.headers['content-range']]).toEqual([200, undefined]);
      expect(whole.bytes.equals(expected)).toBe(true);
    },
  );

  it.each(['bytes=99999999-', 'bytes=99999999-99999999', 'bytes=-0'])(
    'answers 416 to %s, and says how long the file is',
    async (range) => {
      const answer = await fetchMedia(link, { headers: { range } });
      expect([answer.status, answer.headers['content-range']]).toEqual([
        416,
        `bytes */${expected.length}`,
      ]);
      expect(answer.headers['content-type']).toBe('application/problem+json');
      expect(JSON.parse(answer.bytes.toString())).toMatchObject({
        status: 416,
        code: 'media.range_not_satisfiable',
        requestId: answer.headers['x-request-id'],
      });
    },
  );

  it('goes on with a range only where the caller has a part of this very file', async () => {
    const range = 'bytes=100-199';
    const statusWith = async (ifRange: string) =>
      (await fetchMedia(link, { headers: { range, 'if-range': ifRange } })).status;
    expect(await statusWith(etag)).toBe(206);
    expect(await statusWith('"another"')).toBe(200);
    expect(await statusWith(`W/${etag}`)).toBe(200);
    expect(await statusWith('Sat, 21 Nov 2026 12:00:00 GMT')).toBe(200);
  });

  it('answers 304 to who has the file, and asks TikTok for no byte of it', async () => {
    api.sandbox.counters.reset();
    for (const tag of [etag, `W/${etag}`, `"other", ${etag}`, '*']) {
      const headers = { 'if-none-match': tag, range: 'bytes=0-1' };
      const answer = await fetchMedia(link, { headers });
      expect([answer.status, answer.headers.etag, answer.bytes.length]).toEqual([304, etag, 0]);
    }
    const other = await fetchMedia(link, { headers: { 'if-none-match': '"other"' } });
    expect(other.status).toBe(200);
    expect(api.sandbox.counters.count()).toBe(1);
  });

  it('lets browsers keep the file no longer than the link lives', async () => {
    const seconds = /^private, max-age=(\d+)$/.exec(
      String((await fetchMedia(link)).headers['cache-control']),
    )?.[1];
    expect(Number(seconds)).toBeGreaterThan(86_000);
    expect(Number(seconds)).toBeLessThanOrEqual(2 * 86_400 + 300);
  });

  it('is an attachment on request, and does not mind what others hang on its address', async () => {
    const saved = await fetchMedia(`${link}?download=1&utm_source=chat&fbclid=x`);
    expect(saved.status).toBe(200);
    expect(saved.headers['content-disposition']).toMatch(
      /^attachment; filename=[^;]*; filename\*=UTF-8''[^;]*6943996796519681281\.mp4$/,
    );
    const shown = await fetchMedia(`${link}?download=0`);
    expect(shown.headers['content-disposition']).toMatch(/^inline; /);
  });

  it('gives subtitles as WebVTT and as SRT', async () => {
    const id = await postWithSubtitles(api);
    const { formats } = await dataOf<Downloads>(api, `downloader?url=${id}&detail=full`);
    const subtitles = formats.filter(({ kind }) => kind === 'subtitle');
    expect(new Set(subtitles.map(({ extension }) => extension))).toEqual(new Set(['vtt', 'srt']));
    for (const { link: url, extension } of subtitles) {
      const { status, headers, bytes } = await fetchMedia(url);
      expect([status, headers['content-length']]).toEqual([200, String(bytes.length)]);
      const text = bytes.toString();
      if (extension === 'vtt') {
        expect(headers['content-type']).toMatch(/^text\/vtt/);
        expect(text).toMatch(/^WEBVTT\n/);
      } else {
        expect(headers['content-type']).toMatch(/^application\/x-subrip/);
        expect(text).toMatch(/^1\r?\n00:00:00,000 --> 00:00:02,000\r?\n\S/);
      }
    }
  });

  it.each([
    ['quality=worst', 36_180],
    ['quality=540', 36_180],
    ['quality=1024', 36_180],
    ['quality=144', 36_180],
    ['quality=4320', 40_667],
    ['quality=best', 40_667],
    ['codec=h265', 43_302],
    ['codec=h265&quality=worst', 43_302],
    ['codec=h264', 40_667],
  ])('gives the rendition that is asked for: %s', async (query, size) => {
    const { media } = await dataOf<Downloads>(api, `downloader?url=${smallPostId}&${query}`);
    const head = await fetchMedia(media.no_watermark, { method: 'HEAD' });
    expect(head.headers['content-length']).toBe(String(size));
  });
});

async function postWithSubtitles({ sandbox }: TestApi): Promise<string> {
  const account = sandbox.world.user('gabrielymayra');
  if (!account) throw new Error('the sandbox has this account');
  for (const { id, kind } of sandbox.world.userPosts(account, { limit: 60 })) {
    const page = kind === 'video' ? await fetch(`${sandbox.origin}/@_/video/${id}`) : undefined;
    if ((await page?.text())?.includes('"subtitleInfos":[{')) return id;
  }
  throw new Error('no post with subtitles');
}
