import type { DynamicModule, OnApplicationShutdown } from '@nestjs/common';
import { Inject, Logger, Module } from '@nestjs/common';
import type { AppConfig } from '../config/app-config';
import { RedisLink } from './redis-link';

/** Injection token: the {@link RedisLink}, or null where no Redis is configured. */
export const REDIS_LINK = Symbol('REDIS_LINK');

/** What several replicas of the server share. */
@Module({})
export class RedisModule implements OnApplicationShutdown {
  constructor(@Inject(REDIS_LINK) private readonly link: RedisLink | null) {}

  static forRoot(redis: AppConfig['redis']): DynamicModule {
    return {
      module: RedisModule,
      global: true,
      providers: [{ provide: REDIS_LINK, useFactory: () => linkTo(redis) }],
      exports: [REDIS_LINK],
    };
  }

  async onApplicationShutdown(): Promise<void> {
    await this.link?.close();
  }
}

async function linkTo({ url, ...options }: AppConfig['redis']): Promise<RedisLink | null> {
  if (url === undefined) return null;
  const link = new RedisLink({ url, ...options, log: new Logger('Redis') });
  await link.open();
  return link;
}
