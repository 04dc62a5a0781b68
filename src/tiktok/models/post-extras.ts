import type { MediaLink } from './media';

/** A link that TikTok shows below a caption: a place, a template, a product. */
export interface Anchor {
  readonly id?: string;
  /** TikTok's own number. */
  readonly type?: number;
  readonly keyword?: string;
  readonly description?: string;
  /** Address that the TikTok app opens; it is seldom a web address. */
  readonly schema?: string;
  readonly iconLink?: MediaLink;
  readonly thumbnailLink?: MediaLink;
}

/** The place that a post names. */
export interface Place {
  readonly id: string;
  readonly name?: string;
  readonly address?: string;
  readonly city?: string;
  readonly cityCode?: string;
  readonly province?: string;
  readonly country?: string;
  readonly countryCode?: string;
  readonly category?: string;
  /** TikTok's own kinds of places, from wide to narrow. */
  readonly typeNames: readonly string[];
}

/** An effect that a post was made with. */
export interface Effect {
  readonly id: string;
  readonly name?: string;
}

/** What TikTok says about the standing of a post; absent where the surface does not say. */
export interface PostState {
  readonly isDeleted?: boolean;
  readonly isProhibited?: boolean;
  readonly isInReview?: boolean;
  readonly isTakenDown?: boolean;
  readonly isForFriends?: boolean;
  /** TikTok's number of a cover over the post: 3 sensitive, 4 flashing light. */
  readonly maskType?: number;
  readonly warnings?: readonly string[];
}
