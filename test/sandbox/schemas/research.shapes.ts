import { mediaUrl } from './media-hosts';
import { count, countryCode, digits, flag, handle, integer, logId, seconds } from './scalars';
import { someText, text, wideInteger } from './scalars';
import { both, exactly, list, object, oneOf, optional, where, type Fields } from './shape';
import type { Shape } from './shape';

/** 14.1: no envelope. */
export const accessToken: Shape = object({
  access_token: where('a client token', (value) => /^clt\.\S{20,}$/.test(String(value))),
  expires_in: exactly(7200),
  token_type: exactly('Bearer'),
});

export const accessTokenRefused: Shape = object({
  error: oneOf(
    'invalid_client',
    'invalid_request',
    'invalid_grant',
    'unsupported_grant_type',
    'invalid_scope',
    'unauthorized_client',
    'access_denied',
  ),
  error_description: someText,
  log_id: logId,
});

/** 14.2: the same envelope around success and failure. */
export function answered(data: Fields): Shape {
  return object({
    data: object(data),
    error: object({ code: exactly('ok'), message: exactly(''), log_id: logId }),
  });
}

export function refused(code: string): Shape {
  return object({
    data: both(
      object({}),
      where('nothing', (value) => Object.keys(value as object).length === 0),
    ),
    error: object({ code: exactly(code), message: someText, log_id: logId }),
  });
}

/** An int64 as a number, although most readers of JSON round it. */
const wideId = wideInteger;

/** 14.3, with every field that can be asked for. */
export const video: Shape = object({
  id: wideId,
  video_description: text,
  create_time: seconds,
  region_code: countryCode,
  share_count: count,
  view_count: count,
  like_count: count,
  comment_count: count,
  music_id: wideId,
  hashtag_names: list(someText),
  username: handle,
  effect_ids: list(digits),
  playlist_id: optional(wideId),
  voice_to_text: optional(someText),
  is_stem_verified: flag,
  favorites_count: count,
  video_duration: count,
  hashtag_info_list: list(
    object({ hashtag_id: integer, hashtag_name: someText, hashtag_description: text }),
  ),
  sticker_info_list: list(object({ sticker_id: digits, sticker_name: text })),
  effect_info_list: list(
    object({ effect_id: digits, effect_name: someText, effect_photo_URI: text }),
  ),
  video_mention_list: list(handle),
  video_tag: optional(object({ video_tag_type: text, video_tag_number: count })),
});

export const videos: Shape = answered({
  videos: list(video),
  cursor: count,
  has_more: flag,
  search_id: digits,
});

export const user: Shape = answered({
  display_name: text,
  bio_description: text,
  avatar_url: mediaUrl,
  is_verified: flag,
  follower_count: count,
  following_count: count,
  likes_count: count,
  video_count: count,
  bio_url: text,
});

const paging: Fields = { cursor: count, has_more: flag };

const comment: Shape = object({
  id: wideId,
  video_id: wideId,
  text,
  like_count: count,
  reply_count: count,
  parent_comment_id: wideId,
  create_time: seconds,
});

export const comments: Shape = answered({ comments: list(comment), ...paging });

const person: Shape = object({ display_name: text, username: handle });

export const followers: Shape = answered({
  user_followers: list(person),
  cursor: seconds,
  has_more: flag,
});

export const following: Shape = answered({
  user_following: list(person),
  cursor: seconds,
  has_more: flag,
});

export const liked: Shape = answered({ user_liked_videos: list(video), ...paging });
export const reposted: Shape = answered({ reposted_videos: list(video), ...paging });
export const pinned: Shape = answered({ pinned_videos_list: list(video) });

export const playlist: Shape = answered({
  playlist_id: wideId,
  playlist_item_total: count,
  playlist_last_updated: seconds,
  playlist_name: text,
  playlist_video_ids: list(wideId),
  ...paging,
});

export const VIDEO_FIELDS =
  'id,video_description,create_time,region_code,share_count,view_count,like_count,comment_count,' +
  'music_id,hashtag_names,username,effect_ids,playlist_id,voice_to_text,is_stem_verified,' +
  'favorites_count,video_duration,hashtag_info_list,sticker_info_list,effect_info_list,' +
  'video_mention_list,video_label,video_tag';

export const USER_FIELDS =
  'display_name,bio_description,avatar_url,is_verified,follower_count,following_count,' +
  'likes_count,video_count,bio_url';

export const COMMENT_FIELDS =
  'id,video_id,text,like_count,reply_count,parent_comment_id,create_time';
