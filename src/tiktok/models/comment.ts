import type { Image } from './media';
import type { CaptionTag } from './post';
import type { User } from './user';

/** A comment on a post, or a reply to one. */
export interface Comment {
  /** Decimal digits; never a JavaScript number. */
  readonly id: string;
  readonly postId?: string;
  /** Empty when the comment is a picture. */
  readonly text: string;
  /** Unix seconds: TikTok's own time where the surface gives it, else the time inside the id. */
  readonly createdAtSeconds?: number;
  readonly likeCount?: number;
  /** On top level only. */
  readonly replyCount?: number;
  /** The comment whose thread this reply stands in; absent at top level. */
  readonly parentId?: string;
  /** The reply that this reply answers; absent when it answers the comment itself. */
  readonly replyToId?: string;
  /** Counters of the account are mostly absent here. */
  readonly author?: User;
  /** Absent when TikTok does not know it (it writes `un`). */
  readonly language?: string;
  readonly isPinned: boolean;
  readonly isLikedByAuthor?: boolean;
  readonly images: readonly Image[];
  /** Accounts named in the text, in UTF-16 offsets of `text`. */
  readonly mentions: readonly CaptionTag[];
  /** What TikTok writes beside the comment, such as `Creator`. */
  readonly labels: readonly string[];
  /** The replies that TikTok shows without being asked: none or one, most often. */
  readonly previewReplies: readonly Comment[];
  readonly shareUrl?: string;
  /** TikTok's own number; 1 is an ordinary comment. */
  readonly status?: number;
  /** Why TikTok sorts the comment where it does, such as `top_list`. */
  readonly sortTags?: readonly string[];
}
