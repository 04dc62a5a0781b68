import type { ByteRange, MediaHandle } from '../tiktok';
import { RangeNotSatisfiableError } from '../tiktok';
import { parseRange } from './byte-range';
import type { MediaReply } from './media-reply';
import type { Conditions } from './preconditions';
import { applicableRange, isKnown } from './preconditions';

export interface FileRequest {
  /** What is said about the file whatever is asked. */
  readonly headers: Readonly<Record<string, string>>;
  readonly isHead: boolean;
  readonly conditions: Conditions;
  readonly signal: AbortSignal;
}

/** The file, the part of it that was asked for, or only what is to be said about it. */
export async function fileReply(handle: MediaHandle, request: FileRequest): Promise<MediaReply> {
  const { conditions, isHead, signal } = request;
  const headers = { ...request.headers, etag: handle.etag, 'accept-ranges': 'bytes' };
  if (isKnown(conditions, handle.etag)) return { status: 304, headers };
  if (isHead) return described(handle, headers, signal);
  const range = parseRange(applicableRange(conditions, handle.etag));
  if (range) await assertNotEmpty(range, handle, signal);
  const { contentType, sizeBytes, first, last, body } = await handle.open(range, signal);
  return {
    status: range ? 206 : 200,
    headers: {
      ...headers,
      'content-type': contentType,
      'content-length': String(last - first + 1),
      ...(range && { 'content-range': `bytes ${first}-${last}/${sizeBytes}` }),
    },
    body,
  };
}

async function described(
  handle: MediaHandle,
  headers: Readonly<Record<string, string>>,
  signal: AbortSignal,
): Promise<MediaReply> {
  const { contentType, sizeBytes } = await handle.facts(signal);
  return {
    status: 200,
    headers: { ...headers, 'content-type': contentType, 'content-length': String(sizeBytes) },
  };
}

/** The last 0 bytes of a file are a range that no file has (RFC 9110 section 14.1.2). */
async function assertNotEmpty(
  range: ByteRange,
  handle: MediaHandle,
  signal: AbortSignal,
): Promise<void> {
  if (!('lastBytes' in range) || range.lastBytes > 0) return;
  throw new RangeNotSatisfiableError((await handle.facts(signal)).sizeBytes);
}
