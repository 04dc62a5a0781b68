import { createHash } from 'node:crypto';
import { LRUCache } from 'lru-cache';

/** A body as it goes over the wire. */
export interface Representation {
  readonly body: Buffer;
  readonly contentType: string;
  readonly etag: string;
}

/** Serialised answers, so that a hit neither presents nor serialises again. Bounded by bytes. */
export class RepresentationCache {
  private readonly representations: LRUCache<string, Representation>;

  constructor(maxBytes: number) {
    this.representations = new LRUCache({
      maxSize: Math.max(1, Math.floor(maxBytes)),
      sizeCalculation: ({ body }, key) => body.length + key.length * 2 + 256,
    });
  }

  /** The bytes kept under `key`, or those of `value()`, kept from now on. */
  of(key: string, value: () => unknown): Representation {
    const kept = this.representations.get(key);
    if (kept) return kept;
    const made = represent(value());
    this.representations.set(key, made);
    return made;
  }
}

/** A string is sent as text, everything else as JSON. */
export function represent(value: unknown): Representation {
  const isText = typeof value === 'string';
  const body = Buffer.from(isText ? value : JSON.stringify(value));
  return {
    body,
    contentType: isText ? 'text/plain; charset=utf-8' : 'application/json; charset=utf-8',
    etag: `"${createHash('sha1').update(body).digest('base64url')}"`,
  };
}
