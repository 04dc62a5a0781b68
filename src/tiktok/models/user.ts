import type { MediaLink } from './media';

/** Counters of an account; absent where the surface does not give them. Exact when the surface has exact ones. */
export interface UserStats {
  readonly followerCount?: number;
  readonly followingCount?: number;
  /** Likes received on all posts. */
  readonly heartCount?: number;
  readonly videoCount?: number;
  /** Posts that the account liked; TikTok shows 0 when it hides them. */
  readonly diggCount?: number;
  readonly friendCount?: number;
}

/** An account of TikTok. */
export interface User {
  /** Decimal digits; never a JavaScript number. */
  readonly id?: string;
  /** The handle, without `@`. */
  readonly uniqueId: string;
  /** `MS4wLjABAAAA...`, the key of most lists; the embed surface does not give it. */
  readonly secUid?: string;
  readonly shortId?: string;
  readonly nickname?: string;
  /** The text that the account wrote about itself. */
  readonly signature?: string;
  readonly avatarLarger?: MediaLink;
  readonly avatarMedium?: MediaLink;
  readonly avatarThumb?: MediaLink;
  readonly isVerified?: boolean;
  /** Why an account is verified, in TikTok's words. */
  readonly verifiedReason?: string;
  readonly enterpriseVerifiedReason?: string;
  /** TikTok's own number; the mobile surface alone has it. */
  readonly verificationType?: number;
  readonly isPrivate?: boolean;
  /** Unix seconds; absent when TikTok hides it (it sends 0). */
  readonly createdAtSeconds?: number;
  readonly language?: string;
  readonly region?: string;
  readonly bioLink?: string;
  /** The running live room, absent when there is none. */
  readonly roomId?: string;
  readonly contacts?: UserContacts;
  readonly settings?: UserSettings;
  readonly stats: UserStats;
}

/** Where else the account can be found, as it says itself; most surfaces leave it out. */
export interface UserContacts {
  readonly email?: string;
  readonly instagramId?: string;
  readonly youtubeChannelId?: string;
  readonly youtubeChannelTitle?: string;
  readonly twitterId?: string;
}

/** What the account allows and how TikTok files it, as the profile page says it. Enums are TikTok's own numbers. */
export interface UserSettings {
  readonly commentSetting?: number;
  readonly duetSetting?: number;
  readonly stitchSetting?: number;
  readonly downloadSetting?: number;
  readonly followingVisibility?: number;
  readonly relation?: number;
  readonly isSecret?: boolean;
  readonly isFtc?: boolean;
  readonly isAdVirtual?: boolean;
  readonly isLikedListOpen?: boolean;
  readonly isCommerceUser?: boolean;
  readonly commerceCategory?: string;
  readonly isOrganization?: boolean;
  readonly isSeller?: boolean;
  readonly isEmbedBanned?: boolean;
  readonly uniqueIdModifiedAtSeconds?: number;
  readonly nicknameModifiedAtSeconds?: number;
}
