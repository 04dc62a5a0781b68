import { Keyword, PageToken, SecUid, AccountId, Username } from '../parameters/names.decorators';
import { Cursor, WholeParameter, YesNo } from '../parameters/scalars.decorators';

// Of the account `zachking` in the sandbox of the usual seed.
const exampleId = '6585976675577038317';
const exampleSecUid =
  'MS4wLjABAAAAwvx1Hqepue-hsbfsG6N9cXL88kI-0TPk5mfgy8wwEz4m0wqAfiVHE1FMk8bUy24y';
// Of `likes.everyone` there: of most accounts it is hidden what they like.
const exampleSecUidWithLikes =
  'MS4wLjABAAAAo7ZeTiIpkvOBfGNAkcjiTb26Wrau3wKMpn1xOb77itOUSIOGLDKwKvbXbnAiXWrJ';

export class UsernameQueryDto {
  @Username()
  username: string;
}

export class SecUidQueryDto {
  @SecUid(exampleSecUid)
  secUid: string;
}

export class UserInfoQueryDto extends SecUidQueryDto {
  @YesNo('With the category of a business account.')
  alternative_method: boolean = false;
}

export class UserSearchQueryDto {
  @Keyword({ example: 'zach king' })
  keyword: string;

  @Cursor()
  cursor: number = 0;
}

export class LikedPostsQueryDto {
  @SecUid(exampleSecUidWithLikes)
  secUid: string;

  @Cursor()
  cursor?: number;
}

export class FollowsQueryDto extends SecUidQueryDto {
  @AccountId(exampleId)
  id: string;

  @Cursor()
  cursor: number = 0;

  @PageToken()
  page_token?: string;
}

/** What both lists of an account's posts take beside the account. */
export class UserPostsOptionsDto {
  @WholeParameter(
    { description: 'How many chunks of ten posts.', example: 1 },
    { min: 1, max: 1000 },
  )
  depth: number;

  @Cursor('cursor')
  start_cursor?: number;

  @WholeParameter(
    {
      description: 'Unix seconds: the chunk that reaches behind it is the last one, and is whole.',
      example: 1700000000,
      isOptional: true,
    },
    { min: 0, max: 99_999_999_999 },
  )
  oldest_createtime?: number;

  @YesNo('Posts in camel case instead of the names of the mobile app.')
  new_version: boolean = false;

  @YesNo('With `new_version`: with the addresses of the video.')
  download_video: boolean = false;

  @YesNo('With the subtitles of each video, as `cla_info`.')
  alternative_method: boolean = false;
}

export class UserPostsQueryDto extends UserPostsOptionsDto {
  @Username()
  username: string;
}

export class UserPostsBySecUidQueryDto extends UserPostsOptionsDto {
  @SecUid(exampleSecUid)
  secUid: string;
}
