import type { DynamicModule, OnApplicationShutdown } from '@nestjs/common';
import { Inject, Module } from '@nestjs/common';
import type { OperationCachePort } from '../cache/operation-cache.port';
import { OPERATION_CACHE } from '../cache/operation-cache.port';
import { SourceLadder } from './source-ladder';
import { EmbedSource } from './sources/embed.source';
import { OembedSource } from './sources/oembed.source';
import { PageSource } from './sources/page.source';
import { PhonePageSource } from './sources/phone-page.source';
import { PlayerSource } from './sources/player.source';
import { ShortLinkSource } from './sources/short-link.source';
import { SignedApiSource } from './sources/signed-api.source';
import { WebApiSource } from './sources/web-api.source';
import { TikTokClient } from './tiktok.client';
import type { HttpSignerOptions } from './transport/http-signer';
import { HttpSigner } from './transport/http-signer';
import type { SessionPoolOptions } from './transport/session-pool';
import { SessionPool } from './transport/session-pool';
import type { Transport, TransportOptions } from './transport/transport';
import { createTransport } from './transport/transport';

export interface TikTokModuleOptions {
  readonly transport: TransportOptions;
  readonly sessions?: SessionPoolOptions;
  /** Without an address, what needs a signer service answers that it does. */
  readonly signer: Omit<HttpSignerOptions, 'url'> & { readonly url?: string };
  readonly pagesAhead?: number;
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
  transport: Transport,
  cache: OperationCachePort,
  { sourcePrefix, pagesAhead, sessions, signer, upstreamNowMs = Date.now }: TikTokModuleOptions,
): TikTokClient {
  const { exchange } = transport;
  const upstream = { exchange, sessions: new SessionPool(sessions) };
  const ladder = new SourceLadder([
    new PageSource(upstream),
    new PhonePageSource(upstream),
    new EmbedSource(upstream),
    new PlayerSource(upstream),
    new OembedSource(upstream),
    new ShortLinkSource(upstream),
    new WebApiSource(upstream, upstreamNowMs),
    ...(signer.url === undefined
      ? []
      : [new SignedApiSource(exchange, new HttpSigner({ ...signer, url: signer.url }))]),
  ]);
  return new TikTokClient(ladder, cache, { sourcePrefix, pagesAhead });
}
