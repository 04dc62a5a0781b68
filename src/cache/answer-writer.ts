import type { FastifyReply, FastifyRequest } from 'fastify';
import { LRUCache } from 'lru-cache';
import Negotiator from 'negotiator';
import { cacheHeaders } from './cache-headers';
import type { ContentEncoding } from './representation';
import { contentEncodings } from './representation';
import type { SentAnswer } from './representation-cache';

export function isRead({ method }: FastifyRequest): boolean {
  return method === 'GET' || method === 'HEAD';
}

/** The name under which the answer to a request is kept: whatever its body depends on. */
export function requestKeyOf({ headers, publicOrigin, url }: FastifyRequest): string {
  // Absolute links inside a body begin with the origin.
  return `${headers.accept ?? ''} ${publicOrigin} ${url}`;
}

const encodingsByHeader = new LRUCache<string, { readonly encoding?: ContentEncoding }>({
  max: 500,
});

/** How the caller wants the body packed; undefined for as it is. */
export function encodingFor({ headers }: FastifyRequest): ContentEncoding | undefined {
  const accepted = headers['accept-encoding'];
  if (typeof accepted !== 'string') return undefined;
  let known = encodingsByHeader.get(accepted);
  if (!known) {
    known = { encoding: negotiated(accepted) };
    if (accepted.length < 200) encodingsByHeader.set(accepted, known);
  }
  return known.encoding;
}

function negotiated(accepted: string): ContentEncoding | undefined {
  const request = { headers: { 'accept-encoding': accepted } };
  const wanted = new Negotiator(request).encodings([...contentEncodings]);
  return contentEncodings.find((encoding) => wanted.includes(encoding));
}

/**
 * Puts the headers of an answer on the reply and gives the body to send: the bytes in the caller's encoding, or
 * nothing with status 304 when the caller has them already.
 */
export function writeAnswer(
  request: FastifyRequest,
  reply: FastifyReply,
  { representation, meta, vary }: SentAnswer,
): Buffer | undefined {
  const isReading = isRead(request);
  const encoding = encodingFor(request);
  const packed = encoding && representation.packed[encoding];
  const etag = packed ? representation.etag.replace(/"$/, `-${encoding}"`) : representation.etag;
  void reply.headers(cacheHeaders(meta, { isRead: isReading, nowMs: Date.now() }));
  void reply.headers({ etag, 'content-type': representation.contentType, vary });
  if (packed) void reply.header('content-encoding', encoding);
  if (!isReading || !matches(request.headers['if-none-match'], etag))
    return packed ?? representation.body;
  void reply.status(304);
  return undefined;
}

function matches(ifNoneMatch: string | undefined, etag: string): boolean {
  if (ifNoneMatch === undefined) return false;
  const known = ifNoneMatch.split(',').map((tag) => tag.trim().replace(/^W\//, ''));
  return known.includes(etag) || known.includes('*');
}
