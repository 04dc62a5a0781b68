import { MediaClient } from '../../src/tiktok';
import { startRelay, type Relay } from '../media/relay';
import { bytesOf, largePostId, smallPostId, until } from '../media/sandbox-files';
import type { Sandbox } from '../../src/sandbox';
import { startSandbox } from '../../src/sandbox';
import type { TestApi } from '../support/api';
import { fixedNowMs, startApi } from '../support/api';
import type { Downloads } from '../support/media';
import { dataOf, fetchMedia, hangUpEarly } from '../support/media';

const dayMs = 86_400_000;
const codeIn = (bytes: Buffer): string => (JSON.parse(bytes.toString()) as { code: string }).code;

describe('a link of ours', () => {
  let api: TestApi;
  let link: string;
  let expected: Buffer;

  beforeEach(async () => {
    api = await startApi();
    const { media } = await dataOf<Downloads>(api, `downloader?url=${smallPostId}`);
    link = media.no_watermark;
    expected = bytesOf(api.sandbox, smallPostId, { kind: 'video' });
    api.sandbox.counters.reset();
  });

  afterEach(() => api.close());

  const opensWhole = async (): Promise<void> => {
    const { status, bytes, isWhole } = await fetchMedia(link);
    expect([status, isWhole]).toEqual([200, true]);
    expect(bytes.equals(expected)).toBe(true);
  };

  it("opens though TikTok's own link behind it has expired", async () => {
    // One mirror never expires: without it the post has to be resolved anew.
    api.sandbox.switches.set({ 'play-links': 'wrong-region' });
    api.sandbox.clock.advance(2 * dayMs);
    await opensWhole();
    expect(api.sandbox.counters.count('video-page')).toBe(1);
  });

  it.each(['forbidden-403', 'html-instead', 'link-expired', 'zero-bytes', 'reset'] as const)(
    'opens though the first try is answered with %s',
    async (fault) => {
      api.sandbox.faults.add({ route: 'media-video', fault, times: 1 });
      await opensWhole();
    },
  );

  it('goes on where the connection to TikTok broke off', async () => {
    api.sandbox.faults.add({ route: 'media-video', fault: 'cut-body', times: 2 });
    await opensWhole();
    expect(api.sandbox.counters.count('media-video')).toBeGreaterThan(1);
  });

  it('is a problem with a code when TikTok will not give the file', async () => {
    api.sandbox.faults.add({ route: '*', fault: 'forbidden-403' });
    const { status, headers, bytes } = await fetchMedia(link);
    expect(status).toBeGreaterThanOrEqual(502);
    expect(headers['content-type']).toBe('application/problem+json');
    expect(codeIn(bytes)).toMatch(/^tiktok\./);
    expect(headers['content-length']).toBe(String(bytes.length));
  });

  it('is fetched from TikTok once by 50 at a time', async () => {
    api.sandbox.traffic.set({ route: 'media-video', bytesPerSecond: 100_000 });
    const answers = await Promise.all(Array.from({ length: 50 }, () => fetchMedia(link)));
    for (const { status, bytes, isWhole } of answers) {
      expect([status, isWhole]).toEqual([200, true]);
      expect(bytes.equals(expected)).toBe(true);
    }
    expect(api.sandbox.counters.count('media-video')).toBe(1);
  });

  it('is resumed by a caller who lost the connection', async () => {
    const { media } = await dataOf<Downloads>(api, `downloader?url=${largePostId}`);
    const whole = bytesOf(api.sandbox, largePostId, { kind: 'video' });
    const first = await fetchMedia(media.no_watermark, { headers: { range: 'bytes=0-6999999' } });
    const rest = await fetchMedia(media.no_watermark, {
      headers: { range: 'bytes=7000000-', 'if-range': String(first.headers.etag) },
    });
    expect([first.status, rest.status]).toEqual([206, 206]);
    expect(Buffer.concat([first.bytes, rest.bytes]).equals(whole)).toBe(true);
  });

  it('leaves nothing open when the caller hangs up', async () => {
    const { media } = await dataOf<Downloads>(api, `downloader?url=${largePostId}`);
    api.sandbox.traffic.set({ route: 'media-video', bytesPerSecond: 500_000 });
    await hangUpEarly(media.no_watermark);
    await until(() => {
      const { fetchCount, readerCount, heldBytes } = api.app.get(MediaClient).load();
      return fetchCount + readerCount + heldBytes === 0;
    });
  });
});

describe('a stream whose source dies for good', () => {
  let sandbox: Sandbox;
  let relay: Relay;
  let api: TestApi;

  beforeEach(async () => {
    sandbox = await startSandbox({ nowMs: fixedNowMs });
    relay = await startRelay(sandbox.port);
    api = await startApi({ environment: { TIKTOK_BASE_URL: relay.origin } });
  });

  afterEach(async () => {
    await api.close();
    relay.close();
    await sandbox.stop();
  });

  it('ends short, so that the caller can tell', async () => {
    const { media } = await dataOf<Downloads>(api, `downloader?url=${largePostId}`);
    relay.cutAfter(3_000_000, ...Array.from({ length: 60 }, () => 1));
    const { status, headers, bytes, isWhole } = await fetchMedia(media.no_watermark);
    const expected = bytesOf(sandbox, largePostId, { kind: 'video' });
    expect([status, headers['content-length'], isWhole]).toEqual([200, '20000000', false]);
    expect(bytes.length).toBeLessThan(20_000_000);
    expect(bytes.equals(expected.subarray(0, bytes.length))).toBe(true);
  });
});
