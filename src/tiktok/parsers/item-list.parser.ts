import type { Page, Post } from '../models';
import { STATUS_CODES } from '../status-codes';
import { TikTokShapeChangedError } from '../tiktok.errors';
import { parseJsonObject } from './json-body';
import { parsePost } from './post.parser';
import {
  at,
  either,
  readBoolean,
  readInteger,
  readList,
  readRecord,
  readText,
  type UnknownRecord,
} from './read';
import { hasStatusCode, readStatusCode, throwForStatus } from './status';

const LIST_KEYS = ['itemList', 'item_list', 'aweme_list'] as const;

/** Reads an answer of any `/api/.../item_list/`. */
export function parseItemList(json: Buffer): Page<Post> {
  const answer = parseJsonObject(json, 'item list');
  const rows = readRows(answer);
  const posts: Post[] = [];
  let droppedCount = 0;
  for (const row of rows) {
    const post = isLiveRoom(row) ? 'live' : parsePost(row);
    if (post === undefined) {
      droppedCount += 1;
    } else if (post !== 'live') {
      posts.push(post);
    }
  }
  return {
    items: posts,
    hasMore: readHasMore(answer),
    cursor: readCursor(either(answer, 'cursor', 'MaxCursor')),
    droppedCount,
  };
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

/** The last page, and lists that are hidden, leave the key out; without a verdict that is another answer altogether. */
function readRows(answer: UnknownRecord): readonly unknown[] {
  const list = either(answer, ...LIST_KEYS);
  const rows = readList(list);
  // Code 203 was seen beside a full and good list; codes that are known to refuse never come with rows.
  const isDataAnyway = rows.length > 0 && !STATUS_CODES.has(readStatusCode(answer));
  if (!isDataAnyway) {
    throwForStatus(answer, 'item list');
  }
  const isUsable = Array.isArray(list) || (list === undefined && hasStatusCode(answer));
  if (!isUsable) {
    throw new TikTokShapeChangedError('itemList');
  }
  return rows;
}

/** Feeds mix in live streams, which are no posts. */
function isLiveRoom(row: unknown): boolean {
  return Object.keys(readRecord(at(row, 'liveRoomInfo')) ?? {}).length > 0;
}

function readHasMore(answer: UnknownRecord): boolean {
  const said = either(answer, 'hasMore', 'has_more', 'hasMorePrevious', 'HasMoreAfter');
  return readBoolean(said) ?? false;
}

/** Cursors come as numbers or strings and go back unchanged. */
function readCursor(cursor: unknown): string | undefined {
  return readText(cursor) ?? readInteger(cursor)?.toString();
}
