import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { WholeNumber } from '../config/whole-number.decorator';
import { LinksQueryDto } from '../http/links.query.dto';
import { patterns } from '../http/parameter-patterns';
import { IsUserId } from '../http/parameters';
import { UpdateCache } from '../http/update-cache.decorator';

const account = {
  description: "The account's handle, with or without `@`, or its secUid.",
  pattern: patterns.account,
};

export class UserPathDto {
  @ApiProperty({ ...account, example: 'gabrielymayra' })
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
  @ApiProperty({ ...account, example: 'gabrielymayra' })
  @IsUserId()
  user_id: string;

  @UpdateCache('True')
  update_cache: boolean = false;
}
