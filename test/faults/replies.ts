import { request } from 'undici';
import type { Answer } from '../generated/generated-request';
import type { Route } from './routes';

/** Nothing in these suites may take so long: the deadlines of the server are a fraction of it. */
export const hangMs = 120_000;

export async function ask(url: string, route: Route): Promise<Answer> {
  const { operation, path, body } = route;
  const {
    statusCode,
    headers,
    body: stream,
  } = await request(url + path, {
    method: operation.method,
    headers: body === undefined ? {} : { 'content-type': 'application/json' },
    body,
    signal: AbortSignal.timeout(hangMs),
    headersTimeout: hangMs,
    bodyTimeout: hangMs,
  });
  return { status: statusCode, headers, text: await stream.text() };
}

/** How TikTok's trouble is answered: the code under `/api` and `/media`, and the statuses of each family. */
const refusals = {
  blocked: { code: 'tiktok.blocked', status: 503 },
  timeout: { code: 'tiktok.timeout', status: 504 },
  unreachable: { code: 'tiktok.unreachable', status: 502 },
  'shape changed': { code: 'tiktok.shape_changed', status: 502 },
  'signer failed': { code: 'tiktok.signer_failed', status: 502 },
  'not found': { code: 'tiktok.not_found', status: 404, statusOfAccounts: 473 },
  private: { code: 'tiktok.private', status: 403, statusOfAccounts: 472 },
} as const;

export type Refusal = keyof typeof refusals;

export function isRefusal(outcome: Outcome): outcome is Refusal {
  return outcome in refusals;
}

/**
 * What became of a request. `same`: the answer that is given when nothing is wrong, links and times apart.
 * `less`: an answer that says by `X-TikTok-Completeness` that rows are lacking. `other`: an answer of the documented
 * shape that differs, because another surface gave it or rows came differently.
 */
export type Outcome = 'same' | 'other' | 'less' | Refusal;

/** Whether an answer is this refusal, in the shape of its family of routes. */
export function refusalProblems(refusal: Refusal, { name }: Route, answer: Answer): string[] {
  const expected: { code: string; status: number; statusOfAccounts?: number } = refusals[refusal];
  const [method = '', path = ''] = name.split(' ');
  const isAccount = path.startsWith('/apis/tt/user/') && path !== '/apis/tt/user/search';
  const status = (isAccount && expected.statusOfAccounts) || expected.status;
  const { headers } = answer;
  return [
    ...(answer.status === status ? [] : [`status ${answer.status} instead of ${status}`]),
    ...(headers['cache-control'] === 'no-store' ? [] : ['may be stored']),
    ...(headers['x-request-id'] ? [] : ['has no request id']),
    ...(refusal !== 'blocked' || Number(headers['retry-after']) > 0 ? [] : ['has no Retry-After']),
    ...(method === 'HEAD' ? [] : wordingProblems(path, expected.code, answer)),
  ];
}

function wordingProblems(path: string, code: string, { status, headers, text }: Answer): string[] {
  const type = String(headers['content-type']).split(';')[0];
  const body = JSON.parse(text) as Record<string, unknown>;
  const { detail } = body;
  if (path.startsWith('/apis/')) {
    const isRight = type === 'application/json' && typeof detail === 'string' && detail !== '';
    const isFree = headers.units_charged === '0' && Object.keys(body).join() === 'detail';
    return isRight && isFree ? [] : [`is no {"detail"} free of charge: ${text.slice(0, 200)}`];
  }
  const isEnvelope = path.startsWith('/api/tiktok/');
  const seen = isEnvelope ? [type, body.error, body.code] : [type, body.code, body.status];
  const shape = isEnvelope ? 'application/json' : 'application/problem+json';
  const isRight = JSON.stringify(seen) === JSON.stringify([shape, code, status]);
  return isRight ? [] : [`is ${JSON.stringify(seen)} instead of ${shape} with ${code}`];
}

/** What of an answer is the same at every time and on every port; a feed is a new one at every call. */
export function skeletonOf({ name }: Route, { text }: Answer): string {
  if (name === 'GET /api/trending_videos')
    return `${Object.keys(JSON.parse(text) as object).length}`;
  return text
    .replace(/https?:[^"\\]+/g, 'LINK')
    .replace(/"(server_time|fetched_at)":"[^"]*"/g, '"$1":""');
}
