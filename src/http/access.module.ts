import type { DynamicModule } from '@nestjs/common';
import { Logger, Module } from '@nestjs/common';
import type { AppConfig } from '../config/app-config';
import { REDIS_LINK } from '../redis/redis.module';
import type { RedisLink } from '../redis/redis-link';
import { ApiTokens } from './api-tokens';
import { tokensOf } from './configured-tokens';
import { MemoryRateCounter } from './rate-limit/memory-rate-counter';
import { RateLimiter } from './rate-limit/rate-limiter';
import { SharedRateCounter } from './rate-limit/shared-rate-counter';

/** Who may call, and how often. */
@Module({})
export class AccessModule {
  static forRoot(access: AppConfig['access']): DynamicModule {
    return {
      module: AccessModule,
      global: true,
      providers: [
        { provide: ApiTokens, useFactory: () => tokensOf(access, new Logger('Access')) },
        {
          provide: RateLimiter,
          useFactory: (link: RedisLink | null) => limiterOf(access, link),
          inject: [REDIS_LINK],
        },
      ],
      exports: [ApiTokens, RateLimiter],
    };
  }
}

function limiterOf(
  { requestsPerMinute, nowMs }: AppConfig['access'],
  link: RedisLink | null,
): RateLimiter {
  const memory = new MemoryRateCounter();
  return new RateLimiter({
    requestsPerMinute,
    nowMs,
    counter: link ? new SharedRateCounter(link, memory) : memory,
  });
}
