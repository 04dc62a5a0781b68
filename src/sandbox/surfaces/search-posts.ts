import { challengeInfo } from '../render/hashtag';
import { itemOf } from '../render/item';
import type { JsonObject, Rendering } from '../render/rendering';
import { searchUserEntry } from '../render/snake-user';
import type { SandboxRequest } from '../http/sandbox-request';
import type { Post } from '../world/post';
import { renderingFor, type Emulator } from './answering';
import { countAsked, offsetAsked, textAsked } from './asked';
import { forSearchers, searchReply } from './search-session';

const ITEM_COUNT = { usual: 20, most: 20 };
const TOP_COUNT = { usual: 12, most: 12 };
const CARD_USERS = 3;
const CARD_HASHTAGS = 4;

/** `/api/search/item/full/`: posts. */
export const searchPosts = forSearchers((emulator, request) => {
  const { posts, cursor, hasMore } = found(emulator, request, ITEM_COUNT);
  const rendering = renderingFor(emulator, request, 'api');
  const item_list = posts.map((post) => ({
    ...itemOf(rendering, post),
    videoSuggestWordsList: suggestedWords(emulator, request),
  }));
  return searchReply(emulator, request, { rows: { item_list }, cursor, hasMore });
});

/** `/api/search/general/full/`: posts, and on the first page cards between them. */
export const searchTop = forSearchers((emulator, request) => {
  const { posts, cursor, hasMore, from } = found(emulator, request, TOP_COUNT);
  const rendering = renderingFor(emulator, request, 'api');
  const entries = posts.map((post) => topEntry(rendering, post));
  const cards = from === 0 ? cardsFor(rendering, keywordAsked(request)) : [];
  const data = [...entries.slice(0, 2), ...cards, ...entries.slice(2)];
  return searchReply(emulator, request, { rows: { data, ad_info: {} }, cursor, hasMore });
});

export function keywordAsked(request: SandboxRequest): string {
  return textAsked(request, 'keyword');
}

interface Found {
  posts: readonly Post[];
  from: number;
  cursor: number;
  hasMore: boolean;
}

function found(
  { world }: Emulator,
  request: SandboxRequest,
  sizes: { usual: number; most: number },
): Found {
  const { query } = request;
  const from = offsetAsked(request, query.has('offset') ? 'offset' : 'cursor');
  const limit = countAsked(request, sizes);
  const rows = world.searchPosts(keywordAsked(request), {
    from,
    limit: limit + 1,
    order: query.get('sort_type') === '1' ? 'likes' : 'relevance',
    withinDays: offsetAsked(request, 'publish_time'),
  });
  const posts = rows.slice(0, limit);
  return { posts, from, cursor: from + posts.length, hasMore: rows.length > limit };
}

function topEntry(rendering: Rendering, post: Post): JsonObject {
  const item = { ...itemOf(rendering, post), IsHDBitrate: false };
  return { type: 1, item, common: { doc_id_str: post.id } };
}

/** An account card, a hashtag card, and one of the kinds that nobody has described. */
function cardsFor(rendering: Rendering, keyword: string): JsonObject[] {
  const { world } = rendering;
  const users = world.searchUsers(keyword, { from: 0, limit: CARD_USERS });
  const hashtags = world.searchHashtags(keyword, { from: 0, limit: CARD_HASHTAGS });
  const infos = hashtags.map((hashtag) => ({ challenge_info: challengeInfo(rendering, hashtag) }));
  return [
    { type: 4, user_list: users.map((user) => searchUserEntry(rendering, user)), common: {} },
    { type: 2, challenge_info_list: infos, common: {} },
    { type: 999, dynamic_patch: { schema: 'sandbox', raw_data: '{}' }, common: {} },
  ];
}

function suggestedWords({ world }: Emulator, request: SandboxRequest): JsonObject {
  const words = world.suggestions(keywordAsked(request)).slice(1, 2);
  const list = words.map((word) => ({ word, word_id: String(word.length) }));
  return {
    video_suggest_words_struct: [{ words: list, scene: 'feed_bar', hint_text: 'Search · ' }],
  };
}
