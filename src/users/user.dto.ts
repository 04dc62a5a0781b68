import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { WholeNumber } from '../config/whole-number.decorator';
import { LinksQueryDto } from '../http/links.query.dto';
import { IsFlag, IsUserId } from '../http/parameters';

const userIdDescription = "The account's handle, with or without `@`, or its secUid.";

export class UserPathDto {
  @ApiProperty({ description: userIdDescription, example: 'gabrielymayra' })
  @IsUserId()
  user_id: string;
}

export class UserVideosQueryDto extends LinksQueryDto {
  @ApiPropertyOptional({
    description: "How many posts at most; TikTok's pages are followed for that many.",
    type: 'integer',
    minimum: 1,
    maximum: 500,
    default: 30,
    example: 30,
  })
  @WholeNumber(1, 500)
  count: number = 30;
}

export class UserVideosBodyDto {
  @ApiProperty({ description: userIdDescription, example: 'gabrielymayra' })
  @IsUserId()
  user_id: string;

  @ApiPropertyOptional({
    description:
      'Whether to ask TikTok anew and keep what it says for the GET route too: true, false, "True", "False", 1 or 0.',
    oneOf: [{ type: 'boolean' }, { type: 'string' }, { type: 'integer' }],
    default: false,
    example: 'True',
  })
  @IsFlag()
  update_cache: boolean = false;
}
