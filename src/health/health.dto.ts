import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';

export class HealthDto {
  @ApiProperty({ enum: ['ok'], example: 'ok' })
  status: 'ok';
}

class RefusalDto {
  @ApiProperty({ description: 'When.', format: 'date-time' })
  at: string;

  @ApiProperty({ example: 'tiktok.blocked' })
  code: string;

  @ApiPropertyOptional({ description: 'How TikTok refused.', example: 'captcha' })
  kind?: string;

  @ApiProperty()
  message: string;
}

export class RungHealthDto {
  @ApiProperty({ example: 'userPosts' })
  operation: string;

  @ApiProperty({ example: 'web-api' })
  source: string;

  @ApiProperty({ enum: ['works', 'failing', 'resting', 'never tried'] })
  state: string;

  @ApiProperty({ description: 'Answers so far.', type: 'integer' })
  successes: number;

  @ApiProperty({ description: 'Refusals and failures so far.', type: 'integer' })
  failures: number;

  @ApiProperty({
    description:
      'Rows of lists that could not be read and were left out: a sign that TikTok changed.',
    type: 'integer',
  })
  droppedRows: number;

  @ApiPropertyOptional({ format: 'date-time' })
  lastSuccessAt?: string;

  @ApiPropertyOptional({ type: RefusalDto })
  lastFailure?: RefusalDto;

  @ApiPropertyOptional({ description: 'Until when it is left alone.', format: 'date-time' })
  restsUntil?: string;
}

class GuestDto {
  @ApiProperty({ type: 'integer' })
  number: number;

  @ApiProperty({ enum: ['fresh', 'works', 'failing', 'resting'] })
  state: string;

  @ApiProperty({ description: 'Answers so far.', type: 'integer' })
  answers: number;

  @ApiProperty({ description: 'Refusals so far.', type: 'integer' })
  refusals: number;

  @ApiPropertyOptional({ description: 'How it was refused last.', example: 'captcha' })
  lastRefusal?: string;

  @ApiPropertyOptional({ description: 'Until when it is left alone.', format: 'date-time' })
  restsUntil?: string;
}

class QueueDto {
  @ApiProperty({ example: 'www.tiktok.com' })
  host: string;

  @ApiProperty({ description: 'Requests under way.', type: 'integer' })
  inFlight: number;

  @ApiProperty({ description: 'Requests that wait.', type: 'integer' })
  queued: number;
}

export class UpstreamHealthDto {
  @ApiProperty({ type: [RungHealthDto], description: 'In the order in which they are asked.' })
  rungs: RungHealthDto[];

  @ApiProperty({ type: [GuestDto], description: 'The guests as whom TikTok is asked.' })
  guests: GuestDto[];

  @ApiPropertyOptional({
    description: 'The signer service, where one is set up.',
    enum: ['ready', 'not ready', 'unreachable', 'never asked'],
  })
  signer?: string;

  @ApiProperty({ description: 'Questions under way with TikTok.', type: 'integer' })
  underWay: number;

  @ApiProperty({ type: [QueueDto] })
  queues: QueueDto[];
}
