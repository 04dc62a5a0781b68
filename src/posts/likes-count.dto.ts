import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsFlag, IsPostId, IsUserId } from '../http/parameters';

const userIdDescription = "The author's handle, with or without `@`, or secUid.";
const videoIdDescription = 'The id of the post: 15 to 25 digits.';

export class LikesCountPathDto {
  @ApiProperty({ description: userIdDescription, example: 'tatyanka_yak' })
  @IsUserId()
  user_id: string;

  @ApiProperty({ description: videoIdDescription, example: '6954415245976751361' })
  @IsPostId()
  video_id: string;
}

export class LikesCountBodyDto {
  @ApiProperty({ description: userIdDescription, example: 'luna_the_pantera' })
  @IsUserId()
  user_id: string;

  @ApiProperty({ description: videoIdDescription, example: '6943996796519681281' })
  @IsPostId()
  video_id: string;

  @ApiPropertyOptional({
    description:
      'Whether to ask TikTok anew and keep what it says for the GET route too: true, false, "True", "False", 1 or 0.',
    oneOf: [{ type: 'boolean' }, { type: 'string' }, { type: 'integer' }],
    default: false,
    example: 'False',
  })
  @IsFlag()
  update_cache: boolean = false;
}

/** The likes of a post, for callers who accept JSON. */
export class LikesCountDto {
  @ApiProperty({ description: 'The account as the caller named it.', example: 'tatyanka_yak' })
  user_id: string;

  @ApiProperty({ example: '6954415245976751361' })
  video_id: string;

  @ApiProperty({ description: 'Likes, exact where TikTok gives exact ones.', type: 'integer' })
  likes_count: number;

  @ApiProperty({ description: 'When TikTok said so.', format: 'date-time' })
  fetched_at: string;
}
