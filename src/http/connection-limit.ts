import type { FastifyInstance } from 'fastify';
import { rawProblem } from './client-error';

/** Connections over the limit are told so and closed, instead of waiting without an answer. */
export function registerConnectionLimit(fastify: FastifyInstance, maxConnections: number): void {
  let openCount = 0;
  fastify.server.on('connection', (socket) => {
    openCount += 1;
    socket.once('close', () => (openCount -= 1));
    if (openCount <= maxConnections) return;
    socket.end(
      rawProblem({
        status: 503,
        code: 'request.too_many_connections',
        detail: 'Too many connections are open',
        retryAfterSeconds: 5,
      }),
      () => socket.destroySoon(),
    );
  });
}
