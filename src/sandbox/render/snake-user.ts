import type { Account } from '../world/account';
import { wideNumber } from '../http/exact-json';
import { hexOf } from '../world/hash';
import type { JsonObject, Rendering } from './rendering';

/** Keys of the app's user object that web answers leave null. */
const NULL_KEYS = (
  'account_labels ad_cover_url advance_feature_item_order advanced_feature_info bold_fields ' +
  'can_message_follow_status_list can_set_geofencing cha_list cover_url events followers_detail ' +
  'geofencing homepage_bottom_toast item_list mutual_relation_avatars need_points ' +
  'platform_sync_info relative_users search_highlight shield_edit_field_info type_label ' +
  'user_profile_guide user_tags white_cover_url'
).split(' ');

const NULLS: JsonObject = Object.fromEntries(NULL_KEYS.map((key) => [key, null]));

/** The user of a comment: short, and without any counter. */
export function commentUser(rendering: Rendering, account: Account): JsonObject {
  return {
    ...NULLS,
    avatar_thumb: avatarOf(rendering, account),
    custom_verify: account.isVerified ? 'Verified account' : '',
    enterprise_verify_reason: '',
    nickname: account.nickname,
    predicted_age_group: '',
    sec_uid: account.secUid,
    uid: account.id,
    unique_id: account.handle,
  };
}

/** The user of a search. */
export function searchUserEntry(rendering: Rendering, account: Account): JsonObject {
  const { world } = rendering;
  const counts = world.userCounts(account);
  const room = world.liveRoom(account);
  const roomId = room?.isLive === true ? room.id : undefined;
  const user: JsonObject = {
    ...commentUser(rendering, account),
    avatar_thumb: { ...avatarOf(rendering, account), width: 720, height: 720 },
    follow_status: 0,
    follower_count: counts.followers,
    room_id: roomId === undefined ? 0 : wideNumber(roomId),
    ...(roomId === undefined ? {} : { room_id_str: roomId }),
    signature: account.bio,
    total_favorited: counts.hearts,
    user_id: account.id,
  };
  return {
    challenges: null,
    effects: null,
    items: null,
    mix_list: null,
    musics: null,
    position: null,
    uniqid_position: null,
    user_info: user,
  };
}

export function avatarOf({ links }: Rendering, account: Account): JsonObject {
  const link = links.avatar(account.key, 100);
  return {
    uri: `tos-useast5-avt-0068-tx/${hexOf(account.key, 32)}`,
    url_list: [link, links.avatar(account.key, 720), link],
    url_prefix: null,
  };
}
