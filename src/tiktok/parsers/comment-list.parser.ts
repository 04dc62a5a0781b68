import type { Comment, Page } from '../models';
import { TikTokNotFoundError } from '../tiktok.errors';
import { parseComment } from './comment.parser';
import { parseJsonObject } from './json-body';
import { readCursor, readHasMore, readItems, readRows, readTotal } from './list-answer';
import { at } from './read';

const LIST = { keys: ['comments'], subject: 'comments' } as const;

/**
 * Reads `/api/comment/list/` and `/api/comment/list/reply/`. Fewer rows than asked for are no sign of the end. An
 * unknown post answers `comments: null` and no `total`, seen in 2026; it is believed only where nothing in the
 * answer speaks for a post: no further page and no cursor that has moved. `[]`, or `null` beside a `total`, is a
 * list without rows.
 */
export function parseCommentList(json: Buffer): Page<Comment> {
  const answer = parseJsonObject(json, LIST.subject);
  const rows = readRows(answer, LIST);
  const hasMore = readHasMore(answer);
  const cursor = readCursor(at(answer, 'cursor'));
  const total = readTotal(answer);
  const isAtStart = cursor === undefined || cursor === '0';
  if (!Array.isArray(at(answer, 'comments')) && total === undefined && !hasMore && isAtStart) {
    throw new TikTokNotFoundError('TikTok knows no post with these comments');
  }
  return { ...readItems(rows, parseComment), hasMore, cursor, total };
}
