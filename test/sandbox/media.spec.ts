/* eslint-disable @typescript-eslint/no-unsafe-return, @typescript-eslint/no-unsafe-call -- tests walk JSON that has no types */
import type { Sandbox } from '../../src/sandbox';
import { fetchFrom, scopeIn, startFixedSandbox, stateIn, DEVICE } from './sandbox-client';

const REFERER = 'https://www.tiktok.com/';
const VIDEO_PAGE = '/@i/video/6943996796519681281';
const DAY_MS = 86_400_000;

let sandbox: Sandbox;
beforeEach(async () => {
  sandbox = await startFixedSandbox();
});
afterEach(() => sandbox.stop());

async function videoOnPage() {
  const page = await fetchFrom(sandbox, VIDEO_PAGE);
  const { video } = scopeIn(page.text, 'webapp.video-detail').itemInfo.itemStruct;
  const cookie = `tt_chain_token=${page.cookies.get('tt_chain_token')}`;
  return { video, headers: { cookie, referer: REFERER } };
}

describe('video links of a page', () => {
  it('serve as many bytes as the page says, to the session that got them', async () => {
    const { video, headers } = await videoOnPage();
    for (const { PlayAddr } of video.bitrateInfo) {
      for (const url of PlayAddr.UrlList) {
        const file = await fetchFrom(sandbox, url, { headers });
        expect(file.status).toBe(200);
        expect(file.headers['content-type']).toBe('video/mp4');
        expect(file.bytes.length).toBe(Number(PlayAddr.DataSize));
        expect(file.bytes.subarray(4, 8).toString('latin1')).toBe('ftyp');
      }
    }
    const played = await fetchFrom(sandbox, video.playAddr, { headers });
    expect(played.bytes.length).toBe(Number(video.size));
  });

  it('refuse another session, no cookie, no Referer and a changed link', async () => {
    const { video, headers } = await videoOnPage();
    const other = (await videoOnPage()).headers;
    const attempts: [string, Record<string, string>, string][] = [
      [video.playAddr, other, 'bad-signature'],
      [video.playAddr, { referer: REFERER }, 'no-cookie'],
      [video.playAddr, { ...headers, cookie: 'tt_chain_token=made-up==' }, 'no-cookie'],
      [video.playAddr, { cookie: headers.cookie }, 'no-referer'],
      [video.playAddr, { ...headers, referer: 'https://example.org/' }, 'no-referer'],
      [video.playAddr.replace('0068c001', '0068c004'), headers, 'bad-signature'],
    ];
    for (const [url, sent, reason] of attempts) {
      const answer = await fetchFrom(sandbox, url, { headers: sent });
      expect(answer.status).toBe(403);
      expect(answer.headers['x-tiktok-sandbox-refusal']).toBe(reason);
    }
  });

  it('expire', async () => {
    const { video, headers } = await videoOnPage();
    sandbox.clock.advance(DAY_MS - 1000);
    expect((await fetchFrom(sandbox, video.playAddr, { headers })).status).toBe(200);
    sandbox.clock.advance(1000);
    expect((await fetchFrom(sandbox, video.playAddr, { headers })).status).toBe(403);
  });

  it('keep to the session across pages and lists', async () => {
    const { headers } = await videoOnPage();
    const list = `/api/explore/item_list/?${DEVICE}&count=20`;
    const body = (await fetchFrom(sandbox, list, { headers })).json();
    const item = body.itemList.find((row: { imagePost?: unknown }) => !row.imagePost);
    expect((await fetchFrom(sandbox, item.video.playAddr, { headers })).status).toBe(200);
  });

  it('serve ranges that put together give the file, and HEAD', async () => {
    const { video, headers } = await videoOnPage();
    const whole = await fetchFrom(sandbox, video.playAddr, { headers });
    const size = whole.bytes.length;
    const parts: Buffer[] = [];
    for (let first = 0; first < size; first += 10_000) {
      const range = `bytes=${first}-${first + 9_999}`;
      const part = await fetchFrom(sandbox, video.playAddr, { headers: { ...headers, range } });
      expect(part.status).toBe(206);
      const last = Math.min(first + 9_999, size - 1);
      expect(part.headers['content-range']).toBe(`bytes ${first}-${last}/${size}`);
      parts.push(part.bytes);
    }
    expect(Buffer.concat(parts).equals(whole.bytes)).toBe(true);
    const head = await fetchFrom(sandbox, video.playAddr, { method: 'HEAD', headers });
    expect(head.headers['content-length']).toBe(String(size));
    expect(head.bytes).toHaveLength(0);
  });

  it('answer 416 past the end, and the whole file when If-Range does not fit', async () => {
    const { video, headers } = await videoOnPage();
    const beyond = { ...headers, range: 'bytes=9999999-' };
    const answer = await fetchFrom(sandbox, video.playAddr, { headers: beyond });
    expect(answer.status).toBe(416);
    expect(answer.headers['content-range']).toBe(`bytes */${video.size}`);
    const stale = { ...headers, range: 'bytes=0-9', 'if-range': '"stale"' };
    expect((await fetchFrom(sandbox, video.playAddr, { headers: stale })).status).toBe(200);
  });
});

describe('links that want no session', () => {
  it('serve covers, avatars and sounds until they expire', async () => {
    const page = await fetchFrom(sandbox, VIDEO_PAGE);
    const item = scopeIn(page.text, 'webapp.video-detail').itemInfo.itemStruct;
    const files: [string, string][] = [
      [item.video.cover, 'image/jpeg'],
      [item.author.avatarThumb, 'image/jpeg'],
      [item.music.playUrl, 'audio/mp4'],
    ];
    for (const [url, contentType] of files) {
      const file = await fetchFrom(sandbox, url);
      expect(file.status).toBe(200);
      expect(file.headers['content-type']).toBe(contentType);
    }
    sandbox.clock.advance(3 * DAY_MS);
    for (const [url] of files) expect((await fetchFrom(sandbox, url)).status).toBe(403);
  });

  it('refuse a picture whose signature or path was changed', async () => {
    const page = await fetchFrom(sandbox, VIDEO_PAGE);
    const { cover } = scopeIn(page.text, 'webapp.video-detail').itemInfo.itemStruct.video;
    expect((await fetchFrom(sandbox, cover.replace('x-expires=1', 'x-expires=2'))).status).toBe(
      403,
    );
    expect((await fetchFrom(sandbox, cover.replace('tos-useast5', 'tos-useast6'))).status).toBe(
      403,
    );
  });

  it('stream the video of an embed', async () => {
    const page = await fetchFrom(sandbox, '/embed/v2/6943996796519681281');
    const { data } = stateIn(page.text, '__FRONTITY_CONNECT_STATE__').source;
    const [url] = data['/embed/v2/6943996796519681281'].videoData.itemInfos.video.urls;
    const file = await fetchFrom(sandbox, url, { headers: { range: 'bytes=0-' } });
    expect(file.status).toBe(206);
    expect(file.headers['content-type']).toBe('video/mp4');
    sandbox.clock.advance(3 * DAY_MS);
    expect((await fetchFrom(sandbox, url)).status).toBe(403);
  });
});
