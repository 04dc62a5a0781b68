import { createHash } from 'node:crypto';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';

/** How the bytes of a body may be packed for the way, best first. */
export const contentEncodings = ['br', 'gzip'] as const;
export type ContentEncoding = (typeof contentEncodings)[number];

/** A body as it goes over the wire, packed once for each encoding that somebody wanted. */
export interface Representation {
  readonly body: Buffer;
  readonly contentType: string;
  readonly etag: string;
  readonly packed: Readonly<Partial<Record<ContentEncoding, Buffer>>>;
}

/** Below that, packing saves less than its header costs. */
const minPackedBytes = 1_400;

/** A string is sent as text, everything else as JSON. */
export function represent(value: unknown): Representation {
  const isText = typeof value === 'string';
  const body = Buffer.from(isText ? value : JSON.stringify(value));
  return {
    body,
    contentType: isText ? 'text/plain; charset=utf-8' : 'application/json; charset=utf-8',
    etag: `"${createHash('sha1').update(body).digest('base64url')}"`,
    packed: {},
  };
}

/** Whether this body is worth packing and is not packed so yet. */
export function wantsPacking({ body, packed }: Representation, encoding: ContentEncoding): boolean {
  return body.length >= minPackedBytes && packed[encoding] === undefined;
}

const brotli = promisify(brotliCompress);
const gzipped = promisify(gzip);

/** The same with its body packed in this encoding too. */
export async function pack(
  representation: Representation,
  encoding: ContentEncoding,
): Promise<Representation> {
  const { body, packed } = representation;
  // Level 4 of brotli takes as long as gzip's usual 6 and packs better; its best takes a hundred times that.
  const quality = { params: { [constants.BROTLI_PARAM_QUALITY]: 4 } };
  const bytes = encoding === 'br' ? await brotli(body, quality) : await gzipped(body);
  return { ...representation, packed: { ...packed, [encoding]: bytes } };
}

/** What the body takes in memory, in all its forms. */
export function bytesOf({ body, packed }: Representation): number {
  return [body, ...Object.values(packed)].reduce((sum, { length }) => sum + length, 0);
}
