import type { LinkAccess } from '../../cache/answer';
import { TikTokBlockedError, TikTokShapeChangedError } from '../tiktok.errors';
import type { MediaAnswer, MediaExchange } from '../transport/media.exchange';
import { refusalOfMedia } from '../transport/media-refusal';
import { asTikTokError } from '../transport/upstream-failure';
import type { Stretch } from './chunk-source';
import { ChunkSource } from './chunk-source';
import type { MediaKind } from './media-file';
import { RangeNotSatisfiableError, type ByteRange, type MediaFacts } from './media-stream';
import { contentTypeOf, mayBeMedia } from './media-type';

export interface LinkRequest {
  readonly url: string;
  readonly access?: LinkAccess;
  readonly kind: MediaKind;
  readonly range: ByteRange;
  readonly signal: AbortSignal;
}

/** A link that gives bytes: the first of them have come. */
export interface OpenLink {
  readonly url: string;
  readonly facts: MediaFacts;
  /** The media host's own tag of the bytes, where it gives one. */
  readonly hostTag?: string;
  readonly first: number;
  readonly last: number;
  /** The next piece; undefined at the end, which comes early where the host sends less than it said. */
  next(): Promise<Buffer | undefined>;
  close(): void;
}

interface Extent extends Stretch {
  readonly first: number;
  readonly last: number;
  readonly sizeBytes: number;
}

/** Opens a link at a range and waits for its first bytes; throws a `TikTokError` when it is dead. */
export async function openLink(exchange: MediaExchange, request: LinkRequest): Promise<OpenLink> {
  const { url, access, range, signal } = request;
  const answer = await exchange({ url, access, range: rangeHeader(range), signal });
  answer.body.on('error', () => undefined);
  try {
    const extent = await extentOf(answer, range);
    const source = new ChunkSource(answer.body, extent);
    const head = await firstPiece(source, answer);
    return {
      url,
      facts: { sizeBytes: extent.sizeBytes, contentType: typeOf(answer, request, [extent, head]) },
      hostTag: textOf(answer, 'etag'),
      first: extent.first,
      last: extent.last,
      next: () => source.next().catch((error: unknown) => Promise.reject(named(error, answer))),
      close: () => source.close(),
    };
  } catch (error) {
    answer.body.destroy();
    throw error;
  }
}

function rangeHeader(range: ByteRange): string {
  return 'lastBytes' in range
    ? `bytes=-${range.lastBytes}`
    : `bytes=${range.first}-${range.last ?? ''}`;
}

/** Where in the file the wanted bytes lie, and where in the body: some hosts send all of it, whatever was asked. */
async function extentOf(answer: MediaAnswer, range: ByteRange): Promise<Extent> {
  const [, from, to, total] =
    /^bytes (?:(\d+)-(\d+)|\*)\/(\d+)$/.exec(textOf(answer, 'content-range') ?? '') ?? [];
  if (answer.status === 416 && total !== undefined)
    throw new RangeNotSatisfiableError(Number(total));
  if (!isFile(answer)) throw await refusalOfMedia(answer);
  if (answer.status === 206) {
    if (from === undefined) throw new TikTokShapeChangedError('content-range');
    return stretchOf({ sizeBytes: Number(total), from: Number(from), to: Number(to) }, range);
  }
  const sizeBytes = Number(textOf(answer, 'content-length') ?? NaN);
  if (Number.isNaN(sizeBytes)) throw new TikTokShapeChangedError('content-length');
  if (sizeBytes === 0) throw emptyBody();
  return stretchOf({ sizeBytes, from: 0, to: sizeBytes - 1 }, range);
}

interface Sent {
  readonly sizeBytes: number;
  readonly from: number;
  readonly to: number;
}

function stretchOf({ sizeBytes, from, to }: Sent, range: ByteRange): Extent {
  const { first, last } = boundsOf(range, sizeBytes);
  if (from > first || to < first)
    throw new TikTokShapeChangedError(
      'content-range',
      'TikTok sent other bytes than those asked for',
    );
  return { sizeBytes, first, last, skipBytes: first - from, wantedBytes: last - first + 1 };
}

/** The bytes that a range means in a file of this size; throws a `RangeNotSatisfiableError` where it means none. */
export function boundsOf(
  range: ByteRange,
  sizeBytes: number,
): { readonly first: number; readonly last: number } {
  const first = 'lastBytes' in range ? Math.max(0, sizeBytes - range.lastBytes) : range.first;
  const last =
    'lastBytes' in range ? sizeBytes - 1 : Math.min(range.last ?? Infinity, sizeBytes - 1);
  if (first > last) throw new RangeNotSatisfiableError(sizeBytes);
  return { first, last };
}

function isFile(answer: MediaAnswer): boolean {
  const isAnswered = answer.status === 200 || answer.status === 206;
  const coding = textOf(answer, 'content-encoding') ?? 'identity';
  return isAnswered && coding === 'identity' && mayBeMedia(textOf(answer, 'content-type') ?? '');
}

async function firstPiece(source: ChunkSource, answer: MediaAnswer): Promise<Buffer> {
  const piece = await source.next().catch((error: unknown) => {
    throw named(error, answer);
  });
  if (!piece) throw emptyBody();
  source.unread(piece);
  return piece;
}

function typeOf(
  answer: MediaAnswer,
  { kind, url }: LinkRequest,
  [{ first }, head]: readonly [Extent, Buffer],
): string {
  const contentType = textOf(answer, 'content-type') ?? '';
  return contentTypeOf({ kind, url, contentType, head: first === 0 ? head : undefined });
}

function emptyBody(): TikTokBlockedError {
  return new TikTokBlockedError('empty_answer', "TikTok's media host answers without a byte");
}

function named(error: unknown, { url }: MediaAnswer): Error {
  return asTikTokError(error, new URL(url).host);
}

function textOf({ headers }: MediaAnswer, name: string): string | undefined {
  return [headers[name] ?? []].flat()[0]?.trim();
}
