import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { probeOutcomes } from '../../tiktok';
import { operationVerdicts, verdicts } from './probe-verdict';

export class ProbedOperationDto {
  @ApiProperty({ description: 'What was asked.', example: 'userPosts' })
  operation: string;

  @ApiProperty({
    description:
      '`answered`: a source works; `not answered`: none does; `unsure`: nobody could say; `needs signer`: all want one.',
    enum: operationVerdicts,
    example: 'answered',
  })
  verdict: string;

  @ApiPropertyOptional({
    description: 'The first source that answers: callers get its answers.',
    example: 'web-api',
  })
  answeredBy?: string;
}

export class ProbeRowDto {
  @ApiProperty({ description: 'What was asked.', example: 'userPosts' })
  operation: string;

  @ApiProperty({ description: 'Who was asked.', example: 'web-api' })
  source: string;

  @ApiProperty({ description: 'Where.', example: '/api/creator/item_list/' })
  surface: string;

  @ApiProperty({ description: 'How it went.', enum: probeOutcomes, example: 'works' })
  outcome: string;

  @ApiPropertyOptional({ description: 'How TikTok refused.', example: 'empty_answer' })
  kind?: string;

  @ApiPropertyOptional({
    description: 'What was missing in an answer that changed.',
    example: 'userInfo.user',
  })
  path?: string;

  @ApiPropertyOptional({
    description: 'What there is to say, in words that may be TikTok’s.',
    example: 'TikTok answered with nothing',
  })
  message?: string;

  @ApiPropertyOptional({
    description: 'How long it took in milliseconds; absent where nobody was asked.',
    type: 'integer',
    example: 312,
  })
  ms?: number;

  @ApiPropertyOptional({
    description: 'Rows of the page, where the answer is one.',
    type: 'integer',
    example: 15,
  })
  rows?: number;

  @ApiPropertyOptional({
    description: 'Rows that could not be read: a sign that TikTok changed.',
    type: 'integer',
    example: 1,
  })
  droppedRows?: number;

  @ApiPropertyOptional({
    description: 'What to do.',
    example: 'Set TIKTOK_SIGNER_URL to a signer service if you want this source',
  })
  advice?: string;

  @ApiPropertyOptional({
    description: 'The page of the documentation that says more.',
    example: 'docs/sources.md',
  })
  docs?: string;
}

export class UpstreamProbeDto {
  @ApiProperty({
    description: 'Who was asked: TikTok, or a sandbox in its place, whose data are invented.',
    enum: ['tiktok', 'sandbox'],
    example: 'sandbox',
  })
  upstream: string;

  @ApiProperty({
    description:
      '`well`: every operation is answered, save what needs a signer that is not set up; `degraded`: a source is not what it should be; `failing`: an operation is not answered.',
    enum: verdicts,
    example: 'well',
  })
  verdict: string;

  @ApiProperty({ description: 'When the probing began.', format: 'date-time' })
  startedAt: string;

  @ApiProperty({ description: 'When it ended.', format: 'date-time' })
  finishedAt: string;

  @ApiProperty({ type: [ProbedOperationDto], description: 'Every operation, by all its sources.' })
  operations: ProbedOperationDto[];

  @ApiProperty({ type: [ProbeRowDto], description: 'Every source of every operation.' })
  rows: ProbeRowDto[];
}
