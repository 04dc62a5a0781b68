import { createCache } from 'cache-manager';
import { Keyv } from 'keyv';
import type { Answer } from '../../src/cache/answer';
import { MemoryStore } from '../../src/cache/memory-store';
import { OperationCache } from '../../src/cache/operation-cache';
import type { CacheRequest, FailureRules, Loaded } from '../../src/cache/operation-cache.port';
import { RedisSharedEntries } from '../../src/cache/redis/redis-shared-entries';
import { RedisLink } from '../../src/redis/redis-link';

export class NotFoundError extends Error {}
export class RefusedError extends Error {}

const failures: FailureRules = {
  keepMs: 60_000,
  pack: (error) => (error instanceof NotFoundError ? { message: error.message } : undefined),
  unpack: (packed) => new NotFoundError((packed as { message: string }).message),
  isPassing: (error) => error instanceof RefusedError,
};

const lifetimes = { ttlMs: 600_000, staleWhileRevalidateMs: 600_000, staleIfErrorMs: 6_000_000 };

export interface ReplicaOptions {
  readonly nowMs?: () => number;
  /** So long that a busy machine is not taken for a Redis that is away; the default of the server is 25. */
  readonly timeoutMs?: number;
}

/** One of several processes that share a Redis: its own memory, its own connection. */
export class Replica {
  readonly said: string[] = [];
  readonly link: RedisLink;
  readonly cache: OperationCache;

  private constructor(
    redis: { readonly url: string },
    { nowMs, timeoutMs = 10_000 }: ReplicaOptions,
  ) {
    const note = (message: string): number => this.said.push(message);
    this.link = new RedisLink({
      url: redis.url,
      keyPrefix: 'test:',
      timeoutMs,
      log: { log: note, warn: note },
    });
    const memory = new MemoryStore(10_000_000);
    const store = new Keyv({ store: memory, useKeyPrefix: false });
    store.serialize = undefined;
    store.deserialize = undefined;
    this.cache = new OperationCache({
      memory: createCache({ stores: [store] }),
      shared: new RedisSharedEntries(this.link),
      view: memory,
      nowMs,
      random: () => 0,
    });
  }

  static async start(
    redis: { readonly url: string },
    options: ReplicaOptions = {},
  ): Promise<Replica> {
    const replica = new Replica(redis, options);
    await replica.link.open();
    return replica;
  }

  /** The value and how it came about. */
  async ask(
    load: () => string | Promise<string>,
    more: Partial<CacheRequest<string>> = {},
  ): Promise<[string, string]> {
    const { value, meta } = await this.fetch(load, more);
    return [value, meta.cache];
  }

  fetch(
    load: () => string | Promise<string>,
    more: Partial<CacheRequest<string>> = {},
  ): Promise<Answer<string>> {
    const fetched = async (): Promise<Loaded<string>> => ({ value: await load(), source: 'page' });
    const request = { key: 'op:{"a":1}', lifetimes, failures, load: fetched, ...more };
    return this.cache.fetch(request);
  }

  close(): Promise<void> {
    return this.link.close();
  }
}

/** For requests that must be answered without asking. */
export function unasked(): never {
  throw new Error('TikTok was asked');
}
