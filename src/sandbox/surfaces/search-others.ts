import { writeJson } from '../http/exact-json';
import { challengeInfo } from '../render/hashtag';
import { liveRoomOf, webcastRoom } from '../render/live';
import { searchUserEntry } from '../render/snake-user';
import type { JsonObject, Rendering } from '../render/rendering';
import type { Account } from '../world/account';
import { renderingFor, type Handler } from './answering';
import { snakeReply } from './api-answer';
import { countAsked, offsetAsked } from './asked';
import { keywordAsked } from './search-posts';
import { forSearchers, searchIdOf, searchReply } from './search-session';

/** TikTok ignores the count that is asked for here. */
const USER_ROWS = 10;
const ROWS = { usual: 20, most: 20 };

/** `/api/search/user/full/`. */
export const searchUsers = forSearchers((emulator, request) => {
  const from = offsetAsked(request);
  const rendering = renderingFor(emulator, request, 'api');
  const range = { from, limit: USER_ROWS + 1 };
  const found = emulator.world.searchUsers(keywordAsked(request), range);
  const users = found.slice(0, USER_ROWS);
  const rows: JsonObject = {
    user_list: users.map((user) => searchUserEntry(rendering, user)),
    challenge_list: null,
    music_list: null,
    feedback_type: 'user',
    input_keyword: keywordAsked(request),
    search_id: searchIdOf(emulator, request),
    type: 1,
  };
  const cursor = from + users.length;
  return searchReply(emulator, request, { rows, cursor, hasMore: found.length > USER_ROWS });
});

/** `/api/search/live/full/`: each row keeps its room as JSON in a string. */
export const searchLive = forSearchers((emulator, request) => {
  const from = offsetAsked(request, 'offset');
  const limit = countAsked(request, ROWS);
  const rendering = renderingFor(emulator, request, 'api');
  const found = emulator.world.searchHosts(keywordAsked(request), { from, limit: limit + 1 });
  const data = found.slice(0, limit).flatMap((host) => liveRow(rendering, host));
  const cursor = from + Math.min(limit, found.length);
  return searchReply(emulator, request, { rows: { data }, cursor, hasMore: found.length > limit });
});

/** `/api/search/challenge/full/`. */
export const searchHashtags = forSearchers((emulator, request) => {
  const from = offsetAsked(request, 'offset');
  const limit = countAsked(request, ROWS);
  const rendering = renderingFor(emulator, request, 'api');
  const found = emulator.world.searchHashtags(keywordAsked(request), { from, limit: limit + 1 });
  const challenge_list = found
    .slice(0, limit)
    .map((hashtag) => ({ challenge_info: challengeInfo(rendering, hashtag) }));
  const cursor = from + challenge_list.length;
  const hasMore = found.length > limit;
  return searchReply(emulator, request, { rows: { challenge_list }, cursor, hasMore });
});

/** `/api/search/general/preview/` and `/api/search/suggest/guide/`: what the box proposes. */
export const searchSuggestions: Handler = (emulator, request) => {
  const sug_list = emulator.world.suggestions(keywordAsked(request)).map((content, position) => ({
    content,
    word_record: {
      words_content: content,
      words_position: position,
      group_id: String(10_000 + position),
      words_source: 'sug',
    },
    extra_info: { lang: 'en', sug_creator_type: '0' },
  }));
  return snakeReply(emulator, request, { sug_list, rid: searchIdOf(emulator, request) });
};

function liveRow(rendering: Rendering, host: Account): JsonObject[] {
  const room = rendering.world.liveRoom(host);
  if (!room) return [];
  const raw_data = writeJson(webcastRoom(rendering, room));
  return [{ live_info: { raw_data, room_info: liveRoomOf(rendering, room) } }];
}
