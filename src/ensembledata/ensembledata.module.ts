import type { DynamicModule } from '@nestjs/common';
import { Module } from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import type { FastifyInstance } from 'fastify';
import type { AppConfig } from '../config/app-config';
import type { RedisLink } from '../redis/redis-link';
import { REDIS_LINK } from '../redis/redis.module';
import { registerCharging } from './access/charging';
import { CustomerController } from './access/customer.controller';
import { MemoryUsageStore } from './access/memory-usage-store';
import { RedisUsageStore } from './access/redis-usage-store';
import type { UnitsListener } from './access/unit-meter';
import { ACCESS_CLOCK, UNITS_LISTENER, UnitMeter } from './access/unit-meter';
import { USAGE_STORE } from './access/usage-store';
import { tiktokControllers, tiktokProviders } from './tiktok-methods';

export interface EnsembleDataOptions {
  /** The upstream's clock, when it is not this machine's. */
  readonly upstreamNowMs?: () => number;
  /** Told of all units that are charged. */
  readonly onUnits?: UnitsListener;
}

/** The routes of EnsembleData's API under `/apis`, for its own clients. */
@Module({})
export class EnsembleDataModule {
  constructor({ httpAdapter }: HttpAdapterHost, meter: UnitMeter) {
    registerCharging(httpAdapter.getInstance<FastifyInstance>(), meter);
  }

  static forRoot(
    access: AppConfig['access'],
    { upstreamNowMs = Date.now, onUnits }: EnsembleDataOptions = {},
  ): DynamicModule {
    return {
      module: EnsembleDataModule,
      controllers: [...tiktokControllers, CustomerController],
      providers: [
        ...tiktokProviders(upstreamNowMs),
        { provide: ACCESS_CLOCK, useValue: access.nowMs ?? Date.now },
        {
          provide: USAGE_STORE,
          useFactory: (link: RedisLink | null) =>
            link ? new RedisUsageStore(link) : new MemoryUsageStore(),
          inject: [REDIS_LINK],
        },
        { provide: UNITS_LISTENER, useValue: onUnits ?? (() => undefined) },
        UnitMeter,
      ],
    };
  }
}
