import { ApiProperty } from '@nestjs/swagger';
import { Digits, Flag, Id, Many, Nested, Text, Whole } from './described.decorators';
import { LinkListDto } from './link-list.dto';
import { MobileUserDto } from './mobile-user.dto';
import { TextPartDto } from './text-part.dto';

export class CommentImageDto {
  @Nested(() => LinkListDto, 'The picture.')
  origin_url?: LinkListDto;
}

/** A comment, or a reply to one. */
export class CommentDto {
  @Id('Id of the comment: what `/tt/post/comments-replies` takes.', '7411205662439736097')
  cid: string;

  @ApiProperty({ type: 'string', description: 'Empty when the comment is a picture.' })
  text: string;

  @Whole('Unix seconds.', 1725600000)
  create_time?: number;

  @Whole('Likes.', 12)
  digg_count?: number;

  @Whole('Replies.', 3)
  reply_comment_count?: number;

  @Whole('Same as reply_comment_count.', 3)
  reply_comment_total?: number;

  @Nested(() => MobileUserDto, 'Who wrote it.')
  user?: MobileUserDto;

  @Digits('Id of the post.', '7411198650782731563')
  aweme_id?: string;

  @Text('Language that TikTok heard in it.', 'en')
  comment_language?: string;

  @Text('The comment whose thread this reply stands in; `0` at top level.', '0')
  reply_id?: string;

  @Text('The reply that this reply answers; `0` when it answers the comment itself.', '0')
  reply_to_reply_id?: string;

  @Flag('Whether the author of the post likes it.')
  is_author_digged?: boolean;

  @Flag('Whether the author of the post pinned it.')
  author_pin?: boolean;

  @Whole("TikTok's own number; 1 is an ordinary comment.", 1)
  status?: number;

  @Text('What TikTok writes beside it, such as `Creator`.')
  label_text?: string;

  @Many(() => TextPartDto, 'Accounts named in the text.')
  text_extra?: TextPartDto[];

  @Many(() => CommentImageDto, 'Pictures.')
  image_list?: CommentImageDto[];

  @Many(() => CommentDto, 'Replies that TikTok shows without being asked.')
  reply_comment?: CommentDto[];
}
