import type { DynamicModule, OnApplicationShutdown } from '@nestjs/common';
import { Inject, Module } from '@nestjs/common';
import type { OperationCachePort } from '../cache/operation-cache.port';
import { OPERATION_CACHE } from '../cache/operation-cache.port';
import { SourceLadder } from './source-ladder';
import { EmbedSource } from './sources/embed.source';
import { PageSource } from './sources/page.source';
import { WebApiSource } from './sources/web-api.source';
import { TikTokClient } from './tiktok.client';
import { Session } from './transport/session';
import type { Transport, TransportOptions } from './transport/transport';
import { createTransport } from './transport/transport';

export interface TikTokModuleOptions {
  readonly transport: TransportOptions;
  /** Put before source names when the upstream is not TikTok itself. */
  readonly sourcePrefix: string;
  /** The upstream's clock, when it is not this machine's. */
  readonly upstreamNowMs?: () => number;
}

const TRANSPORT = Symbol('TRANSPORT');

/** The one joint between the client, which knows no Nest, and the application. */
@Module({})
export class TikTokModule implements OnApplicationShutdown {
  constructor(@Inject(TRANSPORT) private readonly transport: Transport) {}

  static forRoot(options: TikTokModuleOptions): DynamicModule {
    return {
      module: TikTokModule,
      global: true,
      providers: [
        { provide: TRANSPORT, useFactory: () => createTransport(options.transport) },
        {
          provide: TikTokClient,
          useFactory: (transport: Transport, cache: OperationCachePort) =>
            createClient(transport, cache, options),
          inject: [TRANSPORT, OPERATION_CACHE],
        },
      ],
      exports: [TikTokClient],
    };
  }

  onApplicationShutdown(): Promise<void> {
    return this.transport.close();
  }
}

function createClient(
  { exchange }: Transport,
  cache: OperationCachePort,
  { sourcePrefix, upstreamNowMs = Date.now }: TikTokModuleOptions,
): TikTokClient {
  const session = new Session();
  const ladder = new SourceLadder([
    new PageSource(exchange, session),
    new EmbedSource(exchange, session),
    new WebApiSource(exchange, session, upstreamNowMs),
  ]);
  return new TikTokClient(ladder, cache, sourcePrefix);
}
