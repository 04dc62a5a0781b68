import type { Hashtag } from './hashtag';
import type { Image, Video } from './media';
import type { Music } from './music';
import type { Anchor, Effect, Place, PostState } from './post-extras';
import type { User } from './user';

/** Counters of a post; absent where the surface does not give them. Exact when the surface has exact ones. */
export interface PostStats {
  readonly diggCount?: number;
  readonly commentCount?: number;
  readonly shareCount?: number;
  readonly playCount?: number;
  readonly collectCount?: number;
  readonly repostCount?: number;
  readonly downloadCount?: number;
  readonly forwardCount?: number;
  readonly whatsappShareCount?: number;
}

/** An account named in a caption. */
export interface Mention {
  readonly uniqueId?: string;
  readonly userId?: string;
  readonly secUid?: string;
}

/** A piece of a caption that is a hashtag or a mention, in UTF-16 offsets of `caption`. */
export interface CaptionTag {
  readonly start: number;
  readonly end: number;
  readonly hashtag?: Hashtag;
  readonly mention?: Mention;
}

/** A video or photo post. */
export interface Post {
  /** Decimal digits; never a JavaScript number. */
  readonly id: string;
  readonly kind: 'video' | 'photo';
  readonly caption: string;
  /** Unix seconds: TikTok's own time where the surface gives it, else the time inside the id. */
  readonly createdAtSeconds?: number;
  /** Absent where the surface names no author. */
  readonly author?: User;
  readonly stats: PostStats;
  /** Absent for age-gated posts and on surfaces without it. */
  readonly video?: Video;
  /** The pictures of a photo post, in order; empty for a video. */
  readonly images: readonly Image[];
  readonly imageTitle?: string;
  readonly music?: Music;
  readonly hashtags: readonly Hashtag[];
  readonly captionTags: readonly CaptionTag[];
  /** Two-letter country of the upload. */
  readonly locationCreated?: string;
  /** Topics that TikTok files the post under. */
  readonly labels: readonly string[];
  readonly suggestedWords: readonly string[];
  readonly textLanguage?: string;
  readonly playlistId?: string;
  readonly isPinned: boolean;
  readonly isAd?: boolean;
  readonly isPrivate?: boolean;
  readonly isAiGenerated?: boolean;
  /** TikTok hides the post's media from guests because of its content. */
  readonly isContentClassified?: boolean;
  readonly isDuetEnabled?: boolean;
  readonly isStitchEnabled?: boolean;
  readonly isShareEnabled?: boolean;
  readonly duetFromId?: string;
  /** TikTok's own numbers of who may do what with the post. */
  readonly duetSetting?: number;
  readonly stitchSetting?: number;
  readonly commentSetting?: number;
  /** Unix seconds; absent for a post that was published at once. */
  readonly scheduledAtSeconds?: number;
  readonly diversificationId?: number;
  readonly categoryType?: number;
  readonly state?: PostState;
  readonly anchors?: readonly Anchor[];
  readonly place?: Place;
  /** Texts laid over the picture. */
  readonly stickerTexts?: readonly string[];
  readonly effects?: readonly Effect[];
  readonly imageCover?: Image;
  readonly shareUrl?: string;
}
