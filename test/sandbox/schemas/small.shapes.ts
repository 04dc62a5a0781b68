import { mediaUrl, mediaUrlOrEmpty } from './media-hosts';
import {
  count,
  digits,
  flag,
  handle,
  httpsUrl,
  integer,
  matching,
  musicId,
  number,
  postId,
  secUid,
  someText,
  text,
  userId,
  wideInteger,
} from './scalars';
import {
  either,
  exactly,
  jsonText,
  list,
  nothing,
  object,
  oneOf,
  optional,
  where,
  type Fields,
  type Shape,
} from './shape';

/** 8. Width and height are text, those of the thumbnail numbers. */
export const oembed: Shape = object({
  version: exactly('1.0'),
  type: exactly('video'),
  title: text,
  author_url: matching(/^https:\/\/www\.tiktok\.com\/@[A-Za-z0-9._]+$/, 'a profile address'),
  author_name: text,
  author_unique_id: handle,
  width: exactly('100%'),
  height: exactly('100%'),
  html: matching(
    /^<blockquote class="tiktok-embed" cite="[^"]+" data-video-id="\d+".*<\/blockquote>/s,
    'a blockquote',
  ),
  thumbnail_width: count,
  thumbnail_height: count,
  thumbnail_url: mediaUrl,
  provider_url: exactly('https://www.tiktok.com'),
  provider_name: exactly('TikTok'),
  embed_product_id: postId,
  embed_type: exactly('video'),
});

export const oembedRefused: Shape = object({
  code: exactly(400),
  message: exactly('Something went wrong'),
});

const snakeImage: Shape = object({ url_list: list(mediaUrl, 1) });

const playerImage: Shape = object({
  uri: text,
  url_list: list(mediaUrl, 1),
  width: count,
  height: count,
});

/** 7. `id` has lost its last digits; the duration is in milliseconds. */
const playerItem: Shape = object({
  id: wideInteger,
  id_str: postId,
  aweme_type: oneOf(0, 150),
  desc: text,
  region: text,
  create_time: optional(count),
  author_info: object({
    unique_id: handle,
    nickname: text,
    secret_id: secUid,
    avatar_url_list: list(mediaUrl, 1),
  }),
  statistics_info: object({ digg_count: count, comment_count: count, share_count: count }),
  music_info: object({ id: wideInteger, id_str: musicId, title: text, author: text }),
  video_info: object({
    uri: text,
    url_list: list(mediaUrlOrEmpty, 1),
    meta: object({
      duration: count,
      width: count,
      height: count,
      bitrate: optional(count),
      format: optional(text),
    }),
    cover: snakeImage,
    origin_cover: snakeImage,
    profiles: optional(
      list(
        object({
          gear_name: someText,
          bitrate: count,
          fps: optional(count),
          codec_type: text,
          play_addr: object({ uri: text, url_list: list(mediaUrl, 1), data_size: count }),
        }),
      ),
    ),
  }),
  image_post_info: optional(
    either(nothing, object({ images: list(object({ display_image: playerImage }), 1) })),
  ),
});

const playerFrame: Fields = { status_code: integer, status_msg: text };

export const player: Shape = object({
  ...playerFrame,
  status_code: exactly(0),
  items: list(playerItem, 1),
  results: list(object({ id: wideInteger, id_str: postId, code: exactly('ok') }), 1),
  extra: object({}),
});

/** A post that the player does not give: no items, and the reason in `results`. */
export const playerNothing: Shape = object({
  ...playerFrame,
  items: optional(
    where('nothing', (value) => value === null || (Array.isArray(value) && value.length === 0)),
  ),
  results: list(object({ code: exactly('nil_core_data') }), 1),
});

export const playerInvalid: Shape = object({
  status_code: exactly(5),
  status_msg: exactly('Invalid parameters'),
});

/** 13.1 */
export const signature: Shape = object({
  status: exactly('ok'),
  data: object({
    signed_url: httpsUrl,
    'x-bogus': someText,
    'x-gnarly': someText,
    'device-id': digits,
    cookies: text,
    navigator: object({
      user_agent: someText,
      platform: someText,
      browser_language: someText,
      os: someText,
      screen_width: number,
      screen_height: number,
    }),
  }),
});

export const signerError: Shape = object({ status: exactly('error'), message: someText });

export const signerHealth: Shape = object({
  status: someText,
  ready: flag,
  initializing: flag,
  sessionAgeMinutes: number,
  generationCount: count,
  maxGenerationsBeforeRefresh: count,
  maxSessionAgeMinutes: number,
  queueLength: count,
  isProcessing: flag,
  userAgent: someText,
});

const liveStatus = oneOf(2, 4);

/** `/api-live/user/room/` (5.13) */
export const liveRoom: Shape = object({
  statusCode: exactly(0),
  message: optional(text),
  data: object({
    user: object({ id: userId, uniqueId: handle, nickname: text, secUid, roomId: text }),
    stats: object({ followerCount: count, followingCount: count }),
    liveRoom: object({
      status: liveStatus,
      title: text,
      startTime: count,
      streamData: optional(
        object({ pull_data: object({ stream_data: either(jsonText(object({})), exactly('')) }) }),
      ),
      liveRoomStats: object({ userCount: count, enterCount: count }),
    }),
  }),
});

/** `webcast.tiktok.com/webcast/room/info/` */
export const roomInfo: Shape = object({
  status_code: exactly(0),
  extra: object({}),
  data: object({
    id: wideInteger,
    id_str: postId,
    status: liveStatus,
    title: text,
    create_time: count,
    user_count: count,
    like_count: count,
    owner: object({}),
    stream_url: object({}),
    stats: object({ total_user: count }),
  }),
});
