import type { JsonObject } from '../render/rendering';
import { collectionOf, playlistOf } from '../render/playlist';
import { renderingFor, type Handler } from './answering';
import { apiError, apiReply } from './api-answer';
import { accountAsked } from './account-lists';
import { countAsked, offsetAsked } from './asked';
import { offsetListReply } from './item-page';
import type { ListKind } from '../world/playlist-ids';

/** An id of the right shape that names nothing. */
const INVALID_PARAMETERS = 100001;
const COUNT = { usual: 30, most: 30 };

/** `/api/user/playlist/`: an account without playlists has no `playList` key. */
export const playlists: Handler = (emulator, request) => {
  const rendering = renderingFor(emulator, request, 'api');
  const account = accountAsked(emulator, request);
  if (!account) return apiError(emulator, request, { code: 10201, httpStatus: 400 });
  const lists = emulator.world.lists(account, 'playlist');
  const { page, ...paging } = pageOf(lists, offsetAsked(request), countAsked(request, COUNT));
  const playList = page.map((list) => playlistOf(rendering, list));
  return apiReply(emulator, request, { ...(page.length > 0 ? { playList } : {}), ...paging });
};

/** `/api/user/collection_list/`. */
export const collections: Handler = (emulator, request) => {
  const rendering = renderingFor(emulator, request, 'api');
  const account = accountAsked(emulator, request);
  if (!account) return apiError(emulator, request, { code: 10201, httpStatus: 400 });
  const lists = emulator.world.lists(account, 'collection');
  const { page, ...paging } = pageOf(lists, offsetAsked(request), countAsked(request, COUNT));
  const collectionList = page.map((list) => collectionOf(rendering, list));
  return apiReply(emulator, request, { collectionList, ...paging });
};

/** `/api/mix/detail/`: an unknown id gets no `mixInfo`. */
export const playlistDetail: Handler = (emulator, request) => {
  const list = emulator.world.list('playlist', request.query.get('mixId') ?? '');
  const rendering = renderingFor(emulator, request, 'api');
  const data: JsonObject = list
    ? { mixInfo: playlistOf(rendering, list), statusMsg: '' }
    : { statusCode: INVALID_PARAMETERS, status_code: INVALID_PARAMETERS };
  return apiReply(emulator, request, data);
};

/** `/api/mix/item_list/`. */
export const playlistPosts: Handler = postsOf('playlist', 'mixId');

/** `/api/collection/item_list/`. */
export const collectionPosts: Handler = postsOf('collection', 'collectionId');

function postsOf(kind: ListKind, parameter: string): Handler {
  return (emulator, request) => {
    const list = emulator.world.list(kind, request.query.get(parameter) ?? '');
    if (!list) {
      const status = { statusCode: INVALID_PARAMETERS, status_code: INVALID_PARAMETERS };
      return apiReply(emulator, request, status);
    }
    const rows = (range: { from: number; limit: number }) => emulator.world.listPosts(list, range);
    return offsetListReply(emulator, request, { rows, count: COUNT });
  };
}

function pageOf<Row>(rows: readonly Row[], from: number, count: number) {
  const page = rows.slice(from, from + count);
  const cursor = from + page.length;
  return { page, total: rows.length, cursor, hasMore: cursor < rows.length };
}
