import type { Comment } from '../../tiktok';
import type { CommentDto } from '../dto/comment.dto';
import { presentImage } from './links';
import { presentMobileUser } from './mobile-user.presenter';
import { presentTextParts } from './text-parts';

/** A comment or a reply. TikTok writes "0" where there is nothing above it, and replies have none of their own. */
export function presentComment(comment: Comment): CommentDto {
  const { parentId, replyToId, author, images, previewReplies } = comment;
  const replyCount = comment.replyCount ?? (parentId === undefined ? undefined : 0);
  return {
    cid: comment.id,
    text: comment.text,
    create_time: comment.createdAtSeconds,
    digg_count: comment.likeCount,
    reply_comment_count: replyCount,
    reply_comment_total: replyCount,
    user: author && presentMobileUser(author),
    aweme_id: comment.postId,
    comment_language: comment.language,
    reply_id: parentId ?? '0',
    reply_to_reply_id: replyToId ?? '0',
    is_author_digged: comment.isLikedByAuthor,
    author_pin: comment.isPinned,
    status: comment.status,
    label_text: comment.labels[0],
    text_extra: presentTextParts(comment.mentions),
    image_list:
      images.length === 0
        ? undefined
        : images.map((image) => ({ origin_url: presentImage(image) })),
    reply_comment: previewReplies.length === 0 ? undefined : previewReplies.map(presentComment),
  };
}
