import type { Account } from '../world/account';
import type { Post } from '../world/post';
import type { World } from '../world/world';
import type { Handler } from './answering';
import { apiError } from './api-answer';
import { countAsked, offsetAsked } from './asked';
import { itemPageReply, offsetListReply, type ItemPage } from './item-page';

const COUNT = { usual: 16, most: 35 };
/** Values of `post_item_list_request_type`. */
const POPULAR = '1';
const OLDEST = '2';

/** `/api/post/item_list/`: the posts of an account. */
export const postList: Handler = (emulator, request) => {
  const { world } = emulator;
  const account = world.userBySecUid(request.query.get('secUid') ?? '');
  if (!account || account.state === 'missing') {
    return apiError(emulator, request, { code: 10201, httpStatus: 400 });
  }
  const order = request.query.get('post_item_list_request_type');
  if (order === POPULAR) {
    const rows = (range: { from: number; limit: number }) => world.popularPosts(account, range);
    return offsetListReply(emulator, request, { rows, count: COUNT, cursor: 'text' });
  }
  const asked = {
    cursor: Math.floor(offsetAsked(request) / 1000),
    count: countAsked(request, COUNT),
  };
  const page = order === OLDEST ? oldest(world, account, asked) : latest(world, account, asked);
  return itemPageReply(emulator, request, page);
};

interface Asked {
  /** Seconds; 0 for the first page. */
  cursor: number;
  count: number;
}

/** Pinned posts open the first page, out of their order, and do not come again. */
function latest(world: World, account: Account, { cursor, count }: Asked): ItemPage {
  const pinned = world.pinnedPosts(account);
  const until = cursor === 0 ? world.nowSeconds() : cursor - 1;
  const limit = count + pinned.length + 1;
  const found = world.userPosts(account, { until, limit }).filter(({ isPinned }) => !isPinned);
  const room = cursor === 0 ? Math.max(1, count - pinned.length) : count;
  const posts = found.slice(0, room);
  return {
    posts: cursor === 0 ? [...pinned, ...posts] : posts,
    hasMore: found.length > posts.length,
    cursor: cursorAfter(posts),
  };
}

function oldest(world: World, account: Account, { cursor, count }: Asked): ItemPage {
  const from = cursor === 0 ? 0 : cursor + 1;
  const found = world.userPosts(account, { from, limit: count + 1, order: 'oldest-first' });
  const posts = found.slice(0, count);
  return { posts, hasMore: found.length > count, cursor: cursorAfter(posts) };
}

/** The time of the last row in milliseconds, as text; TikTok ends with "-1". */
function cursorAfter(posts: readonly Post[]): string {
  const last = posts.at(-1);
  return last ? String(last.createdAt * 1000) : '-1';
}
