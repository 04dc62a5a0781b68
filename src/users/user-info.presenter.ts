import type { MediaLink, Post, User, UserProfile } from '../tiktok';
import type { UserInfoDto } from './user-info.dto';

/**
 * The profile in the documented shape. A member that TikTok no longer gives, or that the answering surface
 * lacks, is left out (docs/user-info.md lists them); nothing is made up in its place.
 */
export function presentUserInfo(profile: UserProfile): UserInfoDto {
  const { user, share, pageLanguage, posts } = profile;
  return {
    $language: pageLanguage,
    seoProps: share && {
      metaParams: {
        canonicalHref: `https://www.tiktok.com/@${user.uniqueId}`,
        description: share.description,
        title: share.title,
      },
      pageId: user.id,
    },
    statusCode: 0,
    statusMsg: '',
    userInfo: {
      itemList: posts.map(presentItem),
      stats: presentStats(user),
      user: presentUser(user),
    },
  };
}

function presentStats({ stats }: User): UserInfoDto['userInfo']['stats'] {
  return {
    diggCount: stats.diggCount,
    followerCount: stats.followerCount,
    followingCount: stats.followingCount,
    heart: stats.heartCount,
    heartCount: stats.heartCount,
    videoCount: stats.videoCount,
  };
}

function presentUser(user: User): UserInfoDto['userInfo']['user'] {
  const { settings } = user;
  return {
    avatarLarger: urlOf(user.avatarLarger),
    avatarMedium: urlOf(user.avatarMedium),
    avatarThumb: urlOf(user.avatarThumb),
    commentSetting: settings?.commentSetting,
    createTime: user.createdAtSeconds,
    duetSetting: settings?.duetSetting,
    ftc: settings?.isFtc,
    id: user.id,
    isADVirtual: settings?.isAdVirtual,
    nickname: user.nickname,
    openFavorite: settings?.isLikedListOpen,
    privateAccount: user.isPrivate,
    relation: settings?.relation,
    // The document shows an empty text for an account that is not live.
    roomId: settings && (user.roomId ?? ''),
    secUid: user.secUid,
    secret: settings?.isSecret,
    shortId: user.shortId ?? (settings && ''),
    // An account without a bio has an empty one; a surface that gives no bio at all leaves the member out.
    signature: user.signature ?? (settings && ''),
    stitchSetting: settings?.stitchSetting,
    uniqueId: user.uniqueId,
    verified: user.isVerified,
  };
}

function presentItem(post: Post): UserInfoDto['userInfo']['itemList'][number] {
  return { id: post.id, desc: post.caption, createTime: post.createdAtSeconds, stats: post.stats };
}

function urlOf(link: MediaLink | undefined): string | undefined {
  return link?.url;
}
