import type { DynamicModule } from '@nestjs/common';
import { Logger, Module } from '@nestjs/common';
import { APP_INTERCEPTOR } from '@nestjs/core';
import { CACHE_MANAGER, CacheModule as CacheManagerModule } from '@nestjs/cache-manager';
import type { Cache } from 'cache-manager';
import { Keyv } from 'keyv';
import { REDIS_LINK } from '../redis/redis.module';
import type { RedisLink } from '../redis/redis-link';
import { CacheInterceptor } from './cache.interceptor';
import { HotAnswers } from './hot-answers';
import { MemoryStore } from './memory-store';
import { OperationCache } from './operation-cache';
import { OPERATION_CACHE } from './operation-cache.port';
import { RedisSharedEntries } from './redis/redis-shared-entries';
import { RepresentationCache } from './representation-cache';

export interface CacheModuleOptions {
  /** Bound of all that is kept in memory of answers, their serialised bytes included. */
  readonly maxBytes: number;
}

const logger = new Logger('Cache');

/** Of the memory for answers, what is for their bytes as they were sent. */
const serialisedShare = 1 / 5;

/** The operation cache over cache-manager, and its HTTP side; with what replicas share where Redis is configured. */
@Module({})
export class CacheModule {
  static forRoot({ maxBytes }: CacheModuleOptions): DynamicModule {
    const serialisedBytes = Math.floor(maxBytes * serialisedShare);
    const memory = new MemoryStore(maxBytes - serialisedBytes);
    return {
      module: CacheModule,
      global: true,
      imports: [CacheManagerModule.register({ stores: [keyvOf(memory)] })],
      providers: [
        {
          provide: OperationCache,
          useFactory: (cache: Cache, link: RedisLink | null) =>
            new OperationCache({
              memory: cache,
              shared: link ? new RedisSharedEntries(link) : undefined,
              view: memory,
              memoryFacts: () => memory.facts(),
              onFailedRenewal: (error) => logger.debug(`A renewal failed: ${nameOf(error)}`),
            }),
          inject: [CACHE_MANAGER, REDIS_LINK],
        },
        { provide: OPERATION_CACHE, useExisting: OperationCache },
        { provide: RepresentationCache, useValue: new RepresentationCache(serialisedBytes) },
        HotAnswers,
        { provide: APP_INTERCEPTOR, useClass: CacheInterceptor },
      ],
      exports: [OPERATION_CACHE, OperationCache, HotAnswers],
    };
  }
}

/** Without a serialiser Keyv hands values through by reference instead of copying them through JSON. */
function keyvOf(store: MemoryStore): Keyv {
  const keyv = new Keyv({ store, useKeyPrefix: false });
  keyv.serialize = undefined;
  keyv.deserialize = undefined;
  return keyv;
}

/** Messages of errors may name people; their names do not. */
function nameOf(error: unknown): string {
  return error instanceof Error ? error.name : 'unknown';
}
