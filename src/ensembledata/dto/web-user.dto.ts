import { ApiProperty } from '@nestjs/swagger';
import { Digits, Flag, Nested, Text, TextAlways, Whole } from './described.decorators';

export class BioLinkDto {
  @Text('Address of the link in the bio.')
  link?: string;
}

/** An account in camel case, as TikTok's website has it. */
export class WebUserDto {
  @Digits('Id of the account, as digits.', '6784819479778378757')
  id?: string;

  @TextAlways('Handle, without `@`.', 'zachking')
  uniqueId: string;

  @Text('Key of the account in lists.', 'MS4wLjABAAAA')
  secUid?: string;

  @Text('Display name.')
  nickname?: string;

  @Text('What the account says about itself.')
  signature?: string;

  @Flag('Whether the account is verified.')
  verified?: boolean;

  @Flag('Whether only followers see the posts.')
  privateAccount?: boolean;

  @Flag('Same as privateAccount.')
  secret?: boolean;

  @Text('Two-letter country, where TikTok says it.', 'US')
  region?: string;

  @Text('Language of the account, where TikTok says it.', 'en')
  language?: string;

  @Text('Picture, 100 px.')
  avatarThumb?: string;

  @Text('Picture, 720 px.')
  avatarMedium?: string;

  @Text('Picture, 1080 px.')
  avatarLarger?: string;

  @Text('Instagram name.')
  ins_id?: string;

  @Text('YouTube channel.')
  youtube_channel_id?: string;

  @Text('Name of the YouTube channel.')
  youtube_channel_title?: string;

  @Nested(() => BioLinkDto, 'Link in the bio.')
  bioLink?: BioLinkDto;

  @Whole('When the account was made, Unix seconds; absent where TikTok hides it.')
  createTime?: number;

  @Digits('Running live room; absent when there is none.')
  roomId?: string;
}

export class WebUserStatsDto {
  @Whole('Followers.', 26357770)
  followerCount?: number;

  @Whole('Accounts followed.', 214)
  followingCount?: number;

  @Whole('Likes received on all posts.', 1304183341)
  heartCount?: number;

  @Whole('Same as heartCount.', 1304183341)
  heart?: number;

  @Whole('Posts.', 629)
  videoCount?: number;

  @Whole('Posts liked; 0 where the account hides them.', 7244)
  diggCount?: number;
}

export class WebProfileDto {
  @ApiProperty({ type: () => WebUserDto, description: 'The account.' })
  user: WebUserDto;

  @ApiProperty({ type: () => WebUserStatsDto, description: 'Its counters.' })
  stats: WebUserStatsDto;
}
