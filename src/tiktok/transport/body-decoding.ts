import { brotliDecompressSync, gunzipSync, inflateRawSync, inflateSync } from 'node:zlib';
import { TikTokShapeChangedError } from '../tiktok.errors';

/**
 * The bytes behind a content coding, at most `maxBytes` of them. Only the codings that we ask for are read: a
 * chain of them is what decompression bombs are made of, and TikTok sends none.
 */
export function decodeBody(
  raw: Buffer,
  contentEncoding: string | string[] | undefined,
  maxBytes: number,
): Buffer {
  const coding = [contentEncoding ?? ''].flat().join(', ').trim().toLowerCase();
  if (coding === '' || coding === 'identity' || raw.length === 0) return raw;
  const limits = { maxOutputLength: maxBytes };
  switch (coding) {
    case 'gzip':
    case 'x-gzip':
      return gunzipSync(raw, limits);
    case 'br':
      return brotliDecompressSync(raw, limits);
    case 'deflate':
      // Some servers send the bare stream, without the zlib header that the name stands for.
      return hasZlibHeader(raw) ? inflateSync(raw, limits) : inflateRawSync(raw, limits);
    default:
      throw new TikTokShapeChangedError(
        'content-encoding',
        'TikTok sent a body in a coding that was not asked for',
      );
  }
}

function hasZlibHeader(raw: Buffer): boolean {
  return raw.length >= 2 && ((raw[0] ?? 0) & 0x0f) === 8 && raw.readUInt16BE(0) % 31 === 0;
}
