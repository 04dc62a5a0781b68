import type { Account } from '../world/account';
import type { Gift } from '../world/given';
import type { Emulator, Handler } from './answering';
import { apiError, apiReply } from './api-answer';
import { countAsked, offsetAsked } from './asked';
import { itemPageReply, offsetListReply } from './item-page';
import type { SandboxRequest } from '../http/sandbox-request';

const COUNT = { usual: 30, most: 35 };
const NO_SUCH_ENTITY = { code: 10201, httpStatus: 400 };

/** `/api/favorite/item_list/`: liked posts. A private list has no `itemList` key at all. */
export const likedList: Handler = (emulator, request) => {
  const account = accountAsked(emulator, request);
  if (!account) return apiError(emulator, request, NO_SUCH_ENTITY);
  if (!account.hasPublicLikes) {
    return apiReply(emulator, request, { cursor: '0', hasMore: false });
  }
  return givenPage(emulator, request, account);
};

/** `/api/user/collect/item_list/`: what somebody who is logged in saved. */
export const savedList: Handler = (emulator, request) => {
  const account = accountAsked(emulator, request);
  if (!account) return apiError(emulator, request, NO_SUCH_ENTITY);
  return givenPage(emulator, request, account);
};

/** `/api/repost/item_list/`: the newest repost first; the items' authors are others. */
export const repostList: Handler = (emulator, request) => {
  const { world } = emulator;
  const account = accountAsked(emulator, request);
  if (!account) return apiError(emulator, request, NO_SUCH_ENTITY);
  return offsetListReply(emulator, request, {
    rows: ({ from, limit }) =>
      world.reposts(account, { skip: from, limit }).map(({ post }) => post),
    count: COUNT,
  });
};

export function accountAsked({ world }: Emulator, request: SandboxRequest): Account | undefined {
  const account = world.userBySecUid(request.query.get('secUid') ?? '');
  return account?.state === 'missing' ? undefined : account;
}

/** The cursor is the time of the last row's like, in milliseconds. */
function givenPage(emulator: Emulator, request: SandboxRequest, account: Account) {
  const before = Math.floor(offsetAsked(request) / 1000);
  const count = countAsked(request, COUNT);
  const range = { limit: count + 1, ...(before === 0 ? {} : { before }) };
  const found: Gift[] = emulator.world.likedPosts(account, range);
  const gifts = found.slice(0, count);
  return itemPageReply(emulator, request, {
    posts: gifts.map(({ post }) => post),
    hasMore: found.length > count,
    cursor: String((gifts.at(-1)?.givenAt ?? 0) * 1000),
  });
}
