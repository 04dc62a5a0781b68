import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Problem } from './problem';
import { problemOf } from './problem';
import { RefusedRequestError } from './request.errors';
import { hasLongBody } from './request-limits';

/** An error as it goes over the wire. */
export interface ErrorBody {
  readonly status: number;
  readonly contentType: string;
  readonly body: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}

/** How one family of routes words its errors. */
export interface ErrorShape {
  /** The paths of the family begin so. */
  readonly prefix: string;
  readonly render: (problem: Problem, error: unknown, request: FastifyRequest) => ErrorBody;
}

export type ErrorReply = (error: unknown, request: FastifyRequest, reply: FastifyReply) => void;

/** RFC 9457, for every path of no other family. */
export const problemDetails: ErrorShape = {
  prefix: '/',
  render: (problem) => ({
    status: problem.status,
    contentType: 'application/problem+json',
    body: problem,
  }),
};

/** The only place that sends errors: in the shape of the first family that the path belongs to. */
export function errorReplyOf(shapes: readonly ErrorShape[]): ErrorReply {
  return (error, request, reply) => {
    const problem = problemOf(error, request.id);
    if (problem.status >= 500)
      request.log.error({ err: error, code: problem.code }, problem.detail);
    if (reply.sent) return;
    const shape = shapes.find(({ prefix }) => request.url.startsWith(prefix)) ?? problemDetails;
    const { status, contentType, body, headers } = shape.render(problem, error, request);
    if (problem.retryAfterSeconds !== undefined)
      void reply.header('retry-after', String(problem.retryAfterSeconds));
    void reply
      .status(status)
      .headers({
        'content-type': contentType,
        'cache-control': 'no-store',
        'x-request-id': request.id,
        'x-content-type-options': 'nosniff',
        ...(hasLongBody(request.raw) && { connection: 'close' }),
        ...(error instanceof RefusedRequestError && error.headers),
        ...headers,
      })
      .send(Buffer.from(JSON.stringify(body)));
  };
}
