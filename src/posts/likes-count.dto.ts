import { ApiProperty } from '@nestjs/swagger';
import { patterns } from '../http/parameter-patterns';
import { IsPostId, IsUserId } from '../http/parameters';
import { UpdateCache } from '../http/update-cache.decorator';

const author = {
  description: "The author's handle, with or without `@`, or secUid.",
  pattern: patterns.account,
};
const post = { description: 'The id of the post: 15 to 25 digits.', pattern: patterns.postId };

export class LikesCountPathDto {
  @ApiProperty({ ...author, example: 'tatyanka_yak' })
  @IsUserId()
  user_id: string;

  @ApiProperty({ ...post, example: '6954415245976751361' })
  @IsPostId()
  video_id: string;
}

export class LikesCountBodyDto {
  @ApiProperty({ ...author, example: 'luna_the_pantera' })
  @IsUserId()
  user_id: string;

  @ApiProperty({ ...post, example: '6943996796519681281' })
  @IsPostId()
  video_id: string;

  @UpdateCache('False')
  update_cache: boolean = false;
}

/** The likes of a post, for callers who accept JSON. */
export class LikesCountDto {
  @ApiProperty({ description: 'The account as the caller named it.', example: 'tatyanka_yak' })
  user_id: string;

  @ApiProperty({ description: 'The id of the post.', example: '6954415245976751361' })
  video_id: string;

  @ApiProperty({ description: 'Likes, exact where TikTok gives exact ones.', type: 'integer' })
  likes_count: number;

  @ApiProperty({ description: 'When TikTok said so.', format: 'date-time' })
  fetched_at: string;
}
