import type { MediaLink } from './media';
import type { User } from './user';

/** A sound. */
export interface Music {
  readonly id: string;
  readonly title?: string;
  readonly authorName?: string;
  readonly album?: string;
  readonly durationSeconds?: number;
  /** With its fraction, where the surface measures it. */
  readonly preciseDurationSeconds?: number;
  /** True for a sound made with the post, false for one from the catalogue. */
  readonly isOriginal?: boolean;
  readonly isCopyrighted?: boolean;
  readonly isCommerceMusic?: boolean;
  readonly isPrivate?: boolean;
  /** The account that made an original sound; the mobile surface says it beside the name. */
  readonly owner?: MusicOwner;
  readonly playLink?: MediaLink;
  readonly coverLarge?: MediaLink;
  readonly coverMedium?: MediaLink;
  readonly coverThumb?: MediaLink;
  /** The same song on music services. */
  readonly serviceSongs?: readonly ServiceSong[];
}

export interface MusicOwner {
  readonly id?: string;
  readonly uniqueId?: string;
  readonly secUid?: string;
  readonly nickname?: string;
}

/** `platform` is TikTok's number of the service: 1 Apple Music, 3 Spotify. */
export interface ServiceSong {
  readonly platform?: number;
  readonly songId: string;
}

/** A sound as its own page shows it. */
export interface MusicDetail extends Music {
  /** Posts that use the sound. */
  readonly postCount?: number;
  readonly author?: User;
}
