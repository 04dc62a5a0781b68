import type { User, UserContacts, UserSettings } from '../models';
import { readListedLink, readMediaLink } from './media-link';
import {
  at,
  either,
  readBoolean,
  readCount,
  readId,
  readInteger,
  readSeconds,
  readText,
  unlessEmpty,
} from './read';

/** Reads an account with underscores in its keys: comments, searches, the mobile app. Undefined without a handle. */
export function parseMobileUser(user: unknown): User | undefined {
  // Live rooms call the handle `display_id`, the player has no ids.
  const uniqueId = readText(either(user, 'unique_id', 'display_id'));
  if (uniqueId === undefined) {
    return undefined;
  }
  return {
    id: readId(either(user, 'uid', 'user_id', 'id_str', 'id')),
    uniqueId,
    secUid: readText(either(user, 'sec_uid', 'secret_id')),
    shortId: readId(at(user, 'short_id')),
    nickname: readText(at(user, 'nickname')),
    signature: readText(either(user, 'signature', 'bio_description')),
    ...parseAvatars(user),
    ...parseVerification(user),
    isPrivate: readBoolean(either(user, 'private_account', 'secret')),
    createdAtSeconds: readSeconds(at(user, 'create_time')),
    language: readText(at(user, 'language')),
    region: readText(either(user, 'region', 'account_region')),
    bioLink: readText(at(user, 'bio_url')),
    roomId: readId(either(user, 'room_id_str', 'room_id')),
    contacts: unlessEmpty(parseContacts(user)),
    settings: unlessEmpty(parseSettings(user)),
    stats: {
      // A live room's owner keeps its counters one level down.
      followerCount: readCount(
        at(user, 'follower_count') ?? at(user, 'follow_info', 'follower_count'),
      ),
      followingCount: readCount(
        at(user, 'following_count') ?? at(user, 'follow_info', 'following_count'),
      ),
      heartCount: readCount(at(user, 'total_favorited')),
      videoCount: readCount(at(user, 'aweme_count')),
      diggCount: readCount(at(user, 'favoriting_count')),
    },
  };
}

function parseAvatars(user: unknown): Pick<User, 'avatarLarger' | 'avatarMedium' | 'avatarThumb'> {
  return {
    avatarLarger: readListedLink(either(user, 'avatar_larger', 'avatar_large')),
    avatarMedium: readListedLink(at(user, 'avatar_medium')),
    avatarThumb: readListedLink(at(user, 'avatar_thumb')) ?? readMediaLink(at(user, 'avatar_url')),
  };
}

type Verification =
  'isVerified' | 'verifiedReason' | 'enterpriseVerifiedReason' | 'verificationType';

/** These surfaces seldom say `verified`; they name the reason, which is empty for everybody else. */
function parseVerification(user: unknown): Pick<User, Verification> {
  const reasons = [at(user, 'custom_verify'), at(user, 'enterprise_verify_reason')];
  const isReasonGiven = reasons.some((reason) => readText(reason) !== undefined);
  const isReasonStated = reasons.some((reason) => typeof reason === 'string');
  return {
    isVerified: readBoolean(at(user, 'verified')) ?? (isReasonStated ? isReasonGiven : undefined),
    verifiedReason: readText(reasons[0]),
    enterpriseVerifiedReason: readText(reasons[1]),
    verificationType: readInteger(at(user, 'verification_type')),
  };
}

/** The names are those of the mobile app on every surface, the web's camel case accounts included. */
export function parseContacts(user: unknown): UserContacts {
  return {
    email: readText(at(user, 'bio_email')),
    instagramId: readText(at(user, 'ins_id')),
    youtubeChannelId: readText(at(user, 'youtube_channel_id')),
    youtubeChannelTitle: readText(at(user, 'youtube_channel_title')),
    twitterId: readText(at(user, 'twitter_id')),
  };
}

function parseSettings(user: unknown): UserSettings {
  return {
    commentSetting: readInteger(at(user, 'comment_setting')),
    duetSetting: readInteger(at(user, 'duet_setting')),
    stitchSetting: readInteger(at(user, 'stitch_setting')),
    downloadSetting: readInteger(at(user, 'download_setting')),
    isCommerceUser: readBoolean(at(user, 'with_commerce_entry')),
    commerceCategory: readText(at(user, 'category')),
    uniqueIdModifiedAtSeconds: readSeconds(at(user, 'unique_id_modify_time')),
  };
}
