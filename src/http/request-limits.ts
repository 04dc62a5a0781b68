import type { FastifyHttpOptions, FastifyInstance } from 'fastify';
import type { IncomingMessage, Server } from 'node:http';
import type { Duplex } from 'node:stream';
import { isRead } from '../cache/answer-writer';
import { rawProblem } from './client-error';
import { AddressTooLongError, InvalidRequestError, TooManyHeadersError } from './request.errors';

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
      // Node would answer without a body; ours says what is missing.
      requireHostHeader: false,
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
  // Without a word Node closes the connection of whoever asks for a tunnel.
  fastify.server.on('connect', (_request: IncomingMessage, socket: Duplex) => {
    socket.end(noTunnel());
  });
  // Whatever else a caller expects is no reason to answer otherwise.
  fastify.server.on('checkExpectation', (...call) => fastify.server.emit('request', ...call));
  fastify.addHook('onRequest', ({ raw }, reply, done) => {
    // A body that no route reads would be taken to its end, however long, to keep the connection.
    if (isRead(raw) && hasLongBody(raw)) void reply.header('connection', 'close');
    done(tooMuchIn(raw));
  });
}

function noTunnel(): string {
  const detail = 'This server makes no tunnels.';
  return rawProblem({ status: 405, code: 'request.no_such_route', detail });
}

/** More than one piece of the network. */
const longBodyBytes = 64 * 1024;

/** Whether more of the body may be to come than is worth waiting for where nobody reads it. */
export function hasLongBody({ complete, headers }: IncomingMessage): boolean {
  if (complete) return false;
  const isOfUnknownLength = headers['transfer-encoding'] !== undefined;
  return isOfUnknownLength || Number(headers['content-length'] ?? 0) > longBodyBytes;
}

/** What is wrong with a request's head before anybody reads what it says. */
export function tooMuchIn(request: IncomingMessage): Error | undefined {
  const { rawHeaders, url = '', httpVersion } = request;
  if (rawHeaders.length > 2 * maxHeaderLines)
    return new TooManyHeadersError(`More than ${maxHeaderLines} headers`);
  if (url.length > maxAddressLength)
    return new AddressTooLongError(`The address is longer than ${maxAddressLength} characters`);
  const hosts = hostsIn(rawHeaders);
  if (hosts > 1 || (hosts === 0 && httpVersion === '1.1')) return notOneHost();
  return undefined;
}

/** Two would be read differently by whoever stands in front of us, and Node forgets the second. */
function hostsIn(rawHeaders: readonly string[]): number {
  let count = 0;
  for (let at = 0; at < rawHeaders.length; at += 2)
    if (rawHeaders[at]?.length === 4 && rawHeaders[at]?.toLowerCase() === 'host') count += 1;
  return count;
}

function notOneHost(): InvalidRequestError {
  return new InvalidRequestError([
    { parameter: 'host', message: 'the header host must be sent once' },
  ]);
}
