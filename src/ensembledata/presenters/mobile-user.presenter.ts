import type { User } from '../../tiktok';
import type { MobileUserDto } from '../dto/mobile-user.dto';
import { presentLink } from './links';

/** An account as TikTok's mobile app has it. What the answering surface does not say is left out. */
export function presentMobileUser(user: User): MobileUserDto {
  const { stats, contacts, settings } = user;
  return {
    uid: user.id,
    sec_uid: user.secUid,
    unique_id: user.uniqueId,
    nickname: user.nickname,
    signature: user.signature ?? (settings && ''),
    follower_count: stats.followerCount,
    following_count: stats.followingCount,
    total_favorited: stats.heartCount,
    aweme_count: stats.videoCount,
    favoriting_count: stats.diggCount,
    region: user.region,
    language: user.language,
    ...presentVerification(user),
    ins_id: contacts?.instagramId,
    youtube_channel_id: contacts?.youtubeChannelId,
    youtube_channel_title: contacts?.youtubeChannelTitle,
    twitter_id: contacts?.twitterId,
    bio_email: contacts?.email,
    bio_url: user.bioLink,
    avatar_thumb: presentLink(user.avatarThumb),
    avatar_medium: presentLink(user.avatarMedium),
    avatar_larger: presentLink(user.avatarLarger),
    secret: user.isPrivate,
    private_account: user.isPrivate,
    is_private: user.isPrivate,
    create_time: user.createdAtSeconds,
    with_commerce_entry: settings?.isCommerceUser,
    account_region: user.region,
    room_id: user.roomId,
  };
}

/** With the category of a business account, which the documented API gives on request. */
export function presentMobileUserWithCategory(user: User): MobileUserDto {
  return { ...presentMobileUser(user), category: user.settings?.commerceCategory };
}

type Verification = Pick<
  MobileUserDto,
  'verified' | 'verification_type' | 'custom_verify' | 'enterprise_verify_reason'
>;

/** The number says no more than the word on most surfaces, and nobody verified has no reason. */
function presentVerification(user: User): Verification {
  const { isVerified, verifiedReason, enterpriseVerifiedReason, verificationType } = user;
  const noReason = isVerified === false ? '' : undefined;
  return {
    verified: isVerified,
    verification_type: verificationType ?? (isVerified === undefined ? undefined : +isVerified),
    custom_verify: verifiedReason ?? noReason,
    enterprise_verify_reason: enterpriseVerifiedReason ?? noReason,
  };
}
