import type { Page, User } from '../models';
import { TikTokPrivateError } from '../tiktok.errors';
import { parseJsonObject } from './json-body';
import { readCursor, readHasMore, readItems, readRows, readTotal } from './list-answer';
import { at, type UnknownRecord } from './read';
import { parseUser } from './user.parser';

const LIST = { keys: ['userList', 'user_list'], subject: 'user list' } as const;

/**
 * Reads an answer of `/api/user/list/`, followers or followings. A hidden list is code 10222, or an answer that is
 * well and has no list; an empty one has a list without rows, or says `total: 0`.
 */
export function parseUserList(json: Buffer): Page<User> {
  const answer = parseJsonObject(json, LIST.subject);
  const rows = readRows(answer, LIST);
  if (isHidden(answer)) {
    throw new TikTokPrivateError('The account keeps this list of accounts to itself');
  }
  return {
    ...readItems(rows, parseRow),
    hasMore: readHasMore(answer),
    cursor: readCursor(at(answer, 'minCursor')),
    total: readTotal(answer),
  };
}

function isHidden(answer: UnknownRecord): boolean {
  const isListMissing = LIST.keys.every((key) => !Array.isArray(at(answer, key)));
  return isListMissing && readTotal(answer) !== 0;
}

/** The account has 20 keys here and no counters inside: those stand beside it. */
function parseRow(row: unknown): User | undefined {
  return parseUser(at(row, 'user'), at(row, 'stats'), at(row, 'statsV2'));
}
