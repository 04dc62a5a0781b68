import { Digits, Flag, Nested, Text, TextAlways, Whole } from './described.decorators';
import { LinkListDto } from './link-list.dto';

/** An account with underscores in its names, as TikTok's mobile app has it. */
export class MobileUserDto {
  @Digits('Id of the account, as digits.', '6784819479778378757')
  uid?: string;

  @Text('Key of the account in lists.', 'MS4wLjABAAAA')
  sec_uid?: string;

  @TextAlways('Handle, without `@`.', 'zachking')
  unique_id: string;

  @Text('Display name.')
  nickname?: string;

  @Text('What the account says about itself.')
  signature?: string;

  @Whole('Followers.', 82700000)
  follower_count?: number;

  @Whole('Accounts followed.', 214)
  following_count?: number;

  @Whole('Likes received on all posts.', 1304183341)
  total_favorited?: number;

  @Whole('Posts.', 629)
  aweme_count?: number;

  @Whole('Posts liked; 0 where the account hides them.', 7244)
  favoriting_count?: number;

  @Text('Two-letter country, where TikTok says it.', 'US')
  region?: string;

  @Text('Language of the account, where TikTok says it.', 'en')
  language?: string;

  @Whole('More than 0 for a verified account.', 1)
  verification_type?: number;

  @Flag('Whether the account is verified.')
  verified?: boolean;

  @Text('Why it is verified; empty for an account that is not.')
  custom_verify?: string;

  @Text('Why a company is verified; empty for an account that is not.')
  enterprise_verify_reason?: string;

  @Text('Instagram name.')
  ins_id?: string;

  @Text('YouTube channel.')
  youtube_channel_id?: string;

  @Text('Name of the YouTube channel.')
  youtube_channel_title?: string;

  @Text('Twitter id.')
  twitter_id?: string;

  @Text('E-mail address in the bio.')
  bio_email?: string;

  @Text('Link in the bio.')
  bio_url?: string;

  @Nested(() => LinkListDto, 'Picture, 100 px.')
  avatar_thumb?: LinkListDto;

  @Nested(() => LinkListDto, 'Picture, 720 px.')
  avatar_medium?: LinkListDto;

  @Nested(() => LinkListDto, 'Picture, 1080 px.')
  avatar_larger?: LinkListDto;

  @Flag('Same as private_account.')
  secret?: boolean;

  @Flag('Whether only followers see the posts.')
  private_account?: boolean;

  @Flag('Same as private_account.')
  is_private?: boolean;

  @Whole('When the account was made, Unix seconds; absent where TikTok hides it.')
  create_time?: number;

  @Flag('Whether it is a business account.')
  with_commerce_entry?: boolean;

  @Text('Same as region.', 'US')
  account_region?: string;

  @Digits('Running live room; absent when there is none.')
  room_id?: string;

  @Text('Category of a business account; with `alternative_method` only.')
  category?: string;
}
