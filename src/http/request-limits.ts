import type { FastifyHttpOptions, FastifyInstance } from 'fastify';
import type { IncomingMessage, Server } from 'node:http';
import { AddressTooLongError, TooManyHeadersError } from './request.errors';

const maxRequestBytes = 64 * 1024;
const maxHeaderBytes = 16 * 1024;
const maxHeaderLines = 100;
const maxAddressLength = 12_000;

export interface RequestLimits {
  /** How long one answer from TikTok may take. */
  readonly operationTimeoutMs: number;
  /** For the first line and the headers of a request to come in. */
  readonly headersTimeoutMs: number;
  /** For a request to come in whole; slower ones hold a connection for nothing. */
  readonly requestTimeoutMs: number;
}

/** What one connection may send, and in which time. Node and Fastify refuse what is over it. */
export function limitsOfRequests({
  operationTimeoutMs,
  headersTimeoutMs,
  requestTimeoutMs,
}: RequestLimits) {
  return {
    bodyLimit: maxRequestBytes,
    requestTimeout: requestTimeoutMs,
    // A connection on which nothing moves: nobody reads, or the caller is gone without a word.
    connectionTimeout: Math.max(120_000, 2 * operationTimeoutMs),
    http: {
      maxHeaderSize: maxHeaderBytes,
      // Node wants it no longer than that for the whole.
      headersTimeout: Math.min(headersTimeoutMs, requestTimeoutMs),
      // How often Node looks for requests that are late.
      connectionsCheckingInterval: Math.min(2_000, headersTimeoutMs, requestTimeoutMs),
    },
  } satisfies FastifyHttpOptions<Server>;
}

/** Refuses by name what Node would take, or cut off in silence. */
export function registerRequestLimits(fastify: FastifyInstance): void {
  // Above this Node leaves headers out without a word; ours are refused before.
  fastify.server.maxHeadersCount = 2 * maxHeaderLines;
  fastify.addHook('onRequest', ({ raw }, _reply, done) => done(tooMuchIn(raw)));
}

/** What is wrong with the size of a request's head. */
export function tooMuchIn({ rawHeaders, url = '' }: IncomingMessage): Error | undefined {
  if (rawHeaders.length > 2 * maxHeaderLines)
    return new TooManyHeadersError(`More than ${maxHeaderLines} headers`);
  if (url.length > maxAddressLength)
    return new AddressTooLongError(`The address is longer than ${maxAddressLength} characters`);
  return undefined;
}
