import type { User, UserSettings, UserStats } from '../models';
import { readFirstMediaLink } from './media-link';
import { parseContacts } from './mobile-user.parser';
import {
  at,
  either,
  readBoolean,
  readCount,
  readId,
  readInteger,
  readRecord,
  readSeconds,
  readText,
  unlessEmpty,
} from './read';

/** Reads an account; undefined without a handle. Counters: `statsV2` is exact, `stats` is rounded above 10,000. */
export function parseUser(user: unknown, stats?: unknown, statsV2?: unknown): User | undefined {
  const uniqueId = readText(at(user, 'uniqueId'));
  if (uniqueId === undefined) {
    return undefined;
  }
  return {
    id: readId(at(user, 'id')),
    uniqueId,
    secUid: readText(at(user, 'secUid')),
    shortId: readId(at(user, 'shortId')),
    // The author of an embed page is the one object with a capital N.
    nickname: readText(either(user, 'nickname', 'nickName')),
    signature: readText(at(user, 'signature')),
    avatarLarger: readFirstMediaLink(at(user, 'avatarLarger')),
    avatarMedium: readFirstMediaLink(at(user, 'avatarMedium')),
    avatarThumb: readFirstMediaLink(at(user, 'avatarThumb')),
    isVerified: readBoolean(at(user, 'verified')),
    isPrivate: readBoolean(either(user, 'privateAccount', 'secret')),
    createdAtSeconds: readSeconds(at(user, 'createTime')),
    language: readText(at(user, 'language')),
    region: readText(at(user, 'region')),
    bioLink: readText(at(user, 'bioLink', 'link')),
    roomId: readId(at(user, 'roomId')),
    contacts: unlessEmpty(parseContacts(user)),
    settings: unlessEmpty(parseSettings(user)),
    stats: parseUserStats(user, stats, statsV2),
  };
}

/** Phone and embed pages keep the counters inside the account itself, so it is asked last. */
function parseUserStats(user: unknown, stats: unknown, statsV2: unknown): UserStats {
  const count = (...names: readonly string[]): number | undefined =>
    readCount(either(statsV2, ...names)) ??
    readCount(either(stats, ...names)) ??
    readCount(either(user, ...names));
  return {
    followerCount: count('followerCount'),
    followingCount: count('followingCount'),
    heartCount: count('heartCount', 'heart'),
    videoCount: count('videoCount'),
    diggCount: count('diggCount'),
    friendCount: count('friendCount'),
  };
}

/** SIGI items (2021-2023) name the author by handle and keep the rest of it beside the handle. */
function parseFlatAuthor(item: unknown): User | undefined {
  return parseUser(
    {
      uniqueId: at(item, 'author'),
      id: at(item, 'authorId'),
      secUid: at(item, 'authorSecId'),
      nickname: either(item, 'nickname', 'authorName'),
      avatarThumb: at(item, 'avatarThumb'),
      privateAccount: at(item, 'authorPrivate'),
    },
    at(item, 'authorStats'),
    at(item, 'authorStatsV2'),
  );
}

/** The account of an item, however the surface spells it. */
export function parseAuthor(item: unknown): User | undefined {
  if (typeof at(item, 'author') === 'string') {
    return parseFlatAuthor(item);
  }
  const author = readRecord(at(item, 'author')) ?? at(item, 'creator');
  return parseUser(author, at(item, 'authorStats'), at(item, 'authorStatsV2'));
}

function parseSettings(user: unknown): UserSettings {
  return {
    commentSetting: readInteger(at(user, 'commentSetting')),
    duetSetting: readInteger(at(user, 'duetSetting')),
    stitchSetting: readInteger(at(user, 'stitchSetting')),
    downloadSetting: readInteger(at(user, 'downloadSetting')),
    followingVisibility: readInteger(at(user, 'followingVisibility')),
    relation: readInteger(at(user, 'relation')),
    isSecret: readBoolean(at(user, 'secret')),
    isFtc: readBoolean(at(user, 'ftc')),
    isAdVirtual: readBoolean(at(user, 'isADVirtual')),
    isLikedListOpen: readBoolean(at(user, 'openFavorite')),
    isCommerceUser: readBoolean(at(user, 'commerceUserInfo', 'commerceUser')),
    commerceCategory: readText(at(user, 'commerceUserInfo', 'category')),
    isOrganization: readBoolean(at(user, 'isOrganization')),
    isSeller: readBoolean(at(user, 'ttSeller')),
    isEmbedBanned: readBoolean(at(user, 'isEmbedBanned')),
    uniqueIdModifiedAtSeconds: readSeconds(at(user, 'uniqueIdModifyTime')),
    nicknameModifiedAtSeconds: readSeconds(at(user, 'nickNameModifyTime')),
  };
}
