import type { Sandbox } from '../../../src/sandbox';
import { startFixedSandbox } from '../sandbox-client';
import { scopesIn } from './page-reader';
import { Visitor } from './surfaces';

jest.setTimeout(120_000);

const REFERER = 'https://www.tiktok.com/';
const POST = '/@i/video/6943996796519681281';

let sandbox: Sandbox;
let visitor: Visitor;
beforeEach(async () => {
  sandbox = await startFixedSandbox();
  visitor = await Visitor.booted(sandbox.port);
});
afterEach(async () => {
  visitor.close();
  await sandbox.stop();
});

interface PlayAddr {
  DataSize: string;
  UrlList: string[];
}

/** The largest rendition that the page lists, and its addresses. */
async function bestRendition(): Promise<PlayAddr> {
  const page = await visitor.session.send(POST);
  const detail = scopesIn(page.text)?.['webapp.video-detail'] as {
    itemInfo: { itemStruct: { video: { bitrateInfo: { PlayAddr: PlayAddr }[] } } };
  };
  const { bitrateInfo } = detail.itemInfo.itemStruct.video;
  const bySize = [...bitrateInfo].sort(
    (a, b) => Number(b.PlayAddr.DataSize) - Number(a.PlayAddr.DataSize),
  );
  const [best] = bySize;
  if (!best) throw new Error('The page lists no rendition');
  return best.PlayAddr;
}

describe('a download', () => {
  it('in ranges, put together, is the whole', async () => {
    const { DataSize, UrlList } = await bestRendition();
    const [url = ''] = UrlList;
    const whole = await visitor.session.send(url, { headers: { referer: REFERER } });
    expect(whole.status).toBe(200);
    expect(whole.headers['content-type']).toBe('video/mp4');
    expect(whole.headers['accept-ranges']).toBe('bytes');
    expect(whole.bytes.length).toBe(Number(DataSize));
    const parts: Buffer[] = [];
    const step = Math.ceil(whole.bytes.length / 7);
    for (let first = 0; first < whole.bytes.length; first += step) {
      const range = `bytes=${first}-${first + step - 1}`;
      const part = await visitor.session.send(url, { headers: { referer: REFERER, range } });
      const last = Math.min(first + step, whole.bytes.length) - 1;
      expect(part.status).toBe(206);
      expect(part.headers['content-range']).toBe(`bytes ${first}-${last}/${whole.bytes.length}`);
      parts.push(part.bytes);
    }
    expect(Buffer.concat(parts).equals(whole.bytes)).toBe(true);
  });

  it('from bytes=0- on is partial content, and beyond the end there is nothing', async () => {
    const { DataSize, UrlList } = await bestRendition();
    const ask = (range: string) =>
      visitor.session.send(UrlList[0] ?? '', { headers: { referer: REFERER, range } });
    const all = await ask('bytes=0-');
    expect([all.status, all.bytes.length]).toEqual([206, Number(DataSize)]);
    const tail = await ask('bytes=-100');
    expect([tail.status, tail.bytes.length]).toEqual([206, 100]);
    const beyond = await ask(`bytes=${DataSize}-`);
    expect(beyond.status).toBe(416);
    expect(beyond.headers['content-range']).toBe(`bytes */${DataSize}`);
  });

  it('gives the same bytes on all of its addresses', async () => {
    const { UrlList } = await bestRendition();
    expect(UrlList).toHaveLength(3);
    expect(UrlList[2]).toMatch(/^https:\/\/www\.tiktok\.com\/aweme\/v1\/play\/\?/);
    const files: Buffer[] = [];
    for (const url of UrlList) {
      files.push((await visitor.session.send(url, { headers: { referer: REFERER } })).bytes);
    }
    for (const file of files) expect(file.equals(files[0] ?? Buffer.alloc(0))).toBe(true);
  });

  it('is refused with the wrong cookie, with none, and without a Referer', async () => {
    const { UrlList } = await bestRendition();
    const [url = ''] = UrlList;
    const other = await visitor.another();
    const wrongCookie = await other.session.send(url, { headers: { referer: REFERER } });
    const noCookie = { headers: { referer: REFERER }, withoutCookies: true };
    expect(wrongCookie.status).toBe(403);
    expect((await visitor.session.send(url, noCookie)).status).toBe(403);
    expect((await visitor.session.send(url)).status).toBe(403);
    expect(wrongCookie.headers['content-type']).not.toContain('video');
    other.close();
  });

  it('is refused once its link has expired', async () => {
    const [url = ''] = (await bestRendition()).UrlList;
    const expires = Number(new URL(url).searchParams.get('expire')) * 1000;
    const headers = { referer: REFERER };
    sandbox.clock.set(expires - 1_000);
    expect((await visitor.session.send(url, { headers })).status).toBe(200);
    sandbox.clock.set(expires + 1_000);
    expect((await visitor.session.send(url, { headers })).status).toBe(403);
  });

  it('needs nothing from an embed, whose pictures and sounds are open too', async () => {
    const { entry } = await visitor.embed('/embed/v2/6943996796519681281');
    const { itemInfos, musicInfos } = (
      entry as {
        videoData: {
          itemInfos: { covers: string[]; video: { urls: string[] } };
          musicInfos: { playUrl: string[] };
        };
      }
    ).videoData;
    const open: [string | undefined, RegExp][] = [
      [itemInfos.video.urls[0], /^video\/mp4$/],
      [itemInfos.covers[0], /^image\//],
      [musicInfos.playUrl[0], /^audio\/(mp4|mpeg)$/],
    ];
    for (const [url = '', type] of open) {
      const file = await visitor.session.send(url, { withoutCookies: true });
      expect(file.status).toBe(200);
      expect(file.headers['content-type']).toMatch(type);
      sandbox.clock.advance(30 * 86_400_000);
      expect((await visitor.session.send(url, { withoutCookies: true })).status).toBe(403);
      sandbox.clock.advance(-30 * 86_400_000);
    }
  });
});
