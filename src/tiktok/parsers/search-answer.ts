import type { Page } from '../models';
import { parseExactJsonObject, parseJsonObject } from './json-body';
import {
  markMissing,
  readCursor,
  readHasMore,
  readItems,
  readRows,
  type SKIPPED,
} from './list-answer';
import { at, readText, type UnknownRecord } from './read';

export interface SearchRequest<T> {
  /** Every spelling of the list's key. */
  readonly keys: readonly string[];
  /** What is looked for, for people. */
  readonly subject: string;
  /** Accounts and rooms have ids that are numbers; posts do without the search for them, which costs time. */
  readonly hasNumericIds: boolean;
  readonly read: (entry: unknown) => T | typeof SKIPPED | undefined;
}

/** Reads one page of any search. An answer that is well and has no list is a search that found nothing. */
export function readSearchPage<T>(json: Buffer, request: SearchRequest<T>): Page<T> {
  const parse = request.hasNumericIds ? parseExactJsonObject : parseJsonObject;
  const answer = parse(json, request.subject);
  return {
    ...readItems(readRows(answer, request), request.read),
    ...markMissing(answer, request),
    hasMore: readHasMore(answer),
    // The offset of the next page, or the cursor of the search for users.
    cursor: readCursor(at(answer, 'cursor')),
    searchId: readSearchId(answer),
  };
}

/** The id that further pages are asked for with; the three are the same where an answer has them all. */
function readSearchId(answer: UnknownRecord): string | undefined {
  return (
    readText(at(answer, 'log_pb', 'impr_id')) ??
    readText(at(answer, 'extra', 'logid')) ??
    readText(at(answer, 'rid'))
  );
}
