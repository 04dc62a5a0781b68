import type { MediaLink } from './media';

/** A sound. */
export interface Music {
  readonly id: string;
  readonly title?: string;
  readonly authorName?: string;
  readonly album?: string;
  readonly durationSeconds?: number;
  /** True for a sound made with the post, false for one from the catalogue. */
  readonly isOriginal?: boolean;
  readonly isCopyrighted?: boolean;
  readonly isCommerceMusic?: boolean;
  readonly isPrivate?: boolean;
  readonly playLink?: MediaLink;
  readonly coverLarge?: MediaLink;
  readonly coverMedium?: MediaLink;
  readonly coverThumb?: MediaLink;
}
