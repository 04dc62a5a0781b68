import { ApiProperty } from '@nestjs/swagger';
import { Id } from './described.decorators';

/** One of the posts asked for that was not to be had. */
export class MissingPostDto {
  @Id('Id of the post.')
  id: string;

  @ApiProperty({ type: 'string', description: 'Stable code.', example: 'tiktok.not_found' })
  code: string;

  @ApiProperty({ type: 'string', description: 'What happened, for a person.' })
  detail: string;
}
