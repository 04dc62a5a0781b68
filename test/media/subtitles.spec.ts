import type { MediaFile } from '../../src/tiktok';
import { TikTokNotFoundError } from '../../src/tiktok';
import { startClient, type TestClient } from '../support/client';
import { read, smallPostId } from './sandbox-files';

let test: TestClient;
let postId: string;
let languageCode: string;
beforeAll(async () => {
  test = await startClient();
  for (let n = 300; postId === undefined; n += 1) {
    const { value: post } = await test.client.post(`6943996796519681${n}`);
    const [subtitle] = post.video?.subtitles ?? [];
    if (subtitle?.languageCode === undefined) continue;
    postId = post.id;
    languageCode = subtitle.languageCode;
  }
});
afterAll(() => test.close());

const subtitle = (format: 'vtt' | 'srt', code = languageCode): MediaFile => ({
  kind: 'subtitle',
  languageCode: code,
  format,
});

describe('subtitles', () => {
  it('come as TikTok has them', async () => {
    const handle = await test.media.file(postId, subtitle('vtt'));
    const { bytes, contentType, sizeBytes } = await read(handle);
    expect(bytes.toString()).toMatch(/^WEBVTT\n\n/);
    expect([contentType, sizeBytes]).toEqual(['text/vtt; charset=utf-8', bytes.length]);
    const { value: post } = await test.client.post(postId);
    expect(post.video?.subtitles[0]?.sizeBytes).toBe(bytes.length);
    expect(handle.extension).toBe('vtt');
  });

  it('come as SubRip with the same texts', async () => {
    const vtt = await read(await test.media.file(postId, subtitle('vtt')));
    const handle = await test.media.file(postId, subtitle('srt'));
    const { bytes, ...facts } = await read(handle);
    const text = bytes.toString();
    expect(text).toMatch(/^1\n00:00:00,000 --> 00:00:02,000\n\S/);
    const textsOf = (all: string) => all.split('\n').filter((row) => /^\D{4}/.test(row));
    expect(textsOf(text)).toEqual(textsOf(vtt.bytes.toString()).slice(1));
    expect(facts.contentType).toBe('application/x-subrip; charset=utf-8');
    expect(await handle.facts()).toEqual({
      contentType: facts.contentType,
      sizeBytes: bytes.length,
    });
  });

  it('differ in their tags, and have ranges of what they became', async () => {
    const [vtt, srt] = await Promise.all(
      (['vtt', 'srt'] as const).map((format) => test.media.file(postId, subtitle(format))),
    );
    expect(vtt?.etag).not.toBe(srt?.etag);
    if (!srt) throw new Error('no handle');
    const whole = await read(srt);
    const part = await read(srt, { first: 3, last: 20 });
    expect(part.bytes.equals(whole.bytes.subarray(3, 21))).toBe(true);
    const end = await read(srt, { lastBytes: 5 });
    expect(end.bytes.equals(whole.bytes.subarray(-5))).toBe(true);
    await expect(srt.open({ first: whole.sizeBytes })).rejects.toMatchObject({
      sizeBytes: whole.sizeBytes,
    });
  });

  it('are fetched once for a while', async () => {
    test.sandbox.counters.reset();
    const handle = await test.media.file(postId, subtitle('vtt'));
    await Promise.all([read(handle), read(handle), handle.facts()]);
    expect(test.sandbox.counters.count('media-subtitle')).toBeLessThanOrEqual(1);
  });

  it('in a language that the post has not are said to be missing, with what it has', async () => {
    const missing = test.media.file(postId, subtitle('vtt', 'xxx-XX'));
    await expect(missing).rejects.toBeInstanceOf(TikTokNotFoundError);
    await expect(missing).rejects.toThrow(new RegExp(`"xxx-XX".*subtitles \\(.*${languageCode}`));
    const none = test.media.file(smallPostId, { kind: 'image', index: 0 });
    await expect(none).rejects.toThrow(/has no image 1; it has video \(.*normal_720_0/);
  });
});
