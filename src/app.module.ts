import type { DynamicModule } from '@nestjs/common';
import { Module } from '@nestjs/common';
import { APP_FILTER, APP_PIPE } from '@nestjs/core';
import { replyWithError } from './app.errors';
import { CacheModule } from './cache/cache.module';
import type { AppConfig } from './config/app-config';
import { tiktokModule } from './configured-client';
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
import { TrendingModule } from './trending/trending.module';
import { UsersModule } from './users/users.module';

@Module({})
export class AppModule {
  static forRoot(config: AppConfig): DynamicModule {
    const { access, cache, redis, media, tiktok, load } = config;
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
        tiktokModule(config, {
          onTry: metrics.tried,
          strain: () =>
            eventLoop.delayMs > load.maxEventLoopDelayMs ? 'this server is overloaded' : undefined,
        }),
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
