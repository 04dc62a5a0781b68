import type { User } from '../../tiktok';
import type { WebProfileDto } from '../dto/web-user.dto';

/** An account and its counters as TikTok's website has them. What the answering surface does not say is left out. */
export function presentWebProfile(user: User): WebProfileDto {
  return { user: presentWebUser(user), stats: presentStats(user) };
}

function presentWebUser(user: User): WebProfileDto['user'] {
  const { contacts, settings, bioLink } = user;
  return {
    id: user.id,
    uniqueId: user.uniqueId,
    secUid: user.secUid,
    nickname: user.nickname,
    signature: user.signature ?? (settings && ''),
    verified: user.isVerified,
    privateAccount: user.isPrivate,
    secret: settings?.isSecret,
    region: user.region,
    language: user.language,
    avatarThumb: user.avatarThumb?.url,
    avatarMedium: user.avatarMedium?.url,
    avatarLarger: user.avatarLarger?.url,
    ins_id: contacts?.instagramId,
    youtube_channel_id: contacts?.youtubeChannelId,
    youtube_channel_title: contacts?.youtubeChannelTitle,
    bioLink: bioLink === undefined ? undefined : { link: bioLink },
    createTime: user.createdAtSeconds,
    roomId: user.roomId,
  };
}

function presentStats({ stats }: User): WebProfileDto['stats'] {
  return {
    followerCount: stats.followerCount,
    followingCount: stats.followingCount,
    heartCount: stats.heartCount,
    heart: stats.heartCount,
    videoCount: stats.videoCount,
    diggCount: stats.diggCount,
  };
}
