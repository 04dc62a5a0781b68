import { ApiProperty } from '@nestjs/swagger';
import { Transform } from 'class-transformer';
import { IsISO8601, Matches } from 'class-validator';
import { WholeNumber } from '../../config/whole-number.decorator';
import { keptDays } from './usage-store';

/** `20240115`, as earlier clients wrote it, is `2024-01-15`. */
function withHyphens(value: unknown): unknown {
  return typeof value === 'string'
    ? value.replace(/^([0-9]{4})([0-9]{2})([0-9]{2})$/, '$1-$2-$3')
    : value;
}

const message = '$property must be a day as YYYY-MM-DD';

export class UsedUnitsQueryDto {
  @ApiProperty({
    description: 'The day in UTC; the hyphens may be left out.',
    format: 'date',
    example: '2026-11-21',
  })
  @Transform(({ value }: { value: unknown }) => withHyphens(value))
  @Matches(/^[0-9]{4}-[0-9]{2}-[0-9]{2}$/, { message })
  @IsISO8601({ strict: true }, { message })
  date: string;
}

export class UsageHistoryQueryDto {
  @ApiProperty({
    description: 'How many days back, today among them.',
    type: 'integer',
    minimum: 1,
    maximum: keptDays,
    example: 7,
  })
  @WholeNumber(1, keptDays)
  days: number;
}

const unitsByPlatform = {
  type: 'object',
  additionalProperties: { type: 'integer' },
  example: { tiktok: 12 },
} as const;

export class UsedUnitsDto {
  @ApiProperty({
    description: 'Units by platform; empty when nothing was used.',
    ...unitsByPlatform,
  })
  data: Readonly<Record<string, number>>;
}

export class DayUsageDto {
  @ApiProperty({ description: 'The day in UTC.', format: 'date', example: '2026-11-21' })
  date: string;

  @ApiProperty({
    description: 'Units by platform; empty when nothing was used.',
    ...unitsByPlatform,
  })
  units: Readonly<Record<string, number>>;
}

export class UsageHistoryDto {
  @ApiProperty({ description: 'Every day asked for, oldest first.', type: [DayUsageDto] })
  data: DayUsageDto[];
}
