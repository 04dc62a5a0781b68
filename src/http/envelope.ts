import type { FastifyRequest } from 'fastify';
import { product } from '../config/product';
import type { ErrorShape } from './error-reply';

/** What every answer under `/api/tiktok` has around its data. */
export interface Envelope<T> {
  /** The name of this API. */
  readonly author: string;
  /** The HTTP status. */
  readonly code: number;
  readonly data: T;
  /** The address of Swagger UI. */
  readonly docs: string;
  /** When this body was made, ISO 8601 in UTC; a body from the cache keeps it, and `Age` says how old it is. */
  readonly server_time: string;
  readonly status: 'success';
}

/** The envelope around an error: no data, but what happened. */
export interface ErrorEnvelope extends Omit<Envelope<never>, 'data' | 'status'> {
  readonly status: 'error';
  /** What happened, for a person; wrong parameters are named. */
  readonly message: string;
  /** Stable code to match on. */
  readonly error: string;
}

export function inEnvelope<T>(data: T, publicOrigin: string): Envelope<T> {
  const { author, code, docs, server_time } = frame(200, publicOrigin);
  return { author, code, data, docs, server_time, status: 'success' };
}

/** Errors of the `/api/tiktok` routes. */
export const envelopeErrors: ErrorShape = {
  prefix: '/api/tiktok',
  render: ({ status, code, detail }, _error, request: FastifyRequest) => {
    const body: ErrorEnvelope = {
      ...frame(status, request.server.publicOriginOf(request)),
      status: 'error',
      message: detail,
      error: code,
    };
    return { status, contentType: 'application/json; charset=utf-8', body };
  },
};

function frame(code: number, publicOrigin: string) {
  return {
    author: product.title,
    code,
    docs: `${publicOrigin}/docs`,
    server_time: new Date().toISOString(),
  };
}
