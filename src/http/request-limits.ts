import type { FastifyHttpOptions, FastifyInstance } from 'fastify';
import type { Server } from 'node:http';
import { AddressTooLongError, TooManyHeadersError } from './request.errors';

const maxRequestBytes = 64 * 1024;
const maxHeaderBytes = 16 * 1024;
const maxHeaderLines = 100;
const maxAddressLength = 12_000;

export interface RequestLimits {
  /** How long one answer from TikTok may take. */
  readonly operationTimeoutMs: number;
}

/** What one connection may send, and in which time. Node and Fastify refuse what is over it. */
export function limitsOfRequests({ operationTimeoutMs }: RequestLimits) {
  return {
    bodyLimit: maxRequestBytes,
    // For a request to come in whole; slower ones hold a connection for nothing.
    requestTimeout: 30_000,
    // A connection on which nothing moves: nobody reads, or the caller is gone without a word.
    connectionTimeout: Math.max(120_000, 2 * operationTimeoutMs),
    http: {
      maxHeaderSize: maxHeaderBytes,
      headersTimeout: 10_000,
      // How often Node looks for requests that are late.
      connectionsCheckingInterval: 2_000,
    },
  } satisfies FastifyHttpOptions<Server>;
}

/** Refuses by name what Node would take, or cut off in silence. */
export function registerRequestLimits(fastify: FastifyInstance): void {
  // Above this Node leaves headers out without a word; ours are refused before.
  fastify.server.maxHeadersCount = 2 * maxHeaderLines;
  fastify.addHook('onRequest', ({ raw }, _reply, done) => {
    if (raw.rawHeaders.length > 2 * maxHeaderLines)
      return done(new TooManyHeadersError(`More than ${maxHeaderLines} headers`));
    if ((raw.url?.length ?? 0) > maxAddressLength)
      return done(
        new AddressTooLongError(`The address is longer than ${maxAddressLength} characters`),
      );
    done();
  });
}
