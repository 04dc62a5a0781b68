import type { Reply } from '../http/reply';
import type { SandboxRequest } from '../http/sandbox-request';
import { itemOf } from '../render/item';
import type { JsonObject } from '../render/rendering';
import type { Post } from '../world/post';
import { renderingFor, type Emulator } from './answering';
import { apiReply } from './api-answer';
import { countAsked, offsetAsked } from './asked';

export interface ItemPage {
  posts: readonly Post[];
  hasMore: boolean;
  cursor: string | number;
}

/** A page of a list of posts. An empty page leaves the list out, as TikTok's do. */
export function itemPageReply(emulator: Emulator, request: SandboxRequest, page: ItemPage): Reply {
  const { posts, hasMore, cursor } = page;
  return apiReply(emulator, request, { ...itemList(emulator, request, posts), hasMore, cursor });
}

export function itemList(
  emulator: Emulator,
  request: SandboxRequest,
  posts: readonly Post[],
): JsonObject {
  if (posts.length === 0) return {};
  const rendering = renderingFor(emulator, request, 'api');
  return { itemList: posts.map((post) => itemOf(rendering, post)) };
}

export interface OffsetList {
  /** Rows of the whole list; the page is asked for with one row too many. */
  rows(range: { from: number; limit: number }): readonly Post[];
  count: { usual: number; most: number };
  /** Some lists count in text. */
  cursor?: 'text' | 'number';
}

/** Lists that page by place: the cursor is the number of rows that have been passed. */
export function offsetListReply(
  emulator: Emulator,
  request: SandboxRequest,
  list: OffsetList,
): Reply {
  const from = offsetAsked(request);
  const limit = countAsked(request, list.count);
  const rows = list.rows({ from, limit: limit + 1 });
  const posts = rows.slice(0, limit);
  const next = from + posts.length;
  return itemPageReply(emulator, request, {
    posts,
    hasMore: rows.length > limit,
    cursor: list.cursor === 'text' ? String(next) : next,
  });
}
