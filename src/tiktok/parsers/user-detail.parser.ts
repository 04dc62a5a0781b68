import type { UserProfile } from '../models';
import { TikTokNotFoundError } from '../tiktok.errors';
import { parseJsonObject } from './json-body';
import { at, readRecord } from './read';
import { hasStatusCode, throwForStatus } from './status';
import { parseUserScope } from './user-page.parser';

/** Reads `/api/user/detail/`. An unknown handle is code 10202, 100002, or an answer that is well with an empty account. */
export function parseUserDetail(json: Buffer): UserProfile {
  const answer = parseJsonObject(json, 'user');
  const info = at(answer, 'userInfo');
  const isStatedEmpty = info === null || Object.keys(readRecord(info) ?? { info }).length === 0;
  if (isStatedEmpty && hasStatusCode(answer)) {
    throwForStatus(answer, 'user');
    throw new TikTokNotFoundError('TikTok knows no such user');
  }
  return parseUserScope(answer, 'userInfo.user.uniqueId');
}
