import { mediaUrl, mediaUrlOrEmpty } from './media-hosts';
import {
  anything,
  count,
  countryCode,
  digits,
  flag,
  handle,
  integer,
  secUid,
  text,
  userId,
} from './scalars';
import { absent, list, object, optional, since, type Fields, type Shape } from './shape';

/** What every surface says about an account (4.3). */
const account: Fields = {
  id: userId,
  uniqueId: handle,
  nickname: text,
  avatarLarger: mediaUrl,
  avatarMedium: mediaUrl,
  avatarThumb: mediaUrl,
  signature: text,
  verified: flag,
  secUid,
  relation: integer,
  isADVirtual: flag,
};

const settings: Fields = {
  ftc: flag,
  openFavorite: flag,
  commentSetting: integer,
  duetSetting: integer,
  stitchSetting: integer,
  downloadSetting: integer,
  privateAccount: flag,
  secret: flag,
};

/** The author inside an item of a page. */
const pageOnly: Fields = {
  shortId: text,
  createTime: integer,
  roomId: text,
  uniqueIdModifyTime: integer,
  nickNameModifyTime: integer,
  ttSeller: flag,
  recommendReason: text,
  nowInvitationCardUrl: text,
  isEmbedBanned: flag,
  canExpPlaylist: flag,
  suggestAccountBind: flag,
  UserStoryStatus: since(2026, integer),
};

export const pageAuthor: Shape = object({ ...account, ...settings, ...pageOnly });

/** The author of the phone page: short, with counters beside the name. */
export const phoneAuthor: Shape = object({
  ...account,
  followingCount: count,
  followerCount: count,
  videoCount: count,
  heartCount: count,
});

/** The author inside an item of the API: none of the keys of a profile. */
export const apiAuthor: Shape = object({
  ...account,
  ...settings,
  isEmbedBanned: since(2023, flag),
  ttSeller: optional(flag),
  roomId: optional(text),
  profileTab: absent,
  language: absent,
  bioLink: absent,
  commerceUserInfo: absent,
});

/** `user` of a profile: the page and `/api/user/detail/` have all keys. */
export const profileUser: Shape = object({
  ...account,
  ...settings,
  ...pageOnly,
  bioLink: optional(object({ link: text, risk: integer })),
  commerceUserInfo: object({
    commerceUser: flag,
    category: optional(text),
    categoryButton: optional(flag),
  }),
  profileTab: object({ showMusicTab: flag, showQuestionTab: flag, showPlayListTab: flag }),
  followingVisibility: integer,
  profileEmbedPermission: integer,
  isOrganization: integer,
  region: optional(countryCode),
  language: text,
  eventList: list(anything),
});

const COUNTERS = [
  'followerCount',
  'followingCount',
  'heart',
  'heartCount',
  'videoCount',
  'diggCount',
] as const;

function counters(shape: Shape): Fields {
  return Object.fromEntries(COUNTERS.map((name) => [name, shape]));
}

export const userStats: Shape = object({ ...counters(count), friendCount: since(2024, count) });
export const userStatsV2: Shape = object({ ...counters(digits), friendCount: digits });
/** The phone page counts less. */
export const phoneAuthorStats: Shape = object({
  followingCount: count,
  followerCount: count,
  heartCount: count,
  videoCount: count,
  diggCount: count,
});

export const userInfo: Shape = object({
  user: profileUser,
  stats: userStats,
  statsV2: since(2025, userStatsV2),
  itemList: list(anything),
});

/** A row of followers or followings (5.6): the list subset, its counters beside it. */
export const userListRow: Shape = object({
  user: object({
    ...account,
    ...settings,
    avatarThumb: mediaUrlOrEmpty,
    ttSeller: optional(flag),
    profileTab: absent,
    region: absent,
    language: absent,
    stats: absent,
  }),
  stats: userStats,
  statsV2: optional(userStatsV2),
});
