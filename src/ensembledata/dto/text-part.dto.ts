import { ApiProperty } from '@nestjs/swagger';
import { Digits, Text, Whole } from './described.decorators';

/** A piece of a text that is a hashtag or names an account. */
export class TextPartDto {
  @ApiProperty({ type: 'integer', description: '1 for a hashtag, 0 for an account.', example: 1 })
  type: number;

  @Text('Name of the hashtag, without `#`.', 'magic')
  hashtag_name?: string;

  @Digits('Id of the hashtag.', '229207')
  hashtag_id?: string;

  @Digits('Id of the account.', '6784819479778378757')
  user_id?: string;

  @Text('Handle of the account.')
  user_unique_id?: string;

  @Text('Key of the account.')
  sec_uid?: string;

  @Whole('Where the piece begins, in UTF-16 units.', 5)
  start?: number;

  @Whole('Where it ends.', 9)
  end?: number;
}
