import type { FastifyInstance } from 'fastify';

declare module 'fastify' {
  interface FastifyRequest {
    /** What the connection had sent when the request came in. */
    sentBefore: number;
  }
}

/** What is written down of a request. */
export interface AccessLine {
  readonly method: string;
  /** The template, never the address. */
  readonly route: string;
  readonly status: number;
  readonly ms: number;
  readonly bytes: number;
  /** The label of the caller's token, never the token. */
  readonly token?: string;
  readonly source?: unknown;
  readonly cache?: unknown;
}

/** One log line per request, by route template: handles and ids of people stay out of the log, and so do tokens. */
export function registerAccessLog(fastify: FastifyInstance): void {
  fastify.decorateRequest('sentBefore', 0);
  fastify.addHook('onRequest', (request, _reply, done) => {
    request.sentBefore = request.raw.socket.bytesWritten;
    done();
  });
  fastify.addHook('onResponse', (request, reply, done) => {
    const line: AccessLine = {
      method: request.method,
      route: request.routeOptions.url ?? 'none',
      status: reply.statusCode,
      ms: Math.round(reply.elapsedTime * 10) / 10,
      bytes: request.raw.socket.bytesWritten - request.sentBefore,
      token: request.apiToken?.label,
      source: reply.getHeader('x-tiktok-source'),
      cache: reply.getHeader('cache-status'),
    };
    request.log.info(line);
    done();
  });
}
