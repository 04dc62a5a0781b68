import type { Admission } from './admission';
import type { UpstreamFacts } from './upstream-health';

export interface CallOptions {
  /** Ask TikTok whatever is stored, and store what it says. */
  readonly refresh?: boolean;
}

export interface CountOptions extends CallOptions {
  /** How many items are wanted; pages are followed for that many. */
  readonly count: number;
}

export interface ClientOptions {
  /** What is known of guests, signer and queues when somebody asks for the health. */
  readonly upstreamFacts?: () => UpstreamFacts;
  /** How long all sources of one operation may take together; 30 seconds unless given. */
  readonly operationTimeoutMs?: number;
  /** Who may ask TikTok now; everybody, unless given. */
  readonly admission?: Admission;
  /** Put before source names, so that an emulator's data never pass for TikTok's. */
  readonly sourcePrefix?: string;
  /** Pages of a list that may be asked for ahead where its cursor is an offset. */
  readonly pagesAhead?: number;
}
