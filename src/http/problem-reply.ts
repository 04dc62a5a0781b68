import type { FastifyReply, FastifyRequest } from 'fastify';
import { problemOf } from './problem';

/** Sends an error as problem details. The only place that writes them. */
export function replyWithProblem(
  error: unknown,
  request: FastifyRequest,
  reply: FastifyReply,
): void {
  const problem = problemOf(error, request.id);
  if (problem.status >= 500) request.log.error({ err: error, code: problem.code }, problem.detail);
  if (reply.sent) return;
  if (problem.retryAfterSeconds !== undefined)
    void reply.header('retry-after', String(problem.retryAfterSeconds));
  void reply
    .status(problem.status)
    .headers({
      'content-type': 'application/problem+json',
      'cache-control': 'no-store',
      'x-request-id': request.id,
    })
    .send(Buffer.from(JSON.stringify(problem)));
}
