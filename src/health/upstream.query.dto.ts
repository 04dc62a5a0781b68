import { ApiPropertyOptional } from '@nestjs/swagger';
import { IsFlag } from '../http/parameters';

export class UpstreamQueryDto {
  @ApiPropertyOptional({
    description:
      '`true` tries out every source of every operation first, which takes up to a minute; whoever asks within a minute after it gets the same result.',
    type: 'boolean',
    default: false,
    example: false,
  })
  @IsFlag()
  probe: boolean = false;
}
