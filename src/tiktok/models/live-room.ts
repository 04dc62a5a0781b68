import type { MediaLink } from './media';
import type { User } from './user';

/** A live room. */
export interface LiveRoom {
  /** Decimal digits; never a JavaScript number. */
  readonly id: string;
  readonly title?: string;
  /** TikTok's own number: 2 is live, 4 has ended. */
  readonly status?: number;
  /** Unix seconds. */
  readonly startedAtSeconds?: number;
  /** Watching now. */
  readonly viewerCount?: number;
  /** Came in since the start. */
  readonly enterCount?: number;
  readonly likeCount?: number;
  readonly coverLink?: MediaLink;
  /** Topic that the owner filed the room under. */
  readonly hashtagName?: string;
  readonly owner?: User;
  /** One entry a quality; none once the room has ended. */
  readonly streams: readonly LiveStream[];
}

/** One quality of a live room under TikTok's own name: `ld`, `sd`, `hd`, `uhd`, `origin`, or `SD1`, `FULL_HD1`. */
export interface LiveStream {
  readonly quality: string;
  readonly flv?: MediaLink;
  readonly hls?: MediaLink;
}
