import { mediaUrl } from './media-hosts';
import {
  count,
  digits,
  empty,
  flag,
  handle,
  httpsUrl,
  integer,
  matching,
  milliseconds,
  number,
  postId,
  seconds,
  secUid,
  someText,
  text,
  userId,
} from './scalars';
import {
  absent,
  either,
  exactly,
  jsonText,
  list,
  nothing,
  object,
  oneOf,
  optional,
  orNull,
  since,
  type Fields,
  type Shape,
} from './shape';

/** The nulls that every user of the snake_case services drags along. */
const NULL_KEYS = [
  'account_labels',
  'ad_cover_url',
  'advance_feature_item_order',
  'advanced_feature_info',
  'bold_fields',
  'can_message_follow_status_list',
  'can_set_geofencing',
  'cha_list',
  'cover_url',
  'events',
  'followers_detail',
  'geofencing',
  'homepage_bottom_toast',
  'item_list',
  'mutual_relation_avatars',
  'need_points',
  'platform_sync_info',
  'relative_users',
  'search_highlight',
  'shield_edit_field_info',
  'type_label',
  'user_profile_guide',
  'user_tags',
  'white_cover_url',
];

export const snakeUser: Fields = {
  ...Object.fromEntries(NULL_KEYS.map((key) => [key, nothing])),
  uid: userId,
  sec_uid: secUid,
  unique_id: handle,
  nickname: text,
  custom_verify: text,
  enterprise_verify_reason: text,
};

const picture: Fields = { uri: text, url_list: list(mediaUrl, 1) };

/** A commenter: short, and no follower counts that could be used (5.9). */
const commenter: Shape = object({
  ...snakeUser,
  avatar_thumb: object({ ...picture, url_prefix: since(2024, nothing) }),
  predicted_age_group: optional(text),
});

const commentImage: Shape = object({
  ...picture,
  width: count,
  height: count,
  url_prefix: nothing,
});

const mention: Shape = object({
  start: count,
  end: count,
  user_id: either(userId, empty),
  sec_uid: either(secUid, empty),
});

const common: Fields = {
  cid: postId,
  aweme_id: postId,
  text,
  create_time: seconds,
  digg_count: count,
  reply_to_reply_id: digits,
  user: commenter,
  status: integer,
  user_digged: oneOf(0, 1),
  user_buried: flag,
  is_author_digged: flag,
  collect_stat: integer,
  comment_language: matching(/^[a-z]{2,3}(-[A-Za-z]+)?$/, 'a language, un for unknown'),
  no_show: flag,
  trans_btn_style: integer,
  comment_post_item_ids: optional(nothing),
  label_list: orNull(list(object({ text: someText, type: integer }))),
  image_list: orNull(list(object({ crop_url: commentImage, origin_url: commentImage }))),
  text_extra: list(mention),
  share_info: object({
    acl: object({ code: integer, extra: jsonText(object({})) }),
    desc: text,
    title: text,
    url: httpsUrl,
  }),
  is_comment_translatable: optional(flag),
  forbid_reply_with_video: optional(flag),
};

/** A reply, in its own list or previewed under its parent. */
export const reply: Shape = object({
  ...common,
  reply_id: matching(/^\d{17,20}$/, "the parent's id"),
  reply_comment: optional(nothing),
  reply_comment_total: absent,
});

export const comment: Shape = object({
  ...common,
  reply_id: exactly('0'),
  reply_to_reply_id: exactly('0'),
  reply_comment: orNull(list(reply, 1)),
  reply_comment_total: count,
  author_pin: flag,
  stick_position: oneOf(0, 1),
  sort_extra_score: optional(object({ reply_score: number, show_more_score: number })),
  sort_tags: optional(either(empty, jsonText(object({})))),
});

const envelope: Fields = {
  cursor: count,
  has_more: oneOf(0, 1),
  status_code: exactly(0),
  status_msg: optional(text),
  extra: object({ now: milliseconds, fatal_item_ids: either(nothing, list(text)) }),
  log_pb: object({ impr_id: someText }),
};

/** `/api/comment/list/` */
export const commentList: Shape = object({
  ...envelope,
  alias_comment_deleted: flag,
  comments: orNull(list(comment)),
  reply_style: integer,
  top_gifts: either(nothing, list(object({}))),
  has_filtered_comments: optional(oneOf(0, 1)),
  total: count,
});

/** A post that nobody knows: no comments, and no total either (2.4). */
export const commentsOfNothing: Shape = object({
  comments: nothing,
  total: absent,
  status_code: exactly(0),
});

/** `/api/comment/list/reply/` */
export const replyList: Shape = object({
  ...envelope,
  comments: orNull(list(reply)),
  total: count,
});
