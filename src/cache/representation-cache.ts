import { LRUCache } from 'lru-cache';
import type { AnswerMeta } from './answer';
import type { Representation } from './representation';
import { bytesOf } from './representation';

/** What was sent for a request, and where it came from. */
export interface SentAnswer {
  /** The template of the route that answered. */
  readonly route: string;
  readonly representation: Representation;
  readonly meta: AnswerMeta;
  /** Headers of the request that the body depends on. */
  readonly vary: string;
}

/**
 * Serialised answers by request, so that a hit neither presents nor serialises nor compresses again. Bounded by
 * bytes.
 */
export class RepresentationCache {
  private readonly sent: LRUCache<string, SentAnswer>;

  constructor(maxBytes: number) {
    this.sent = new LRUCache({
      maxSize: Math.max(1, Math.floor(maxBytes)),
      sizeCalculation: ({ representation }, key) => bytesOf(representation) + key.length * 2 + 512,
    });
  }

  /** What was sent for this request the last time. */
  last(request: string): SentAnswer | undefined {
    return this.sent.get(request);
  }

  keep(request: string, sent: SentAnswer): void {
    this.sent.set(request, sent);
  }
}
