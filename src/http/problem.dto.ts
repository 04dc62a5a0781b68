import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import type { Attempt, TikTokErrorCode } from '../tiktok';
import type { Problem } from './problem';
import type { RequestProblem } from './request.errors';

class RequestProblemDto implements RequestProblem {
  @ApiProperty({ description: 'The parameter as the caller wrote it.', example: 'video_id' })
  parameter: string;

  @ApiProperty({
    description: 'What is wrong with it, for a person.',
    example: 'video_id must be the id of a TikTok post: 15 to 25 digits, as a string',
  })
  message: string;
}

class AttemptDto implements Attempt {
  @ApiProperty({ description: 'The surface of TikTok that was asked.', example: 'page' })
  source: string;

  @ApiProperty({
    description: 'Stable code of its refusal.',
    example: 'tiktok.blocked',
    type: 'string',
  })
  code: TikTokErrorCode;

  @ApiPropertyOptional({ description: 'How TikTok refused.', example: 'captcha', type: 'string' })
  kind?: Attempt['kind'];

  @ApiProperty({
    description: 'What happened, for a person.',
    example: 'TikTok answered with a captcha page',
  })
  message: string;
}

/** RFC 9457 problem details. A member of {@link Problem} that is missing here does not compile. */
export class ProblemDto implements Required<Problem> {
  @ApiProperty({
    description: 'Always `about:blank`: the status says what kind of problem it is.',
    example: 'about:blank',
    type: 'string',
  })
  type: 'about:blank';

  @ApiProperty({ description: 'The phrase of the HTTP status.', example: 'Not Found' })
  title: string;

  @ApiProperty({ description: 'The HTTP status.', example: 404, type: 'integer' })
  status: number;

  @ApiProperty({
    description: 'Stable code to match on; docs/errors.md lists them all.',
    example: 'tiktok.not_found',
  })
  code: string;

  @ApiProperty({ description: 'What happened, for a person.' })
  detail: string;

  @ApiProperty({ description: 'The same as the X-Request-Id header.' })
  requestId: string;

  @ApiProperty({ description: 'Whether the same request may succeed later.' })
  retryable: boolean;

  @ApiPropertyOptional({
    description: 'Seconds after which to come back; the same as the Retry-After header.',
    type: 'integer',
  })
  retryAfterSeconds: number;

  @ApiPropertyOptional({
    description: "TikTok's own status code, where it gave one.",
    type: 'integer',
  })
  tiktokStatusCode: number;

  @ApiPropertyOptional({ type: [RequestProblemDto], description: 'Every wrong parameter.' })
  errors: RequestProblemDto[];

  @ApiPropertyOptional({ type: [AttemptDto], description: 'Every surface that was asked.' })
  attempts: AttemptDto[];
}
