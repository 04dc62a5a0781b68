import { listedUser, userStats } from '../render/user';
import type { Follow } from '../world/follows';
import { accountAsked } from './account-lists';
import { renderingFor, type Handler } from './answering';
import { apiError, apiReply } from './api-answer';
import { countAsked, offsetAsked } from './asked';

const FOLLOWERS = '67';
const LIST_HIDDEN = 10222;
const COUNT = { usual: 30, most: 30 };

/** `/api/user/list/`: followers (scene 67) or whom an account follows (21). */
export const followList: Handler = (emulator, request) => {
  const { world } = emulator;
  const account = accountAsked(emulator, request);
  if (!account) return apiError(emulator, request, { code: 10201, httpStatus: 400 });
  const kind = request.query.get('scene') === FOLLOWERS ? 'followers' : 'following';
  const total = world.userCounts(account)[kind];
  if (account.state === 'private' || account.follows === 'refused') {
    const status = { statusCode: LIST_HIDDEN, status_code: LIST_HIDDEN };
    return apiReply(emulator, request, { hasMore: false, maxCursor: 0, minCursor: 0, ...status });
  }
  const before = offsetAsked(request, 'minCursor');
  const count = countAsked(request, COUNT);
  const found = world[kind](account, { limit: count + 1, ...(before ? { before } : {}) });
  const page = found.slice(0, count);
  const rendering = renderingFor(emulator, request, 'api');
  const row = ({ account: user }: Follow) => ({
    user: listedUser(rendering, user),
    ...userStats(world.userCounts(user)),
  });
  return apiReply(emulator, request, {
    // The other way of hiding a list: no rows, and no refusal either.
    ...(account.follows === 'left-out' ? {} : { userList: page.map(row) }),
    hasMore: found.length > count,
    minCursor: page.at(-1)?.followedAt ?? 0,
    maxCursor: page[0]?.followedAt ?? 0,
    total,
  });
};
