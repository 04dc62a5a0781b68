/* eslint-disable @typescript-eslint/no-unsafe-return, @typescript-eslint/no-unsafe-call -- tests walk JSON that has no types */
import type { Sandbox } from '../../src/sandbox';
import { fetchFrom, scopeIn, startFixedSandbox, stateIn } from './sandbox-client';

let sandbox: Sandbox;
beforeAll(async () => {
  sandbox = await startFixedSandbox();
});
afterAll(() => sandbox.stop());

async function videoOf(id: string) {
  const page = await fetchFrom(sandbox, `/@i/video/${id}`);
  const { itemStruct } = scopeIn(page.text, 'webapp.video-detail').itemInfo;
  const cookie = `tt_chain_token=${page.cookies.get('tt_chain_token')}`;
  return { item: itemStruct, headers: { cookie, referer: 'https://www.tiktok.com/' } };
}

/** A video post of any account that is as the test wants it. */
function postWhere(fits: (post: { key: number; clip: { number: number } }) => boolean): string {
  for (const handle of ['gabrielymayra', 'luna_the_pantera', 'zachking']) {
    const account = sandbox.world.user(handle);
    const posts = account ? sandbox.world.userPosts(account, { limit: 60 }) : [];
    const found = posts.find((post) => post.kind === 'video' && fits(post));
    if (found) return found.id;
  }
  throw new Error('no such post');
}

describe('the files of a video', () => {
  it('have a watermark under downloadAddr and nowhere else', async () => {
    const { item, headers } = await videoOf('6943996796519681281');
    const marked = await fetchFrom(sandbox, item.video.downloadAddr, { headers });
    expect(marked.bytes.subarray(4, 8).toString('latin1')).toBe('ftyp');
    for (const { PlayAddr } of item.video.bitrateInfo) {
      const clean = await fetchFrom(sandbox, PlayAddr.UrlList[0], { headers });
      expect(clean.bytes.length).toBe(Number(PlayAddr.DataSize));
      expect(clean.bytes.equals(marked.bytes)).toBe(false);
    }
  });

  it('include H.265 where there is such a file', async () => {
    const id = postWhere(({ clip }) => clip.number === 1);
    const { item, headers } = await videoOf(id);
    const rows: { CodecType: string; PlayAddr: { UrlKey: string; UrlList: string[] } }[] =
      item.video.bitrateInfo;
    const h265 = rows.find(({ CodecType }) => CodecType === 'h265_hvc1');
    expect(rows).toHaveLength(3);
    expect(h265?.PlayAddr.UrlKey).toContain('_bytevc1_720p_');
    for (const url of h265?.PlayAddr.UrlList ?? []) {
      const file = await fetchFrom(sandbox, url, { headers });
      expect(file.bytes.includes('hvc1')).toBe(true);
    }
    const other = await videoOf(postWhere(({ clip }) => clip.number === 2));
    expect(other.item.video.bitrateInfo).toHaveLength(2);
  });

  it('are as large as those of long videos for ids that end in 0020', async () => {
    const { item, headers } = await videoOf('6943996796519680020');
    const [best] = item.video.bitrateInfo;
    const size = Number(best.PlayAddr.DataSize);
    expect(size).toBe(20_000_000);
    expect(best.Bitrate).toBe(Math.floor((size * 8) / item.video.duration));
    const whole = await fetchFrom(sandbox, item.video.playAddr, { headers });
    expect(whole.bytes.length).toBe(size);
    const range = `bytes=${size - 100_000}-`;
    const end = await fetchFrom(sandbox, item.video.playAddr, { headers: { ...headers, range } });
    expect([end.status, end.headers['content-range']]).toEqual([
      206,
      `bytes ${size - 100_000}-${size - 1}/${size}`,
    ]);
    expect(end.bytes.equals(whole.bytes.subarray(size - 100_000))).toBe(true);
    const play = await fetchFrom(sandbox, best.PlayAddr.UrlList[2], { method: 'HEAD' });
    expect(play.headers['content-length']).toBe(String(size));
  });

  it('may be out of the region of /aweme/v1/play/', async () => {
    const { item } = await videoOf('6943996796519681281');
    sandbox.switches.set({ 'play-links': 'wrong-region' });
    const answer = await fetchFrom(sandbox, item.video.bitrateInfo[0].PlayAddr.UrlList[2]);
    sandbox.switches.reset();
    expect([answer.status, answer.headers['content-type']]).toEqual([
      200,
      'text/html; charset=utf-8',
    ]);
  });

  it('are watermarked in embeds where that is switched on', async () => {
    const path = '/embed/v2/6943996796519681281';
    const urlNow = async () => {
      const page = await fetchFrom(sandbox, path);
      const { data } = stateIn(page.text, '__FRONTITY_CONNECT_STATE__').source;
      return data[path].videoData.itemInfos.video.urls[0];
    };
    const clean = await fetchFrom(sandbox, await urlNow());
    sandbox.switches.set({ 'embed-video': 'watermarked' });
    const marked = await fetchFrom(sandbox, await urlNow());
    sandbox.switches.reset();
    expect(marked.status).toBe(200);
    expect(marked.bytes.equals(clean.bytes)).toBe(false);
  });
});

describe('the pictures of a photo post', () => {
  it('are 35 for ids that end in 0035', async () => {
    const { item } = await videoOf('6943996796519680035');
    expect(item.imagePost.images).toHaveLength(35);
    const picture = await fetchFrom(sandbox, item.imagePost.images[34].imageURL.urlList[0]);
    expect([picture.status, picture.headers['content-type']]).toEqual([200, 'image/jpeg']);
  });
});

describe('what comes beside a video', () => {
  it('subtitles in WebVTT, as long as they say, until they expire', async () => {
    const ids = Array.from({ length: 12 }, (_, n) => `69439967965196${String(81300 + n)}`);
    let tracks = 0;
    for (const id of ids) {
      const { item } = await videoOf(id);
      for (const track of item.video.subtitleInfos ?? []) {
        const file = await fetchFrom(sandbox, track.Url);
        expect(file.text).toMatch(/^WEBVTT\n\n/);
        expect(file.text).toMatch(/\d\d:\d\d:\d\d\.000 --> \d\d:\d\d:\d\d\.000\n\S/);
        expect(file.bytes.length).toBe(Number(track.Size));
        expect(track.Url).toContain(Number(track.UrlExpire).toString(16));
        const forged = track.Url.replace('-0068c799-tx/s', '-0068c799-tx/s1');
        expect((await fetchFrom(sandbox, forged)).status).toBe(403);
        tracks += 1;
      }
    }
    expect(tracks).toBeGreaterThan(0);
  });

  it('a moving cover in WebP', async () => {
    const { item } = await videoOf('6943996796519681281');
    const file = await fetchFrom(sandbox, item.video.dynamicCover);
    expect(file.headers['content-type']).toBe('image/webp');
    expect(file.bytes.subarray(8, 12).toString('latin1')).toBe('WEBP');
  });
});
