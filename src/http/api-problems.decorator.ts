import { applyDecorators } from '@nestjs/common';
import { ApiExtraModels, ApiResponse, getSchemaPath } from '@nestjs/swagger';
import { ProblemDto } from './problem.dto';

const descriptions = {
  400: 'A parameter is wrong; `errors` names each. TikTok was not asked.',
  403: 'Private, or not shown here by TikTok (`tiktok.private`, `tiktok.restricted`).',
  404: 'TikTok has no such account or post.',
  500: 'A fault of ours.',
  501: 'No configured source can answer (`tiktok.needs_signature`).',
  502: 'TikTok could not be reached or answered something new (`tiktok.unreachable`, `tiktok.shape_changed`).',
  503: 'TikTok refuses us now (`tiktok.blocked`); `Retry-After` says when to come back.',
  504: 'TikTok did not answer in time.',
} as const;

/** What every route that asks TikTok may answer besides its result; `except` leaves out what a route cannot. */
export function ApiProblems(...except: readonly (keyof typeof descriptions)[]): MethodDecorator {
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
