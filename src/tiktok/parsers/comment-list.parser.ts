import type { Comment, Page } from '../models';
import { TikTokNotFoundError, TikTokShapeChangedError } from '../tiktok.errors';
import { parseComment } from './comment.parser';
import { parseJsonObject } from './json-body';
import { readCursor, readHasMore, readItems, readRows, readTotal } from './list-answer';
import { at, readBoolean, type UnknownRecord } from './read';

const LIST = { keys: ['comments'], subject: 'comments' } as const;

/**
 * Reads `/api/comment/list/` and `/api/comment/list/reply/`. Fewer rows than asked for are no sign of the end, and
 * `null` is several things: see `throwUnlessEmpty`.
 */
export function parseCommentList(json: Buffer, askedCursor = '0'): Page<Comment> {
  const answer = parseJsonObject(json, LIST.subject);
  const rows = readRows(answer, LIST);
  if (!Array.isArray(at(answer, 'comments'))) {
    throwUnlessEmpty(answer, askedCursor);
  }
  return {
    ...readItems(rows, parseComment),
    hasMore: readHasMore(answer),
    cursor: readCursor(at(answer, 'cursor')),
    total: readTotal(answer),
  };
}

/**
 * A post without comments says `total: 0`; one whose comments are all held back says so. An unknown post, seen in
 * 2026, has no total and its cursor has not moved. Anything else counts comments and does not list them.
 */
function throwUnlessEmpty(answer: UnknownRecord, askedCursor: string): void {
  const total = readTotal(answer);
  if (total === 0 || readBoolean(at(answer, 'has_filtered_comments')) === true) {
    return;
  }
  const cursor = readCursor(at(answer, 'cursor'));
  if (total === undefined && (cursor === undefined || cursor === '0' || cursor === askedCursor)) {
    throw new TikTokNotFoundError('TikTok knows no post with these comments');
  }
  throw new TikTokShapeChangedError('comments');
}
