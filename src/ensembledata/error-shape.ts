import type { FastifyRequest } from 'fastify';
import type { ErrorShape } from '../http/error-reply';
import type { Problem } from '../http/problem';
import { InvalidRequestError } from '../http/request.errors';
import { TikTokError } from '../tiktok';
import type { ParameterFault } from './ensembledata.errors';
import { EnsembleDataError } from './ensembledata.errors';
import { numberOf, subjectOf } from './error-numbers';

interface Wording {
  readonly status: number;
  readonly detail: string | readonly ParameterFault[];
}

/**
 * Errors under `/apis`: `{"detail"}` and EnsembleData's own numbers. The SDKs take any body with `data` for a
 * success and break on any body that is no JSON, so this is the form of every error there.
 */
export const ensembleDataErrors: ErrorShape = {
  prefix: '/apis',
  render: (problem, error, request) => {
    const { status, detail } = wordingOf(problem, error, request);
    return {
      status,
      contentType: 'application/json; charset=utf-8',
      body: { detail },
      // Nothing yet where no hook says what was charged: addresses that the router cannot read.
      headers: { units_charged: '0', ...(status === 405 && { allow: 'GET, HEAD' }) },
    };
  },
};

function wordingOf(problem: Problem, error: unknown, request: FastifyRequest): Wording {
  const { status, detail } = problem;
  if (error instanceof EnsembleDataError) return { status: error.statusCode, detail: error.detail };
  if (error instanceof TikTokError) {
    const subject = subjectOf(request.url.slice('/apis/'.length));
    return { status: numberOf(error, subject) ?? status, detail };
  }
  if (error instanceof InvalidRequestError)
    return { status: 422, detail: error.problems.map(faultOf) };
  // The messages of Nest and Fastify repeat the address, and with it the token.
  return { status, detail: status < 500 ? problem.title : detail };
}

function faultOf({ parameter, message }: InvalidRequestError['problems'][number]): ParameterFault {
  return { loc: ['query', parameter], msg: message, type: 'value_error' };
}
