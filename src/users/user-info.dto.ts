import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';

class UserInfoUserDto {
  @ApiPropertyOptional({
    description: 'Picture, 1080 px, a signed link that dies.',
    type: 'string',
  })
  avatarLarger?: string;

  @ApiPropertyOptional({ description: 'Picture, 720 px.', type: 'string' })
  avatarMedium?: string;

  @ApiPropertyOptional({ description: 'Picture, 100 px.', type: 'string' })
  avatarThumb?: string;

  @ApiPropertyOptional({ description: "Who may comment, TikTok's own number.", type: 'integer' })
  commentSetting?: number;

  @ApiPropertyOptional({
    description: 'Unix seconds; absent when TikTok hides it.',
    type: 'integer',
  })
  createTime?: number;

  @ApiPropertyOptional({ description: "Who may duet, TikTok's own number.", type: 'integer' })
  duetSetting?: number;

  @ApiPropertyOptional({ description: 'Account of a minor under special rules.', type: 'boolean' })
  ftc?: boolean;

  @ApiPropertyOptional({ description: 'Numeric id, as digits.', type: 'string' })
  id?: string;

  @ApiPropertyOptional({ description: 'Account made for advertisements.', type: 'boolean' })
  isADVirtual?: boolean;

  @ApiPropertyOptional({ description: 'Display name.', type: 'string' })
  nickname?: string;

  @ApiPropertyOptional({ description: 'Whether its likes are public.', type: 'boolean' })
  openFavorite?: boolean;

  @ApiPropertyOptional({ description: 'Whether only followers see its posts.', type: 'boolean' })
  privateAccount?: boolean;

  @ApiPropertyOptional({ description: 'Relation of the viewer; 0 for guests.', type: 'integer' })
  relation?: number;

  @ApiPropertyOptional({ description: 'Running live room, empty when not live.', type: 'string' })
  roomId?: string;

  @ApiPropertyOptional({
    description: 'Key of the account in most lists of TikTok.',
    type: 'string',
  })
  secUid?: string;

  @ApiPropertyOptional({ description: 'Same as privateAccount.', type: 'boolean' })
  secret?: boolean;

  @ApiPropertyOptional({ description: 'Old short id; mostly absent today.', type: 'string' })
  shortId?: string;

  @ApiPropertyOptional({ description: 'The bio.', type: 'string' })
  signature?: string;

  @ApiPropertyOptional({ description: "Who may stitch, TikTok's own number.", type: 'integer' })
  stitchSetting?: number;

  @ApiProperty({ description: 'The handle.', type: 'string' })
  uniqueId: string;

  @ApiPropertyOptional({ description: 'Blue tick.', type: 'boolean' })
  verified?: boolean;
}

class UserInfoStatsDto {
  @ApiPropertyOptional({
    description: 'Posts that the account liked; TikTok shows 0 when it hides them.',
    type: 'integer',
  })
  diggCount?: number;

  @ApiPropertyOptional({ description: 'Followers.', type: 'integer' })
  followerCount?: number;

  @ApiPropertyOptional({ description: 'Accounts followed.', type: 'integer' })
  followingCount?: number;

  @ApiPropertyOptional({ description: 'Likes received; same as heartCount.', type: 'integer' })
  heart?: number;

  @ApiPropertyOptional({ description: 'Likes received on all posts.', type: 'integer' })
  heartCount?: number;

  @ApiPropertyOptional({ description: 'Public posts.', type: 'integer' })
  videoCount?: number;
}

class UserInfoItemDto {
  @ApiProperty({ description: 'Post id, as digits.' })
  id: string;

  @ApiProperty({ description: 'Caption.' })
  desc: string;

  @ApiPropertyOptional({ description: 'Unix seconds.', type: 'integer' })
  createTime?: number;

  @ApiProperty({
    description: 'Counters of the post.',
    type: 'object',
    additionalProperties: { type: 'integer' },
  })
  stats: object;
}

class UserInfoMembersDto {
  @ApiProperty({
    description: 'Posts that the profile page itself holds: none since 2023, so mostly empty.',
    type: [UserInfoItemDto],
  })
  itemList: UserInfoItemDto[];

  @ApiProperty({ description: 'Counters of the account.', type: UserInfoStatsDto })
  stats: UserInfoStatsDto;

  @ApiProperty({ description: 'The account.', type: UserInfoUserDto })
  user: UserInfoUserDto;
}

class MetaParamsDto {
  @ApiProperty({ description: 'Address of the profile.' })
  canonicalHref: string;

  @ApiPropertyOptional({ description: 'Share text with rounded counters.' })
  description?: string;

  @ApiPropertyOptional({ description: 'Share title.' })
  title?: string;
}

class SeoPropsDto {
  @ApiProperty({ description: 'Share texts.', type: MetaParamsDto })
  metaParams: MetaParamsDto;

  @ApiPropertyOptional({ description: 'The same as the id of the user.' })
  pageId?: string;
}

/** A profile as the documented API shows it. */
export class UserInfoDto {
  @ApiPropertyOptional({ description: 'Language of the page that TikTok served.', example: 'en' })
  $language?: string;

  @ApiPropertyOptional({ description: 'Share texts, where TikTok gave them.', type: SeoPropsDto })
  seoProps?: SeoPropsDto;

  @ApiProperty({
    description: "TikTok's status code of the page; 0 on every success.",
    type: 'integer',
    example: 0,
  })
  statusCode: number;

  @ApiProperty({ description: "TikTok's words to its status code; empty on success.", example: '' })
  statusMsg: string;

  @ApiProperty({ description: 'The account with its counters.', type: UserInfoMembersDto })
  userInfo: UserInfoMembersDto;
}
