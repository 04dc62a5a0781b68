import type { MediaFile } from '../../src/tiktok';
import { startClient, type TestClient } from '../support/client';
import { bytesOf, largePostId, read, smallPostId } from './sandbox-files';

const video: MediaFile = { kind: 'video' };
let test: TestClient;
beforeAll(async () => {
  test = await startClient();
});
afterAll(() => test.close());

describe('the files of a post', () => {
  it.each<[string, MediaFile, string]>([
    ['the video without a watermark', video, 'video/mp4'],
    ['the video with one', { kind: 'video', hasWatermark: true }, 'video/mp4'],
    ['the sound', { kind: 'music' }, 'audio/mp4'],
    ['the cover', { kind: 'cover' }, 'image/jpeg'],
  ])('%s has the bytes that TikTok has', async (_, file, contentType) => {
    const expected = bytesOf(test.sandbox, smallPostId, file);
    const got = await read(await test.media.file(smallPostId, file));
    expect(got).toMatchObject({ contentType, first: 0, last: expected.length - 1 });
    expect(got.sizeBytes).toBe(expected.length);
    expect(got.bytes.equals(expected)).toBe(true);
  });

  it('of 20 MB come whole', async () => {
    const expected = bytesOf(test.sandbox, largePostId, video);
    const { bytes } = await read(await test.media.file(largePostId, video));
    expect(bytes.length).toBe(20_000_000);
    expect(bytes.equals(expected)).toBe(true);
  });

  it.each([
    [{ first: 0, last: 0 }],
    [{ first: 1000, last: 1999 }],
    [{ first: 15_000 }],
    [{ first: 10, last: 99_999_999 }],
    [{ lastBytes: 1 }],
    [{ lastBytes: 7_000 }],
    [{ lastBytes: 99_999_999 }],
  ])('come in the range %j', async (range) => {
    const expected = bytesOf(test.sandbox, smallPostId, video);
    const { first, last, bytes } = await read(await test.media.file(smallPostId, video), range);
    const size = expected.length;
    const from = 'lastBytes' in range ? Math.max(0, size - range.lastBytes) : range.first;
    const to = 'last' in range ? Math.min(range.last, size - 1) : size - 1;
    expect([first, last]).toEqual([from, to]);
    expect(bytes.equals(expected.subarray(from, to + 1))).toBe(true);
  });
});
