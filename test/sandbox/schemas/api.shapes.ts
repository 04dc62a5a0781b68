import { challenge, itemStruct } from './item.shapes';
import { mediaUrlOrEmpty } from './media-hosts';
import { music } from './music.shapes';
import {
  count,
  digits,
  flag,
  hashtagId,
  integer,
  logId,
  matching,
  milliseconds,
  postId,
  someText,
  text,
  userId,
} from './scalars';
import {
  absent,
  both,
  choose,
  either,
  exactly,
  list,
  object,
  optional,
  where,
  type Fields,
  type Shape,
} from './shape';
import { apiAuthor, userInfo, userListRow } from './user.shapes';

const sameLogId: Shape = where('log_pb.impr_id to be extra.logid', (value) => {
  const { log_pb, extra } = value as {
    log_pb?: { impr_id?: unknown };
    extra?: { logid?: unknown };
  };
  return log_pb?.impr_id === extra?.logid;
});

const trace: Fields = {
  extra: object({
    now: milliseconds,
    logid: logId,
    fatal_item_ids: optional(list(text)),
  }),
  log_pb: object({ impr_id: logId }),
};

/** Section 2.2: both spellings of the status, and the log id twice. */
export function envelope(data: Fields): Shape {
  const status: Fields = {
    statusCode: exactly(0),
    status_code: optional(exactly(0)),
    status_msg: optional(text),
  };
  return both(object({ ...trace, ...status, ...data }), sameLogId);
}

/** A cursor comes as text or as a number; it is never missing where a list has pages. */
export const cursor: Shape = either(matching(/^-?\d+$/, 'a number as text'), integer);

const item = itemStruct('api');

function pagedList(key: string, shape: Shape): Shape {
  return envelope({ [key]: optional(list(shape)), hasMore: flag, cursor });
}

/** `itemList` with hasMore and a cursor: posts, likes, reposts, playlists, hashtags, sounds. */
export const pagedItems: Shape = pagedList('itemList', item);

/** A batch without a cursor: recommend and explore. */
export const feed: Shape = envelope({ itemList: optional(list(item)), hasMore: flag });

/** Related posts (5.12): 8 to 16 rows, no real paging. */
export const related: Shape = envelope({ itemList: optional(list(item)) });

/** `/api/creator/item_list/` gives no cursor that could be used (5.3). */
export const creatorItems: Shape = envelope({
  itemList: optional(list(item)),
  hasMorePrevious: flag,
  cursor: absent,
});

export const userDetail: Shape = envelope({
  userInfo,
  shareMeta: object({ title: text, desc: text }),
});

export const itemDetail: Shape = envelope({
  itemInfo: object({ itemStruct: item }),
  shareMeta: object({ title: text, desc: text }),
});

/** 205 bytes and no item (5.12). */
export const itemDetailMissing: Shape = object({
  itemInfo: absent,
  statusCode: exactly(10204),
});

const playlistFacts: Shape = object({
  videoCount: count,
  cover: mediaUrlOrEmpty,
  creator: apiAuthor,
});

/** Both spellings of a playlist's id and name are in use (5.5). */
const playlist: Shape = both(
  playlistFacts,
  either(object({ id: postId, name: text }), object({ mixId: postId, mixName: text })),
);

export const playlists: Shape = envelope({
  playList: optional(list(playlist)),
  hasMore: flag,
  cursor,
  total: optional(count),
});

export const mixDetail: Shape = envelope({ mixInfo: playlist });

export const collections: Shape = envelope({
  collectionList: list(
    object({
      collectionId: postId,
      name: text,
      cover: mediaUrlOrEmpty,
      total: count,
      userId,
      userName: text,
    }),
  ),
  total: count,
  cursor,
  hasMore: flag,
});

/** `/api/user/list/` (5.6) */
export const userList: Shape = envelope({
  userList: optional(list(userListRow)),
  hasMore: flag,
  minCursor: either(count, digits),
  maxCursor: either(count, digits),
  total: count,
});

export const hashtagDetail: Shape = envelope({
  challengeInfo: object({
    challenge: both(challenge, object({ id: hashtagId, isCommerce: flag })),
    stats: object({ videoCount: count, viewCount: count }),
    statsV2: object({ videoCount: digits, viewCount: digits }),
    challengeAnnouncement: optional(object({ title: text, body: text })),
  }),
  shareMeta: object({ title: text, desc: text }),
});

const sound = object({ music: music('api'), stats: object({ videoCount: count }) });
const artist: Shape = either(object({ author: apiAuthor }), object({ artist: apiAuthor }));

/** An original sound has an author; a song may have nobody who is on TikTok. */
export const musicDetail: Shape = envelope({
  musicInfo: choose((value) => {
    const { music: facts } = (value ?? {}) as { music?: { original?: boolean } };
    return facts?.original === true ? both(sound, artist) : sound;
  }),
});

/** What a refusal with a code looks like (10201 and its like): as short as can be. */
export function refusal(code: number): Shape {
  return object({
    log_pb: object({ impr_id: someText }),
    statusCode: exactly(code),
    status_code: optional(either(exactly(code), exactly(0))),
    itemList: absent,
    userInfo: optional(where('nothing inside', (value) => isBare(value))),
  });
}

function isBare(value: unknown): boolean {
  return value === null || (typeof value === 'object' && Object.keys(value).length === 0);
}
