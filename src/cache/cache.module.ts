import type { DynamicModule } from '@nestjs/common';
import { Module } from '@nestjs/common';
import { APP_INTERCEPTOR } from '@nestjs/core';
import { CACHE_MANAGER, CacheModule as CacheManagerModule } from '@nestjs/cache-manager';
import type { Cache } from 'cache-manager';
import { Keyv } from 'keyv';
import { CacheInterceptor } from './cache.interceptor';
import { MemoryStore } from './memory-store';
import { OperationCache } from './operation-cache';
import { OPERATION_CACHE } from './operation-cache.port';
import { RepresentationCache } from './representation-cache';

export interface CacheModuleOptions {
  /** Bound of the answers kept in memory, and a quarter of it more for their serialised bytes. */
  readonly maxBytes: number;
}

/** The operation cache over cache-manager, and its HTTP side. A Redis store joins the list of stores here. */
@Module({})
export class CacheModule {
  static forRoot({ maxBytes }: CacheModuleOptions): DynamicModule {
    // Without a serialiser Keyv hands values through by reference instead of copying them through JSON.
    const store = new Keyv({ store: new MemoryStore(maxBytes), useKeyPrefix: false });
    store.serialize = undefined;
    store.deserialize = undefined;
    return {
      module: CacheModule,
      global: true,
      imports: [CacheManagerModule.register({ stores: [store] })],
      providers: [
        {
          provide: OPERATION_CACHE,
          useFactory: (cache: Cache) => new OperationCache(cache),
          inject: [CACHE_MANAGER],
        },
        { provide: RepresentationCache, useValue: new RepresentationCache(maxBytes / 4) },
        { provide: APP_INTERCEPTOR, useClass: CacheInterceptor },
      ],
      exports: [OPERATION_CACHE],
    };
  }
}
