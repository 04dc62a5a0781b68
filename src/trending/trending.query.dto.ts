import { ApiPropertyOptional } from '@nestjs/swagger';
import { Transform } from 'class-transformer';
import { IsISO31661Alpha2, IsOptional } from 'class-validator';
import { WholeNumber } from '../config/whole-number.decorator';
import { country } from '../http/parameter-patterns';
import { LinksQueryDto } from '../http/links.query.dto';

export class TrendingQueryDto extends LinksQueryDto {
  @ApiPropertyOptional({
    description: 'How many posts.',
    type: 'integer',
    minimum: 1,
    maximum: 30,
    default: 10,
    example: 10,
  })
  @WholeNumber(1, 30)
  count: number = 10;

  @ApiPropertyOptional({
    description:
      'Two-letter country (ISO 3166-1) that TikTok is asked for. TikTok may show the country of our address instead.',
    ...country,
    example: 'US',
  })
  @IsOptional()
  @Transform(({ value }: { value: unknown }) =>
    typeof value === 'string' ? value.toUpperCase() : value,
  )
  @IsISO31661Alpha2()
  region?: string;
}
