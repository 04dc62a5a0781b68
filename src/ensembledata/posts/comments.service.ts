import { Injectable } from '@nestjs/common';
import type { Comment, List } from '../../tiktok';
import { TikTokClient } from '../../tiktok';
import { Charged } from '../answers/charged';
import type { CommentDto } from '../dto/comment.dto';
import { passPage } from '../paging/passed-page';
import { presentComment } from '../presenters/comment.presenter';
import type { PostCommentsQueryDto, PostRepliesQueryDto } from './posts.query.dto';

export interface CommentsBody {
  readonly data: {
    readonly comments: readonly CommentDto[];
    readonly total?: number;
    readonly nextCursor?: number;
  };
}

@Injectable()
export class CommentsService {
  constructor(private readonly tiktok: TikTokClient) {}

  comments({ aweme_id, cursor }: PostCommentsQueryDto): Promise<Charged<CommentsBody>> {
    return pageOf(this.tiktok.comments(aweme_id), cursor);
  }

  replies({ aweme_id, comment_id, cursor }: PostRepliesQueryDto): Promise<Charged<CommentsBody>> {
    return pageOf(this.tiktok.replies(aweme_id, comment_id), cursor);
  }
}

async function pageOf(
  list: Pick<List<Comment>, 'page'>,
  cursor: number | undefined,
): Promise<Charged<CommentsBody>> {
  const answer = await passPage(list, cursor);
  return new Charged(
    answer.map(({ page, nextCursor }) => {
      const comments = page.items.map(presentComment);
      return { data: { comments, total: page.total, nextCursor } };
    }),
  );
}
