import type { Account } from '../world/account';
import type { AccountCounts } from '../world/counts';
import { rounded, texts, type JsonObject, type Rendering } from './rendering';

/** The author inside an item of the web API: the shortest form. */
export function apiAuthor({ links }: Rendering, account: Account): JsonObject {
  const isPrivate = account.state === 'private';
  return {
    avatarLarger: links.avatar(account.key, 1080),
    avatarMedium: links.avatar(account.key, 720),
    avatarThumb: links.avatar(account.key, 100),
    commentSetting: 0,
    downloadSetting: 0,
    duetSetting: 0,
    ftc: false,
    id: account.id,
    isADVirtual: false,
    isEmbedBanned: false,
    nickname: account.nickname,
    openFavorite: account.hasPublicLikes,
    privateAccount: isPrivate,
    relation: 0,
    secUid: account.secUid,
    secret: isPrivate,
    signature: account.bio,
    stitchSetting: 0,
    uniqueId: account.handle,
    verified: account.isVerified,
  };
}

/** An account in the lists of followers: the author's keys and one more. */
export function listedUser(rendering: Rendering, account: Account): JsonObject {
  return { ...apiAuthor(rendering, account), ttSeller: false };
}

/** The author inside an item of a page. */
export function pageAuthor(rendering: Rendering, account: Account): JsonObject {
  return {
    ...apiAuthor(rendering, account),
    shortId: '',
    createTime: account.createdAt,
    roomId: roomIdOf(rendering, account),
    uniqueIdModifyTime: 0,
    ttSeller: false,
    recommendReason: '',
    nowInvitationCardUrl: '',
    nickNameModifyTime: 0,
    canExpPlaylist: false,
    suggestAccountBind: false,
    UserStoryStatus: 0,
  };
}

/** The profile: every key that TikTok gives about an account. */
export function profileUser(rendering: Rendering, account: Account): JsonObject {
  return {
    ...pageAuthor(rendering, account),
    ...(account.bioLink === undefined ? {} : { bioLink: { link: account.bioLink, risk: 0 } }),
    commerceUserInfo: { commerceUser: false },
    profileTab: {
      showMusicTab: false,
      showQuestionTab: false,
      showPlayListTab: account.playlists > 0,
    },
    followingVisibility: account.follows === 'shown' ? 1 : 2,
    profileEmbedPermission: 1,
    isOrganization: 0,
    language: account.language.code,
    eventList: [],
  };
}

function roomIdOf({ world }: Rendering, account: Account): string {
  const room = world.liveRoom(account);
  return room?.isLive === true ? room.id : '';
}

export function userStats(counts: AccountCounts): { stats: JsonObject; statsV2: JsonObject } {
  const exact = {
    followerCount: counts.followers,
    followingCount: counts.following,
    heart: counts.hearts,
    heartCount: counts.hearts,
    videoCount: counts.posts,
    diggCount: counts.likesGiven,
    friendCount: counts.friends,
  };
  const shown = Object.entries(exact).map(([key, value]) => [key, rounded(value)]);
  return { stats: Object.fromEntries(shown) as JsonObject, statsV2: texts(exact) };
}
