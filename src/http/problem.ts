import { HttpException } from '@nestjs/common';
import { STATUS_CODES } from 'node:http';
import type { Attempt } from '../tiktok';
import { TikTokBlockedError, TikTokBusyError, TikTokError } from '../tiktok';
import { statusByCode } from './error-status';
import type { RequestProblem } from './request.errors';
import { InvalidRequestError, RefusedRequestError } from './request.errors';

/** An error as callers of `/api` see it: RFC 9457 problem details with our members. */
export interface Problem {
  readonly type: 'about:blank';
  readonly title: string;
  readonly status: number;
  readonly code: string;
  readonly detail: string;
  readonly requestId: string;
  readonly retryable: boolean;
  readonly retryAfterSeconds?: number;
  readonly tiktokStatusCode?: number;
  readonly errors?: readonly RequestProblem[];
  readonly attempts?: readonly Attempt[];
}

type ProblemFacts = Omit<Problem, 'type' | 'title' | 'requestId'>;

/** Says any error in problem details. What we do not know ourselves becomes a 500 without its message. */
export function problemOf(error: unknown, requestId: string): Problem {
  const { status, code, detail, ...more } = factsOf(error);
  const title = STATUS_CODES[status] ?? 'Error';
  return { type: 'about:blank', title, status, code, detail, requestId, ...more };
}

function factsOf(error: unknown): ProblemFacts {
  if (error instanceof TikTokError) return tiktokFacts(error);
  if (error instanceof InvalidRequestError) {
    const { code, message, problems } = error;
    return { status: 400, code, detail: message, retryable: false, errors: problems };
  }
  if (error instanceof RefusedRequestError) {
    const { status, code, message: detail, isRetryable: retryable, retryAfterSeconds } = error;
    return { status, code, detail, retryable, ...(retryAfterSeconds && { retryAfterSeconds }) };
  }
  const status = statusOf(error);
  if (error instanceof Error && status < 500)
    return {
      status,
      code: requestCodes[status] ?? 'request.invalid',
      detail: error.message,
      retryable: false,
      ...(status === 400 && { errors: [{ parameter: 'address', message: error.message }] }),
    };
  return {
    status,
    code: 'internal.error',
    detail: 'Something went wrong on our side. The request id finds it in the log.',
    retryable: true,
  };
}

function tiktokFacts(error: TikTokError): ProblemFacts {
  return {
    status: statusByCode[error.code],
    code: error.code,
    detail: error.message,
    retryable: error.isRetryable,
    ...(isWorthWaiting(error) && { retryAfterSeconds: error.retryAfterSeconds }),
    ...(error.statusCode !== undefined && { tiktokStatusCode: error.statusCode }),
    ...(error.attempts.length > 0 && { attempts: error.attempts }),
  };
}

function isWorthWaiting(error: TikTokError): error is TikTokBlockedError | TikTokBusyError {
  return error instanceof TikTokBlockedError || error instanceof TikTokBusyError;
}

function statusOf(error: unknown): number {
  if (error instanceof HttpException) return error.getStatus();
  // Fastify's own errors (a body too large, a content type nobody reads) carry their status.
  const status = error instanceof Error && 'statusCode' in error ? error.statusCode : undefined;
  return typeof status === 'number' && status >= 400 && status < 600 ? status : 500;
}

const requestCodes: Readonly<Record<number, string>> = {
  404: 'request.no_such_route',
  413: 'request.too_large',
  414: 'request.address_too_long',
  415: 'request.unsupported_media_type',
};
