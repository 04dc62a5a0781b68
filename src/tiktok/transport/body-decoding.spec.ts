import { brotliCompressSync, deflateRawSync, deflateSync, gzipSync } from 'node:zlib';
import { TikTokShapeChangedError } from '../tiktok.errors';
import { decodeBody } from './body-decoding';

const text = Buffer.from('some words, some words, some words');

describe('decodeBody', () => {
  it.each([
    ['gzip', gzipSync(text)],
    ['GZIP', gzipSync(text)],
    ['x-gzip', gzipSync(text)],
    ['br', brotliCompressSync(text)],
    ['deflate', deflateSync(text)],
    ['deflate', deflateRawSync(text)],
    ['identity', text],
    [undefined, text],
    ['gzip', Buffer.alloc(0)],
  ])('reads %s', (coding, raw) => {
    expect(decodeBody(raw, coding, 1_000)).toEqual(raw.length === 0 ? raw : text);
  });

  it.each(['zstd', 'gzip, br', 'compress', 'gzip,gzip'])('refuses %s', (coding) => {
    expect(() => decodeBody(gzipSync(text), coding, 1_000)).toThrow(TikTokShapeChangedError);
  });

  it('refuses a chain in two headers', () => {
    expect(() => decodeBody(gzipSync(text), ['gzip', 'br'], 1_000)).toThrow(
      TikTokShapeChangedError,
    );
  });

  it.each([
    ['gzip', gzipSync(Buffer.alloc(100_000))],
    ['br', brotliCompressSync(Buffer.alloc(100_000))],
    ['deflate', deflateSync(Buffer.alloc(100_000))],
  ])('stops a bomb of %s', (coding, raw) => {
    expect(() => decodeBody(raw, coding, 99_999)).toThrow(
      expect.objectContaining({ code: 'ERR_BUFFER_TOO_LARGE' }),
    );
  });
});
