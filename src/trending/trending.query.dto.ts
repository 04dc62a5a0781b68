import { ApiPropertyOptional } from '@nestjs/swagger';
import { Transform, Type } from 'class-transformer';
import { IsInt, IsISO31661Alpha2, IsOptional, Max, Min } from 'class-validator';

export class TrendingQueryDto {
  @ApiPropertyOptional({
    description: 'How many posts.',
    type: 'integer',
    minimum: 1,
    maximum: 30,
    default: 10,
  })
  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(30)
  count: number = 10;

  @ApiPropertyOptional({
    description:
      'Two-letter country (ISO 3166-1) that TikTok is asked for. TikTok may show the country of our address instead.',
    example: 'US',
  })
  @IsOptional()
  @Transform(({ value }: { value: unknown }) =>
    typeof value === 'string' ? value.toUpperCase() : value,
  )
  @IsISO31661Alpha2()
  region?: string;
}
