import { LRUCache } from 'lru-cache';
import type { MemoryFacts } from './cache-stats';
import type { StoredEntry, StoredValue } from './stored-entry';

/**
 * The memory behind Keyv: a map bounded by bytes that lets go of what was used longest ago.
 * Values are kept by reference (Keyv runs without a serialiser), so a hit copies nothing.
 */
export class MemoryStore {
  private readonly entries: LRUCache<string, StoredValue>;
  private evictions = 0;
  /** Grows with every change; what was seen at one revision still lies there as long as it is the same. */
  revision = 0;

  constructor(maxBytes: number) {
    this.entries = new LRUCache({
      maxSize: maxBytes,
      sizeCalculation: sizeOf,
      dispose: (_value, _key, reason) => {
        if (reason === 'evict') this.evictions += 1;
      },
    });
  }

  get(key: string): StoredValue | undefined {
    return this.entries.get(key);
  }

  /** The entry itself, without what Keyv wraps around it. */
  peek(key: string): StoredEntry | undefined {
    return this.entries.get(key)?.value;
  }

  set(key: string, value: StoredValue): this {
    this.revision += 1;
    this.entries.set(key, value);
    return this;
  }

  delete(key: string): boolean {
    this.revision += 1;
    return this.entries.delete(key);
  }

  clear(): void {
    this.revision += 1;
    this.entries.clear();
  }

  get bytes(): number {
    return this.entries.calculatedSize;
  }

  facts(): MemoryFacts {
    return { evictions: this.evictions, entries: this.entries.size, bytes: this.bytes };
  }
}

// Fitted to what profiles, posts and lists take, within a fifth: test/cache/memory-accounting.spec.ts measures it.
const perEntryBytes = 2_400;
const perJsonByte = 1.25;

function sizeOf(stored: StoredValue, key: string): number {
  return Math.round(perEntryBytes + key.length + stored.value.jsonBytes * perJsonByte);
}
