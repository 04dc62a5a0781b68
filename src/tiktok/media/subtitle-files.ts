import { LRUCache } from 'lru-cache';
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { TikTokShapeChangedError } from '../tiktok.errors';
import type { FetchPool } from './fetch-pool';
import type { SubtitleFormat } from './media-file';
import type { ByteRange, MediaFacts, MediaStream } from './media-stream';
import { boundsOf } from './open-link';
import type { PostFile } from './post-file';
import { isWebVtt, srtOf } from './subtitle-text';

/** Two hours of speech have a tenth of that. */
const maxBytes = 4 * 1024 * 1024;
const keptBytes = 8 * 1024 * 1024;
const keptMs = 300_000;

const contentTypes: Readonly<Record<SubtitleFormat, string>> = {
  vtt: 'text/vtt; charset=utf-8',
  srt: 'application/x-subrip; charset=utf-8',
};

/** Subtitles, which are small: fetched whole, made what was asked for, and kept for a moment. */
export class SubtitleFiles {
  private readonly kept = new LRUCache<string, Buffer>({
    maxSize: keptBytes,
    sizeCalculation: ({ length }) => length + 256,
    ttl: keptMs,
  });

  constructor(private readonly fetches: FetchPool) {}

  async open(
    file: PostFile,
    format: SubtitleFormat,
    { range = { first: 0 }, signal }: { range?: ByteRange; signal?: AbortSignal },
  ): Promise<MediaStream> {
    const bytes = await this.bytesOf(file, format, signal);
    const { first, last } = boundsOf(range, bytes.length);
    const body = Readable.from([bytes.subarray(first, last + 1)], { objectMode: false });
    return { ...factsOf(bytes, format), first, last, body };
  }

  async facts(file: PostFile, format: SubtitleFormat, signal?: AbortSignal): Promise<MediaFacts> {
    return factsOf(await this.bytesOf(file, format, signal), format);
  }

  private async bytesOf(
    file: PostFile,
    format: SubtitleFormat,
    signal?: AbortSignal,
  ): Promise<Buffer> {
    const kept = this.kept.get(file.etag);
    if (kept) return kept;
    const { body, sizeBytes } = await this.fetches.open(file, { first: 0 }, signal);
    if (sizeBytes > maxBytes) {
      body.destroy();
      throw new TikTokShapeChangedError('subtitle', `TikTok sent subtitles of ${sizeBytes} bytes`);
    }
    const bytes = converted(await buffer(body), format);
    this.kept.set(file.etag, bytes);
    return bytes;
  }
}

function converted(bytes: Buffer, format: SubtitleFormat): Buffer {
  const text = bytes.toString('utf8');
  if (!isWebVtt(text))
    throw new TikTokShapeChangedError('subtitle', 'TikTok sent subtitles that are no WebVTT');
  return format === 'vtt' ? bytes : Buffer.from(srtOf(text));
}

function factsOf({ length: sizeBytes }: Buffer, format: SubtitleFormat): MediaFacts {
  return { contentType: contentTypes[format], sizeBytes };
}
