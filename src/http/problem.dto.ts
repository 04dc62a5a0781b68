import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import type { Problem } from './problem';

class RequestProblemDto {
  @ApiProperty({ description: 'The parameter as the caller wrote it.', example: 'video_id' })
  parameter: string;

  @ApiProperty({
    example: 'video_id must be the id of a TikTok post: 15 to 25 digits, as a string',
  })
  message: string;
}

class AttemptDto {
  @ApiProperty({ description: 'The surface of TikTok that was asked.', example: 'page' })
  source: string;

  @ApiProperty({ example: 'tiktok.blocked' })
  code: string;

  @ApiProperty({ example: 'TikTok answered with a captcha page' })
  message: string;
}

/** RFC 9457 problem details. */
export class ProblemDto {
  @ApiProperty({ example: 'about:blank' })
  type: string;

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

  @ApiPropertyOptional({ description: 'Seconds; the same as the Retry-After header.' })
  retryAfterSeconds?: number;

  @ApiPropertyOptional({ description: "TikTok's own status code, where it gave one." })
  tiktokStatusCode?: number;

  @ApiPropertyOptional({ type: [RequestProblemDto], description: 'Every wrong parameter.' })
  errors?: RequestProblemDto[];

  @ApiPropertyOptional({ type: [AttemptDto], description: 'Every surface that was asked.' })
  attempts?: AttemptDto[];
}

// A member that Problem has and the documented schema lacks does not compile.
type Undocumented = Exclude<keyof Problem, keyof ProblemDto>;
export const undocumentedMembers: readonly Undocumented[] & { readonly length: 0 } = [];
