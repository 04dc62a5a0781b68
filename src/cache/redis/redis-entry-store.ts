import KeyvRedis from '@keyv/redis';
import { RESP_TYPES } from '@redis/client';
import type { RedisLink } from '../../redis/redis-link';
import type { StoredValue } from '../stored-entry';
import { decodeEntry, encodeEntry } from './entry-codec';

/**
 * Redis behind Keyv, guarded: no call of it holds anybody up longer than the link allows. Entries are kept as
 * bytes, compressed where that is worth it. A read of what cannot be read is a read of nothing.
 */
export class RedisEntryStore {
  private readonly redis: KeyvRedis<Buffer>;

  constructor(
    private readonly link: RedisLink,
    private readonly redisKeyOf: (key: string) => string,
  ) {
    const client = link.raw.withTypeMapping({ [RESP_TYPES.BLOB_STRING]: Buffer });
    // Its type says what replies are mapped to, which Keyv has no word for.
    this.redis = new KeyvRedis<Buffer>(client as unknown as typeof link.raw, {
      throwOnErrors: true,
      throwOnConnectError: true,
    });
    // The link speaks of what goes wrong.
    this.redis.on('error', () => undefined);
  }

  async get(key: string): Promise<StoredValue | undefined> {
    const bytes = await this.link.read(() => this.redis.get<Buffer>(this.redisKeyOf(key)));
    return bytes && decodeEntry(bytes);
  }

  async set(key: string, stored: StoredValue, ttlMs?: number): Promise<void> {
    const bytes = await encodeEntry(stored);
    // Keyv's types know text only; the client takes bytes as well.
    const value = bytes as unknown as string;
    try {
      await this.link.write(() => this.redis.set(this.redisKeyOf(key), value, ttlMs));
    } catch (error) {
      // What lies there is older, and a full Redis still deletes.
      await this.delete(key).catch(() => undefined);
      throw error;
    }
  }

  delete(key: string): Promise<boolean> {
    return this.link.read(() => this.redis.delete(this.redisKeyOf(key)));
  }

  /** Leaves everything where it is: what other replicas share is not one of them's to clear. */
  async clear(): Promise<void> {}
}
