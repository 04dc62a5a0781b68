import type { MediaLink } from './media';

/** A hashtag (TikTok calls it a challenge). `name` has no `#`. */
export interface Hashtag {
  readonly id?: string;
  readonly name: string;
  readonly description?: string;
}

/** Counters of a hashtag; absent where the surface does not give them. Exact when the surface has exact ones. */
export interface HashtagStats {
  readonly postCount?: number;
  readonly viewCount?: number;
}

/** A hashtag as its own page shows it. The embed surface gives no id. */
export interface HashtagDetail extends Hashtag {
  readonly isCommerce?: boolean;
  readonly coverLarger?: MediaLink;
  readonly coverMedium?: MediaLink;
  readonly coverThumb?: MediaLink;
  readonly profileLarger?: MediaLink;
  readonly profileMedium?: MediaLink;
  readonly profileThumb?: MediaLink;
  readonly stats: HashtagStats;
}
