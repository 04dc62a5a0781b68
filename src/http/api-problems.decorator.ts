import { applyDecorators } from '@nestjs/common';
import { ApiExtraModels, ApiResponse, getSchemaPath } from '@nestjs/swagger';
import { ProblemDto } from './problem.dto';

const descriptions = {
  400: 'A parameter is wrong; `errors` names each. TikTok was not asked.',
  403: 'Private, or not shown here by TikTok (`tiktok.private`, `tiktok.restricted`).',
  404: 'TikTok has no such account or post.',
  413: 'The body is over 64 kB.',
  414: 'A part of the path is too long.',
  415: 'The body has a content type that nobody reads here.',
  500: 'A fault of ours.',
  501: 'No configured source can answer (`tiktok.needs_signature`).',
  502: 'TikTok could not be reached or answered something new (`tiktok.unreachable`, `tiktok.shape_changed`).',
  503: 'TikTok refuses us now (`tiktok.blocked`); `Retry-After` says when to come back.',
  504: 'TikTok did not answer in time.',
} as const;

export type ProblemStatus = keyof typeof descriptions;

/** What every route that asks TikTok may answer besides its result; `except` leaves out what a route cannot. */
export function ApiProblems(...except: ProblemStatus[]): MethodDecorator {
  const schema = { $ref: getSchemaPath(ProblemDto) };
  const responses = Object.entries(descriptions)
    .filter(([status]) => !except.some((left) => String(left) === status))
    .map(([status, description]) =>
      ApiResponse({
        status: Number(status),
        description,
        content: { 'application/problem+json': { schema } },
      }),
    );
  return applyDecorators(ApiExtraModels(ProblemDto), ...responses);
}
