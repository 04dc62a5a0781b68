import type { Comment } from '../models';
import { parseCaptionTags } from './caption.parser';
import { parseCommentImages } from './image.parser';
import { readJsonText } from './json-body';
import { parseMobileUser } from './mobile-user.parser';
import { readPostTime } from './post-time';
import {
  at,
  collect,
  either,
  readBoolean,
  readCount,
  readId,
  readInteger,
  readRecord,
  readText,
  unlessNone,
} from './read';

// Replies that are shown unasked have none of their own; one level more is more than was ever seen.
const MAX_PREVIEW_DEPTH = 2;

/** Reads a comment or a reply; undefined when it has no id. */
export function parseComment(row: unknown): Comment | undefined {
  return parseCommentAt(row, 0);
}

function parseCommentAt(row: unknown, depth: number): Comment | undefined {
  const id = readId(at(row, 'cid'));
  if (id === undefined) {
    return undefined;
  }
  const written = at(row, 'text');
  const text = typeof written === 'string' ? written : '';
  return {
    id,
    postId: readId(at(row, 'aweme_id')),
    text,
    createdAtSeconds: readPostTime(at(row, 'create_time'), id),
    likeCount: readCount(at(row, 'digg_count')),
    replyCount: readCount(either(row, 'reply_comment_total', 'reply_comment_count')),
    // "0" at top level.
    parentId: readId(at(row, 'reply_id')),
    replyToId: readId(at(row, 'reply_to_reply_id')),
    author: parseMobileUser(at(row, 'user')),
    language: readLanguage(at(row, 'comment_language')),
    isPinned: readIsPinned(row),
    isLikedByAuthor: readBoolean(at(row, 'is_author_digged')),
    images: parseCommentImages(at(row, 'image_list')),
    mentions: parseCaptionTags(at(row, 'text_extra'), text),
    labels: parseLabels(row),
    previewReplies: parsePreviews(row, depth),
    shareUrl: readText(at(row, 'share_info', 'url')),
    status: readInteger(at(row, 'status')),
    sortTags: readSortTags(at(row, 'sort_tags')),
  };
}

/** `reply_comment` is null or a list. */
function parsePreviews(row: unknown, depth: number): readonly Comment[] {
  return depth >= MAX_PREVIEW_DEPTH
    ? []
    : collect(at(row, 'reply_comment'), (reply) => parseCommentAt(reply, depth + 1));
}

function readLanguage(language: unknown): string | undefined {
  return language === 'un' ? undefined : readText(language);
}

function readIsPinned(row: unknown): boolean {
  return (
    readBoolean(at(row, 'author_pin')) === true || readBoolean(at(row, 'stick_position')) === true
  );
}

/** Replies name their label beside the list of them too. */
function parseLabels(row: unknown): readonly string[] {
  const labels = collect(at(row, 'label_list'), (label) => readText(at(label, 'text')));
  return labels.length > 0 ? labels : collect([at(row, 'label_text')], readText);
}

/** JSON in a string: `{"top_list":1}`; what has a truthy value is a tag of the comment. */
function readSortTags(text: unknown): readonly string[] | undefined {
  const tags = Object.entries(readRecord(readJsonText(text)) ?? {});
  return unlessNone(tags.filter(([, value]) => Boolean(value)).map(([name]) => name));
}
