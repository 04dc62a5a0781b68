import type { DynamicModule, OnApplicationShutdown } from '@nestjs/common';
import { Inject, Module } from '@nestjs/common';
import type { OperationCachePort } from '../cache/operation-cache.port';
import { OPERATION_CACHE } from '../cache/operation-cache.port';
import type { CreateClientOptions, CreatedClient } from './create-client';
import { createTikTokClient } from './create-client';
import { MediaClient } from './media/media.client';
import { UpstreamProbe } from './probe/upstream-probe';
import { TikTokClient } from './tiktok.client';

const CREATED_CLIENT = Symbol('CREATED_CLIENT');

/** The one joint between the client, which knows no Nest, and the application. */
@Module({})
export class TikTokModule implements OnApplicationShutdown {
  constructor(@Inject(CREATED_CLIENT) private readonly created: CreatedClient) {}

  static forRoot(options: CreateClientOptions): DynamicModule {
    return {
      module: TikTokModule,
      global: true,
      providers: [
        {
          provide: CREATED_CLIENT,
          useFactory: (cache: OperationCachePort) => createTikTokClient(options, cache),
          inject: [OPERATION_CACHE],
        },
        {
          provide: TikTokClient,
          useFactory: ({ client }: CreatedClient) => client,
          inject: [CREATED_CLIENT],
        },
        {
          provide: UpstreamProbe,
          useFactory: ({ probe }: CreatedClient) => probe,
          inject: [CREATED_CLIENT],
        },
        {
          provide: MediaClient,
          useFactory: ({ media }: CreatedClient) => media,
          inject: [CREATED_CLIENT],
        },
      ],
      exports: [TikTokClient, MediaClient, UpstreamProbe],
    };
  }

  onApplicationShutdown(): Promise<void> {
    return this.created.close();
  }
}
