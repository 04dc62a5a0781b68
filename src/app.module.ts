import type { DynamicModule } from '@nestjs/common';
import { Logger, Module } from '@nestjs/common';
import { APP_FILTER, APP_PIPE } from '@nestjs/core';
import { replyWithError } from './app.errors';
import { CacheModule } from './cache/cache.module';
import type { AppConfig } from './config/app-config';
import { DownloadsModule } from './downloads/downloads.module';
import { EnsembleDataModule } from './ensembledata/ensembledata.module';
import { HealthModule } from './health/health.module';
import { AccessModule } from './http/access.module';
import { EventLoop } from './http/event-loop';
import { ErrorFilter } from './http/error.filter';
import { MediaLinksModule } from './http/media-links.module';
import { StrainModule } from './http/strain.module';
import { createValidationPipe } from './http/validation.pipe';
import { MetricsModule } from './metrics/metrics.module';
import { ServerMetrics } from './metrics/server-metrics';
import { PostsModule } from './posts/posts.module';
import { RedisModule } from './redis/redis.module';
import { TikTokModule } from './tiktok';
import { TrendingModule } from './trending/trending.module';
import { UsersModule } from './users/users.module';

const logger = new Logger('TikTok');
const onWarning = (message: string): void => logger.warn(message);

@Module({})
export class AppModule {
  static forRoot(config: AppConfig): DynamicModule {
    const { access, cache, redis, media, tiktok } = config;
    const { links, secrets, linkTtlSeconds } = media;
    const metrics = new ServerMetrics();
    const eventLoop = new EventLoop();
    return {
      module: AppModule,
      imports: [
        RedisModule.forRoot(redis),
        AccessModule.forRoot(access),
        CacheModule.forRoot(cache),
        StrainModule.forRoot(eventLoop),
        tiktokModule(config, { metrics, eventLoop }),
        MediaLinksModule.forRoot({ style: links, secrets, ttlSeconds: linkTtlSeconds }),
        TrendingModule,
        UsersModule,
        PostsModule,
        DownloadsModule,
        EnsembleDataModule.forRoot(access, {
          upstreamNowMs: tiktok.nowMs,
          onUnits: metrics.charged,
        }),
        HealthModule.forRoot({ letsStrangersIn: access.letsStrangersIn }),
        MetricsModule.forRoot(metrics),
      ],
      providers: [
        { provide: APP_PIPE, useFactory: createValidationPipe },
        { provide: APP_FILTER, useValue: new ErrorFilter(replyWithError) },
      ],
    };
  }
}

interface Watchers {
  readonly metrics: ServerMetrics;
  readonly eventLoop: EventLoop;
}

function tiktokModule(
  { tiktok, sessions, signer, operations, media, load, probe }: AppConfig,
  { metrics, eventLoop }: Watchers,
): DynamicModule {
  return TikTokModule.forRoot({
    transport: tiktok,
    sessions: { ...sessions, onWarning },
    signer,
    media,
    pagesAhead: operations.pagesAhead,
    operationTimeoutMs: operations.timeoutMs,
    maxOperations: load.maxOperations,
    strain: () =>
      eventLoop.delayMs > load.maxEventLoopDelayMs ? 'this server is overloaded' : undefined,
    onTry: metrics.tried,
    probe: { samples: probe, spacingMs: tiktok.baseUrl === undefined ? undefined : 0 },
    // Whatever is not TikTok itself must never pass for it.
    sourcePrefix: tiktok.baseUrl === undefined ? '' : 'sandbox:',
    upstreamNowMs: tiktok.nowMs,
  });
}
