import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import type { CacheStats } from '../cache/cache-stats';
import { UpstreamProbeDto } from './probe/probe.dto';

export class HealthDto {
  @ApiProperty({
    description: 'Always `ok`; anything else is an error.',
    enum: ['ok'],
    example: 'ok',
  })
  status: 'ok';
}

class RefusalDto {
  @ApiProperty({ description: 'When.', format: 'date-time' })
  at: string;

  @ApiProperty({ description: 'Stable code.', example: 'tiktok.blocked' })
  code: string;

  @ApiPropertyOptional({ description: 'How TikTok refused.', example: 'captcha' })
  kind?: string;

  @ApiProperty({ description: 'What happened, for a person.' })
  message: string;
}

export class RungHealthDto {
  @ApiProperty({ description: 'What was asked for.', example: 'userPosts' })
  operation: string;

  @ApiProperty({ description: 'The surface of TikTok that was asked.', example: 'web-api' })
  source: string;

  @ApiProperty({
    description: 'How it answered last; one that rests is left alone for a while.',
    enum: ['works', 'failing', 'resting', 'never tried'],
  })
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

  @ApiPropertyOptional({ description: 'When it answered last.', format: 'date-time' })
  lastSuccessAt?: string;

  @ApiPropertyOptional({ description: 'What it refused with last.', type: RefusalDto })
  lastFailure?: RefusalDto;

  @ApiPropertyOptional({ description: 'Until when it is left alone.', format: 'date-time' })
  restsUntil?: string;
}

class GuestDto {
  @ApiProperty({ description: 'Which of them.', type: 'integer' })
  number: number;

  @ApiProperty({
    description: 'How it was answered last; `fresh` has not asked yet.',
    enum: ['fresh', 'works', 'failing', 'resting'],
  })
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
  @ApiProperty({ description: 'The host that is asked.', example: 'www.tiktok.com' })
  host: string;

  @ApiProperty({ description: 'Requests under way.', type: 'integer' })
  inFlight: number;

  @ApiProperty({ description: 'Requests that wait.', type: 'integer' })
  queued: number;
}

const counter = { type: 'integer', example: 12 } as const;

export class CacheHealthDto implements CacheStats {
  @ApiProperty({ ...counter, description: 'Served fresh.' })
  hits: number;

  @ApiProperty({ ...counter, description: 'Found in what replicas share and not in memory.' })
  sharedHits: number;

  @ApiProperty({ ...counter, description: 'Served stale at once, and renewed behind.' })
  stale: number;

  @ApiProperty({ ...counter, description: 'Served stale because TikTok could not be asked.' })
  staleIfError: number;

  @ApiProperty({ ...counter, description: 'Fetched because nothing usable was there.' })
  misses: number;

  @ApiProperty({ ...counter, description: 'Waited for the call of another request or replica.' })
  collapsed: number;

  @ApiProperty({ ...counter, description: 'Fetched because a caller wanted it anew.' })
  refreshes: number;

  @ApiProperty({ ...counter, description: 'Renewals behind the backs of callers.' })
  renewals: number;

  @ApiProperty({ ...counter, description: 'Those of them that failed.' })
  failedRenewals: number;

  @ApiProperty({ ...counter, description: 'Calls under way.' })
  flights: number;

  @ApiProperty({ ...counter, description: 'What memory let go of for want of room.' })
  evictions: number;

  @ApiProperty({ ...counter, description: 'Answers in memory.' })
  entries: number;

  @ApiProperty({ ...counter, description: 'What they take.' })
  bytes: number;

  @ApiPropertyOptional({
    description: 'Whether what replicas share is used, where `REDIS_URL` is set.',
    enum: ['connecting', 'up', 'refusing', 'down'],
  })
  redis?: string;
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

  @ApiProperty({ description: 'Requests to each host.', type: [QueueDto] })
  queues: QueueDto[];

  @ApiProperty({
    description: 'Answers that are kept, and how often they were of use since the start.',
  })
  cache: CacheHealthDto;

  @ApiPropertyOptional({
    description: 'How every source took a question just now, where `probe=true` asked for that.',
    type: UpstreamProbeDto,
  })
  probe?: UpstreamProbeDto;
}
