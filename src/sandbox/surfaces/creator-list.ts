import { itemOf } from '../render/item';
import type { Account } from '../world/account';
import type { Post } from '../world/post';
import type { World } from '../world/world';
import { renderingFor, type Handler } from './answering';
import { apiError, apiReply } from './api-answer';

const PAGE_SIZE = 15;
const DAY = 86_400;
/** Where an account paused, a page looks back this far and may come back empty. */
const LOOK_BACK_SECONDS = 21 * DAY;
/** Longer silences are jumped, so that nobody has to step through years. */
const LONGEST_EMPTY_SECONDS = 70 * DAY;

/**
 * `/api/creator/item_list/`: no cursor comes back; the caller takes the last row's time in
 * milliseconds, inclusive, so that row opens the next page again.
 */
export const creatorList: Handler = (emulator, request) => {
  const { world } = emulator;
  const account = world.userBySecUid(request.query.get('secUid') ?? '');
  if (!account || account.state === 'missing') {
    return apiError(emulator, request, { code: 10201, httpStatus: 400 });
  }
  const isOldestFirst = request.query.get('type') === '0';
  const cursorMs = Number(
    request.query.get('cursor') || (isOldestFirst ? 0 : emulator.clock.nowMs()),
  );
  const cursor = Math.floor(cursorMs / 1000) || 0;
  const page = isOldestFirst ? forwards(world, account, cursor) : backwards(world, account, cursor);
  const rendering = renderingFor(emulator, request, 'api');
  return apiReply(emulator, request, {
    itemList: page.posts.map((post) => itemOf(rendering, post)),
    hasMorePrevious: page.hasMore,
  });
};

interface Page {
  posts: Post[];
  hasMore: boolean;
}

function backwards(world: World, account: Account, cursor: number): Page {
  const until = Math.min(cursor, world.nowSeconds());
  const found = world.userPosts(account, { until, limit: PAGE_SIZE + 1 });
  const posts = account.schedule.pauseSeconds > 0 ? beforePause(found, until) : found;
  return {
    posts: posts.slice(0, PAGE_SIZE),
    hasMore: found.length > Math.min(posts.length, PAGE_SIZE),
  };
}

/** A page does not reach over a pause, and is empty when it starts in one. */
function beforePause(posts: readonly Post[], until: number): Post[] {
  const times = [until, ...posts.map(({ createdAt }) => createdAt)];
  const pause = posts.findIndex(({ createdAt }, n) => {
    const silence = (times[n] ?? until) - createdAt;
    return silence > LOOK_BACK_SECONDS && silence < LONGEST_EMPTY_SECONDS;
  });
  return posts.slice(0, pause < 0 ? posts.length : pause);
}

function forwards(world: World, account: Account, from: number): Page {
  const posts = world.userPosts(account, { from, limit: PAGE_SIZE + 1, order: 'oldest-first' });
  return { posts: posts.slice(0, PAGE_SIZE), hasMore: posts.length > PAGE_SIZE };
}
