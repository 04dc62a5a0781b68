import type { Page } from '../models';
import { STATUS_CODES } from '../status-codes';
import { TikTokShapeChangedError } from '../tiktok.errors';
import {
  at,
  either,
  readBoolean,
  readCount,
  readInteger,
  readList,
  readText,
  type UnknownRecord,
} from './read';
import { hasStatusCode, readStatusCode, throwForStatus } from './status';

/** A row that belongs to the list and is no item of ours: a live stream in a feed, a card in a search. */
export const SKIPPED = Symbol('skipped');

export interface RowsRequest {
  /** Every spelling of the list's key, the usual one first. */
  readonly keys: readonly string[];
  /** What was asked for, for people. */
  readonly subject: string;
}

/**
 * The rows of a list. Last pages leave the key out, which is no rows; without a verdict, or with the promise of
 * more, that is another answer altogether.
 */
export function readRows(answer: UnknownRecord, request: RowsRequest): readonly unknown[] {
  const list = either(answer, ...request.keys);
  const rows = readList(list);
  // Code 203 was seen beside a full and good list; codes that are known to refuse never come with rows.
  const isDataAnyway = rows.length > 0 && !STATUS_CODES.has(readStatusCode(answer));
  if (!isDataAnyway) {
    throwForStatus(answer, request.subject);
  }
  const isEndOfList = list === undefined && hasStatusCode(answer) && !readHasMore(answer);
  if (!Array.isArray(list) && !isEndOfList) {
    throw new TikTokShapeChangedError(request.keys[0] ?? '$');
  }
  return rows;
}

/** Reads every row and counts those that were none. */
export function readItems<T>(
  rows: readonly unknown[],
  read: (row: unknown) => T | typeof SKIPPED | undefined,
): Pick<Page<T>, 'items' | 'droppedCount'> {
  const items: T[] = [];
  let droppedCount = 0;
  for (const row of rows) {
    const item = read(row);
    if (item === undefined) {
      droppedCount += 1;
    } else if (item !== SKIPPED) {
      items.push(item);
    }
  }
  return { items, droppedCount };
}

/** Marks the page of an answer that has no list at all. */
export function markMissing(
  answer: UnknownRecord,
  { keys }: Pick<RowsRequest, 'keys'>,
): Pick<Page<never>, 'isListMissing'> {
  return either(answer, ...keys) === undefined ? { isListMissing: true } : {};
}

export function readHasMore(answer: UnknownRecord): boolean {
  const said = either(answer, 'hasMore', 'has_more', 'hasMorePrevious', 'HasMoreAfter');
  return readBoolean(said) ?? false;
}

/** Cursors come as numbers or strings and go back unchanged. */
export function readCursor(cursor: unknown): string | undefined {
  return readText(cursor) ?? readInteger(cursor)?.toString();
}

export function readTotal(answer: UnknownRecord): number | undefined {
  return readCount(at(answer, 'total'));
}
