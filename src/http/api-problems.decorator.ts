import { applyDecorators } from '@nestjs/common';
import type { ApiResponseCommonMetadata } from '@nestjs/swagger';
import { ApiExtraModels, ApiResponse, getSchemaPath } from '@nestjs/swagger';
import { ErrorEnvelopeDto } from './envelope.dto';
import { ProblemDto } from './problem.dto';

const descriptions = {
  400: 'A parameter is wrong; `errors` names each. TikTok was not asked.',
  401: 'No token, or one that nobody knows, where tokens are configured (`request.unauthorized`).',
  403: 'Private, or not shown here by TikTok (`tiktok.private`, `tiktok.restricted`).',
  404: 'TikTok has no such account or post.',
  410: 'The link has expired (`media.link_expired`).',
  413: 'The body is over 64 kB.',
  414: 'A part of the path is too long.',
  415: 'The body has a content type that nobody reads here.',
  416: 'The file ends before the range begins; `Content-Range` has its size.',
  422: 'The post is of the other kind (`post.wrong_kind`); the message names the route for it.',
  429: 'Too many requests in this minute (`request.too_many`); `Retry-After` says when to come back.',
  500: 'A fault of ours.',
  501: 'No configured source can answer (`tiktok.needs_signature`).',
  502: 'TikTok could not be reached or answered something new (`tiktok.unreachable`, `tiktok.shape_changed`).',
  503: 'TikTok refuses us now (`tiktok.blocked`), or too much is under way (`tiktok.busy`); `Retry-After` says when to come back.',
  504: 'TikTok did not answer in time.',
} as const;

export type ProblemStatus = keyof typeof descriptions;

/** What a route can answer without saying so; only some answer the others. */
const usual: readonly ProblemStatus[] = [
  400, 401, 403, 404, 413, 414, 415, 429, 500, 501, 502, 503, 504,
];

/** What every route that asks TikTok may answer besides its result; `except` leaves out what a route cannot. */
export function ApiProblems(...except: ProblemStatus[]): MethodDecorator {
  return ApiProblemsOf(...usual.filter((status) => !except.includes(status)));
}

/** The errors of a route, as problem details. */
export function ApiProblemsOf(...statuses: ProblemStatus[]): MethodDecorator {
  const schema = { $ref: getSchemaPath(ProblemDto) };
  const content = { 'application/problem+json': { schema } };
  return applyDecorators(ApiExtraModels(ProblemDto), ...responses(statuses, content));
}

/** The errors of a route under `/api/tiktok`, in its envelope. */
export function ApiEnvelopeErrors(...except: ProblemStatus[]): MethodDecorator {
  const schema = { $ref: getSchemaPath(ErrorEnvelopeDto) };
  const content = { 'application/json': { schema } };
  const statuses = ([...usual, 422] as const).filter(
    (status) => ![413, 414, 415, ...except].includes(status),
  );
  return applyDecorators(ApiExtraModels(ErrorEnvelopeDto), ...responses(statuses, content));
}

function responses(
  statuses: readonly ProblemStatus[],
  content: ApiResponseCommonMetadata['content'],
): MethodDecorator[] {
  return statuses.map((status) =>
    ApiResponse({ status, description: descriptions[status], content }),
  );
}
