import type { FastifyReply, FastifyRequest } from 'fastify';
import { LRUCache } from 'lru-cache';
import Negotiator from 'negotiator';
import type { IncomingHttpHeaders } from 'node:http';
import { cacheHeaders } from './cache-headers';
import type { ContentEncoding } from './representation';
import { contentEncodings } from './representation';
import type { SentAnswer } from './representation-cache';

/** What of a request decides on its answer; Fastify's have it, and Node's nearly. */
export interface AnswerRequest {
  readonly method?: string;
  readonly url: string;
  readonly headers: IncomingHttpHeaders;
  /** What absolute links inside a body begin with. */
  readonly publicOrigin: string;
}

export function isRead({ method }: Pick<AnswerRequest, 'method'>): boolean {
  return method === 'GET' || method === 'HEAD';
}

/** The name under which the answer to a request is kept: whatever its body depends on. */
export function requestKeyOf({ headers, publicOrigin, url }: AnswerRequest): string {
  return `${headers.accept ?? ''} ${publicOrigin} ${url}`;
}

const encodingsByHeader = new LRUCache<string, { readonly encoding?: ContentEncoding }>({
  max: 500,
});

/** How the caller wants the body packed; undefined for as it is. */
export function encodingFor({
  headers,
}: Pick<AnswerRequest, 'headers'>): ContentEncoding | undefined {
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

/** An answer as one caller gets it. */
export interface WrittenAnswer {
  readonly headers: Readonly<Record<string, string>>;
  readonly etag: string;
  readonly body: Buffer;
}

/** The headers of an answer and its bytes, in this encoding where they are packed so. */
export function writtenAnswer(
  { representation, meta, vary }: SentAnswer,
  { encoding, isRead }: { readonly encoding?: ContentEncoding; readonly isRead: boolean },
): WrittenAnswer {
  const packed = encoding && representation.packed[encoding];
  const etag = packed ? representation.etag.replace(/"$/, `-${encoding}"`) : representation.etag;
  const headers = {
    ...cacheHeaders(meta, { isRead, nowMs: Date.now() }),
    ...{ etag, 'content-type': representation.contentType, vary },
    ...(packed && { 'content-encoding': encoding }),
  };
  return { headers, etag, body: packed ?? representation.body };
}

/**
 * Puts the headers of an answer on the reply and gives the body to send: the bytes in the caller's encoding, or
 * nothing with status 304 when the caller has them already.
 */
export function writeAnswer(
  request: FastifyRequest,
  reply: FastifyReply,
  sent: SentAnswer,
): Buffer | undefined {
  const written = writtenAnswer(sent, { encoding: encodingFor(request), isRead: isRead(request) });
  void reply.headers(written.headers);
  if (!isKnown(request, written.etag)) return written.body;
  void reply.status(304);
  return undefined;
}

/** Whether the caller has these bytes already. */
export function isKnown(request: AnswerRequest, etag: string): boolean {
  return isRead(request) && matches(request.headers['if-none-match'], etag);
}

function matches(ifNoneMatch: string | undefined, etag: string): boolean {
  if (ifNoneMatch === undefined) return false;
  const known = ifNoneMatch.split(',').map((tag) => tag.trim().replace(/^W\//, ''));
  return known.includes(etag) || known.includes('*');
}
