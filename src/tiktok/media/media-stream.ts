import type { Readable } from 'node:stream';

/** What a caller wants of a file: from a byte to another, both inclusive, or so many of the last. */
export type ByteRange =
  { readonly first: number; readonly last?: number } | { readonly lastBytes: number };

/** A file as TikTok's media host describes it. */
export interface MediaFacts {
  /** `video/mp4`, `image/jpeg`, `audio/mp4`, ...; never HTML or JSON. */
  readonly contentType: string;
  /** Of the whole file. */
  readonly sizeBytes: number;
}

/** The bytes `first` to `last` of a file, both inclusive. */
export interface MediaStream extends MediaFacts {
  readonly first: number;
  readonly last: number;
  /**
   * Ends after `last`, or is destroyed with a `TikTokError` when TikTok cannot be brought to give the rest.
   * Destroying it gives up what nobody else reads of the fetch behind it.
   */
  readonly body: Readable;
}

/** One file of a post, found but not fetched yet. */
export interface MediaHandle {
  /** Equal tags mean equal bytes; a quoted strong entity tag. */
  readonly etag: string;
  /** What a file is likely to be called: `mp4`, `jpeg`, `m4a`, ... */
  readonly extension: string;
  /** Throws a `TikTokError`; a range behind the end is a {@link RangeNotSatisfiableError}. */
  open(range?: ByteRange, signal?: AbortSignal): Promise<MediaStream>;
  /** Size and type without the bytes. */
  facts(signal?: AbortSignal): Promise<MediaFacts>;
}

/** The range that was asked for lies behind the end of the file. */
export class RangeNotSatisfiableError extends Error {
  constructor(readonly sizeBytes: number) {
    super(`The file has ${sizeBytes} bytes, and none in the range asked for`);
    this.name = 'RangeNotSatisfiableError';
  }
}
