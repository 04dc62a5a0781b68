import type { DynamicModule } from '@nestjs/common';
import { Logger, Module } from '@nestjs/common';
import { APP_FILTER, APP_PIPE } from '@nestjs/core';
import { replyWithError } from './app.errors';
import { CacheModule } from './cache/cache.module';
import type { AppConfig } from './config/app-config';
import { EnsembleDataModule } from './ensembledata/ensembledata.module';
import { HealthModule } from './health/health.module';
import { ErrorFilter } from './http/error.filter';
import { createValidationPipe } from './http/validation.pipe';
import { PostsModule } from './posts/posts.module';
import { TikTokModule } from './tiktok';
import { TrendingModule } from './trending/trending.module';
import { UsersModule } from './users/users.module';

const logger = new Logger('TikTok');
const onWarning = (message: string): void => logger.warn(message);

@Module({})
export class AppModule {
  static forRoot({
    tiktok,
    sessions,
    signer,
    operations,
    cache,
    access,
  }: AppConfig): DynamicModule {
    return {
      module: AppModule,
      imports: [
        CacheModule.forRoot(cache),
        TikTokModule.forRoot({
          transport: tiktok,
          sessions: { ...sessions, onWarning },
          signer,
          pagesAhead: operations.pagesAhead,
          operationTimeoutMs: operations.timeoutMs,
          // Whatever is not TikTok itself must never pass for it.
          sourcePrefix: tiktok.baseUrl === undefined ? '' : 'sandbox:',
          upstreamNowMs: tiktok.nowMs,
        }),
        TrendingModule,
        UsersModule,
        PostsModule,
        EnsembleDataModule.forRoot(access),
        HealthModule,
      ],
      providers: [
        { provide: APP_PIPE, useFactory: createValidationPipe },
        { provide: APP_FILTER, useValue: new ErrorFilter(replyWithError) },
      ],
    };
  }
}
