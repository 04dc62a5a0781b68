import { ObjectId, PostIds, PostUrl } from '../parameters/names.decorators';
import { Cursor, YesNo } from '../parameters/scalars.decorators';

class PostShapeDto {
  @YesNo('Posts in camel case instead of the names of the mobile app.')
  new_version: boolean = false;

  @YesNo('With `new_version`: with the addresses of the video.')
  download_video: boolean = false;
}

export class PostInfoQueryDto extends PostShapeDto {
  @PostUrl()
  url: string;
}

export class MultiPostInfoQueryDto extends PostShapeDto {
  @PostIds()
  ids: string[];
}

export class PostCommentsQueryDto {
  @ObjectId({ description: 'Id of the post.', example: '7411198650782731563' })
  aweme_id: string;

  @Cursor()
  cursor?: number;
}

export class PostRepliesQueryDto extends PostCommentsQueryDto {
  @ObjectId({ description: 'Id of the comment.', example: '7411199671480254464' })
  comment_id: string;
}
