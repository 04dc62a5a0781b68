import type { Page, Post } from '../models';
import { TikTokPrivateError, TikTokShapeChangedError } from '../tiktok.errors';
import { parseAweme } from './aweme.parser';
import { parseJsonObject } from './json-body';
import { markMissing, readCursor, readHasMore, readItems, readRows, SKIPPED } from './list-answer';
import { parsePost } from './post.parser';
import { at, either, readRecord, type UnknownRecord } from './read';
import { throwForStatus } from './status';

const LIST = { keys: ['itemList', 'item_list', 'aweme_list'], subject: 'item list' } as const;

/** Reads an answer of any `/api/.../item_list/`. */
export function parseItemList(json: Buffer): Page<Post> {
  return readItemList(parseJsonObject(json, LIST.subject));
}

/**
 * Reads an answer of `/api/favorite/item_list/`. A hidden list is told from an empty one: its answer has no list at
 * all on the first page, where the cursor has not moved. A list that was paged ends without the key too.
 */
export function parseLikedList(json: Buffer): Page<Post> {
  const answer = parseJsonObject(json, LIST.subject);
  const page = readItemList(answer);
  const hasMoved = page.cursor !== undefined && page.cursor !== '0';
  if (either(answer, ...LIST.keys) === undefined && !hasMoved && !page.hasMore) {
    throw new TikTokPrivateError('The account keeps its liked posts to itself');
  }
  return page;
}

/** Reads an answer of `/api/item/detail/`. */
export function parseItemDetail(json: Buffer): Post {
  const answer = parseJsonObject(json, 'item detail');
  throwForStatus(answer, 'post');
  const post = parsePost(at(answer, 'itemInfo', 'itemStruct'));
  if (post === undefined) {
    throw new TikTokShapeChangedError('itemInfo.itemStruct.id');
  }
  return post;
}

function readItemList(answer: UnknownRecord): Page<Post> {
  return {
    ...readItems(readRows(answer, LIST), parseListedPost),
    ...markMissing(answer, LIST),
    hasMore: readHasMore(answer),
    cursor: readCursor(either(answer, 'cursor', 'MaxCursor')),
  };
}

/** One row of a list of posts: an item of the web or, in `aweme_list`, of the mobile app. */
export function parseListedPost(row: unknown): Post | typeof SKIPPED | undefined {
  return isLiveRoom(row) ? SKIPPED : (parsePost(row) ?? parseAweme(row));
}

/** Feeds mix in live streams, which are no posts. */
function isLiveRoom(row: unknown): boolean {
  return Object.keys(readRecord(at(row, 'liveRoomInfo')) ?? {}).length > 0;
}
