import { snakeUser } from './comment.shapes';
import { itemStruct } from './item.shapes';
import { mediaUrl } from './media-hosts';
import {
  anything,
  count,
  digits,
  hashtagId,
  integer,
  logId,
  milliseconds,
  someText,
  text,
  wideInteger,
} from './scalars';
import {
  choose,
  either,
  exactly,
  isObject,
  jsonText,
  list,
  nothing,
  object,
  oneOf,
  optional,
  orNull,
  say,
  type Fields,
  type Shape,
} from './shape';

/** Searches speak snake_case: has_more 0 or 1, the status in one spelling (2.2, 5.8). */
function searchEnvelope(data: Fields): Shape {
  return object({
    status_code: exactly(0),
    has_more: oneOf(0, 1),
    cursor: count,
    log_pb: object({ impr_id: logId }),
    extra: object({ now: milliseconds, logid: logId, fatal_item_ids: optional(list(text)) }),
    ...data,
  });
}

const userEntry: Shape = object({
  user_info: object({
    ...snakeUser,
    search_highlight: optional(anything),
    signature: text,
    follower_count: count,
    follow_status: integer,
    total_favorited: optional(count),
    room_id: optional(wideInteger),
    room_id_str: optional(text),
    avatar_thumb: object({
      uri: text,
      url_list: list(mediaUrl, 1),
      width: count,
      height: count,
    }),
  }),
  position: optional(orNull(list(anything))),
  uniqid_position: optional(orNull(list(anything))),
});

const item = itemStruct('api');

const videoEntry: Shape = object({
  type: exactly(1),
  item,
  common: object({ doc_id_str: digits }),
});

const accountCard: Shape = object({ type: exactly(4), user_list: list(userEntry, 1) });

const hashtagEntry: Shape = object({
  challenge_info: object({
    cid: hashtagId,
    cha_name: someText,
    desc: text,
    view_count: count,
    use_count: count,
  }),
});

const hashtagCard: Shape = object({
  type: exactly(2),
  challenge_info_list: list(hashtagEntry, 1),
});

const CARDS: Readonly<Record<number, Shape>> = { 1: videoEntry, 2: hashtagCard, 4: accountCard };

/** Kinds that are not documented exist; what they hold is their own business. */
const generalEntry: Shape = choose((value) => {
  if (!isObject(value) || typeof value['type'] !== 'number') {
    return (entry, path, reading) => say(reading, path, 'an entry with a type', entry);
  }
  return CARDS[value['type']] ?? object({});
});

export const searchGeneral: Shape = searchEnvelope({ data: list(generalEntry) });

export const searchItems: Shape = searchEnvelope({ item_list: optional(list(item)) });

export const searchUsers: Shape = searchEnvelope({
  user_list: list(userEntry),
  rid: logId,
  challenge_list: optional(either(nothing, list(anything))),
  music_list: optional(either(nothing, list(anything))),
});

export const searchHashtags: Shape = searchEnvelope({ challenge_list: list(hashtagEntry) });

export const searchLives: Shape = searchEnvelope({
  data: list(
    object({
      live_info: object({ raw_data: jsonText(object({})), room_info: optional(object({})) }),
    }),
  ),
});

export const searchPreview: Shape = object({
  sug_list: list(object({ content: someText, word_record: object({}), extra_info: object({}) })),
});

/** A guest without the cookies of a page (2483). */
export const searchRefused: Shape = object({
  status_code: exactly(2483),
  status_msg: someText,
});
