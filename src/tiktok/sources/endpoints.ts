import { parseCommentList } from '../parsers/comment-list.parser';
import { parseHashtagDetail } from '../parsers/hashtag.parser';
import { parseItemDetail, parseItemList, parseLikedList } from '../parsers/item-list.parser';
import { parseMusicDetail } from '../parsers/music-detail.parser';
import { parseSearchLive, parseSearchPosts, parseSearchUsers } from '../parsers/search.parser';
import { parseUserDetail } from '../parsers/user-detail.parser';
import { parseUserList } from '../parsers/user-list.parser';
import type { OperationName, SearchParams, UserListParams, UserRef } from '../operations';
import type { Endpoint } from './endpoint';
import { searchPosition, withSearchCursor } from './search-cursor';
import { CannotServe } from './source';

/** Rows of one page where the cursor is an offset, so that pages can be asked for ahead. */
export const pageSizes = { comments: 30, replies: 30, hashtagPosts: 20, musicPosts: 30 } as const;

type Endpoints = { readonly [Name in OperationName]?: Endpoint<Name> };

const profileReferer = ({ user }: { user: UserRef }): string => `/@${user.handle ?? ''}`;
const searchReferer = ({ keyword }: SearchParams): string =>
  `/search?q=${encodeURIComponent(keyword)}`;

/** The endpoints of the web API, one entry an operation (protocol section 5). */
export const endpoints = {
  user: {
    path: '/api/user/detail/',
    fromPage: 'user',
    own: ({ user }) => ({ uniqueId: user.handle ?? '', secUid: user.secUid ?? '' }),
    referer: profileReferer,
    parse: parseUserDetail,
  },
  userPosts: {
    path: '/api/post/item_list/',
    fromPage: 'user',
    own: ownOfUser({
      count: '35',
      coverFormat: '2',
      post_item_list_request_type: '0',
      needPinnedItemIds: 'true',
      locate_item_id: '',
    }),
    referer: profileReferer,
    parse: parseItemList,
  },
  likedPosts: {
    path: '/api/favorite/item_list/',
    fromPage: 'user',
    own: ownOfUser({ count: '30', coverFormat: '2' }),
    referer: profileReferer,
    parse: parseLikedList,
  },
  reposts: {
    path: '/api/repost/item_list/',
    fromPage: 'user',
    own: ownOfUser({ count: '30' }),
    referer: profileReferer,
    parse: parseItemList,
  },
  followers: userList('67'),
  followings: userList('21'),
  post: {
    path: '/api/item/detail/',
    fromPage: 'video',
    own: ({ id }) => ({ itemId: id }),
    referer: ({ id }) => `/@_/video/${id}`,
    parse: parseItemDetail,
  },
  comments: {
    path: '/api/comment/list/',
    fromPage: 'video',
    own: ({ postId, cursor = '0' }) => ({
      aweme_id: postId,
      count: String(pageSizes.comments),
      cursor,
    }),
    referer: ({ postId }) => `/@_/video/${postId}`,
    parse: (body, { cursor }) => parseCommentList(body, cursor),
  },
  replies: {
    path: '/api/comment/list/reply/',
    fromPage: 'video',
    own: ({ postId, commentId, cursor = '0' }) => ({
      item_id: postId,
      comment_id: commentId,
      count: String(pageSizes.replies),
      cursor,
    }),
    referer: ({ postId }) => `/@_/video/${postId}`,
    parse: (body, { cursor }) => parseCommentList(body, cursor),
  },
  hashtag: {
    path: '/api/challenge/detail/',
    fromPage: 'hashtag',
    own: ({ name }) => ({ challengeName: name }),
    referer: ({ name }) => `/tag/${encodeURIComponent(name)}`,
    parse: parseHashtagDetail,
  },
  hashtagPosts: {
    path: '/api/challenge/item_list/',
    fromPage: 'hashtag',
    own: ({ id, cursor = '0' }) =>
      id === undefined
        ? new CannotServe('knows hashtags by id only')
        : { challengeID: id, count: String(pageSizes.hashtagPosts), cursor, coverFormat: '2' },
    referer: ({ name }) => `/tag/${encodeURIComponent(name)}`,
    parse: parseItemList,
  },
  searchPosts: {
    path: '/api/search/general/full/',
    fromPage: 'search',
    own: ({ keyword, cursor, period = 0, sorting }) => ({
      ...ownOfSearch({ keyword, cursor }, 'offset'),
      count: '12',
      is_filter_search: period === 0 && sorting !== 'likes' ? '0' : '1',
      publish_time: String(period),
      sort_type: sorting === 'likes' ? '1' : '0',
    }),
    referer: searchReferer,
    region: ({ country }) => country,
    parse: (body, { cursor }) => withSearchCursor(parseSearchPosts(body), cursor),
  },
  searchUsers: {
    path: '/api/search/user/full/',
    fromPage: 'search',
    own: (params) => ownOfSearch(params, 'cursor'),
    referer: searchReferer,
    parse: (body, { cursor }) => withSearchCursor(parseSearchUsers(body), cursor),
  },
  searchLive: {
    path: '/api/search/live/full/',
    fromPage: 'search',
    own: (params) => ({ ...ownOfSearch(params, 'offset'), count: '20' }),
    referer: searchReferer,
    region: ({ country }) => country,
    parse: (body, { cursor }) => withSearchCursor(parseSearchLive(body), cursor),
  },
  music: {
    path: '/api/music/detail/',
    fromPage: 'music',
    own: ({ id }) => ({ musicId: id }),
    referer: ({ id }) => `/music/sound-${id}`,
    parse: parseMusicDetail,
  },
  musicPosts: {
    path: '/api/music/item_list/',
    fromPage: 'music',
    own: ({ id, cursor = '0' }) => ({ musicID: id, count: String(pageSizes.musicPosts), cursor }),
    referer: ({ id }) => `/music/sound-${id}`,
    parse: parseItemList,
  },
} as const satisfies Endpoints;

/** Lists of an account want its secUid, and `0` for their beginning. */
function ownOfUser(rest: Readonly<Record<string, string>>) {
  return ({
    user,
    cursor = '0',
  }: UserListParams): Readonly<Record<string, string>> | CannotServe =>
    user.secUid === undefined
      ? new CannotServe('knows accounts by secUid only')
      : { secUid: user.secUid, cursor, ...rest };
}

/** Followers are scene 67, followings 21; the paging value is `minCursor`, a time that grows smaller. */
function userList(scene: string) {
  return {
    path: '/api/user/list/',
    fromPage: 'user',
    own: ({ user, cursor = '0' }: UserListParams) =>
      user.secUid === undefined
        ? new CannotServe('knows accounts by secUid only')
        : { secUid: user.secUid, scene, count: '30', minCursor: cursor, maxCursor: '0' },
    referer: profileReferer,
    parse: parseUserList,
  };
}

function ownOfSearch(
  { keyword, cursor }: SearchParams,
  offsetName: string,
): Record<string, string> {
  const { offset, searchId } = searchPosition(cursor);
  return { keyword, [offsetName]: offset, search_id: searchId };
}
