import type { HashtagDetail, LiveRoom, Page, Post, User } from '../models';
import { parseSearchHashtag } from './hashtag.parser';
import { parseListedPost } from './item-list.parser';
import { SKIPPED } from './list-answer';
import { parseSearchedRoom } from './live-room.parser';
import { parseMobileUser } from './mobile-user.parser';
import { at, readInteger, readList, readRecord } from './read';
import { readSearchPage } from './search-answer';

// `type` of an entry of the general search; all others are cards of something else.
const POST_ENTRY = 1;

/** Reads `/api/search/item/full/` and `/api/search/general/full/`, and the mobile app's answers. */
export function parseSearchPosts(json: Buffer): Page<Post> {
  return readSearchPage(json, {
    keys: ['item_list', 'data', 'search_item_list', 'aweme_list', 'itemList'],
    subject: 'search for posts',
    hasNumericIds: false,
    read: parsePostEntry,
  });
}

/** Reads `/api/search/user/full/`. */
export function parseSearchUsers(json: Buffer): Page<User> {
  return readSearchPage(json, {
    keys: ['user_list'],
    subject: 'search for users',
    hasNumericIds: true,
    read: (entry) => parseMobileUser(at(entry, 'user_info')),
  });
}

/** Reads `/api/search/live/full/`. */
export function parseSearchLive(json: Buffer): Page<LiveRoom> {
  return readSearchPage(json, {
    keys: ['data'],
    subject: 'search for live rooms',
    hasNumericIds: true,
    read: (entry) => {
      const info = readRecord(at(entry, 'live_info'));
      return info === undefined && isCard(entry) ? SKIPPED : parseSearchedRoom(info);
    },
  });
}

/**
 * Reads `/api/search/challenge/full/`, of which there are two mentions and no recording: a part of an entry that is
 * not there is left out.
 */
export function parseSearchHashtags(json: Buffer): Page<HashtagDetail> {
  return readSearchPage(json, {
    keys: ['challenge_list', 'challenge_info_list'],
    subject: 'search for hashtags',
    hasNumericIds: true,
    read: (entry) => parseSearchHashtag(at(entry, 'challenge_info')),
  });
}

/** General searches mix in cards of accounts, hashtags, live rooms and other searches; a row may be the item itself. */
function parsePostEntry(entry: unknown): Post | typeof SKIPPED | undefined {
  const item = at(entry, 'item') ?? at(entry, 'aweme_info');
  if (item === undefined || item === null) {
    return isCard(entry) ? SKIPPED : parseListedPost(entry);
  }
  return parseListedPost(item);
}

/** An entry of a known form that says of itself that it is no post. */
function isCard(entry: unknown): boolean {
  const type = readInteger(at(entry, 'type'));
  const isItself = at(entry, 'id') !== undefined || at(entry, 'aweme_id') !== undefined;
  const isList = readList(at(entry, 'user_list')).length > 0;
  return isList || (type !== undefined && type !== POST_ENTRY && !isItself);
}
