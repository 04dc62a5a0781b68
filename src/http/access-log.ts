import type { FastifyInstance } from 'fastify';

/** One log line per request, by route template: handles and ids of people stay out of the log. */
export function registerAccessLog(fastify: FastifyInstance): void {
  fastify.addHook('onResponse', (request, reply, done) => {
    request.log.info({
      method: request.method,
      route: request.routeOptions.url ?? 'none',
      status: reply.statusCode,
      ms: Math.round(reply.elapsedTime * 10) / 10,
      source: reply.getHeader('x-tiktok-source'),
      cache: reply.getHeader('cache-status'),
    });
    done();
  });
}
