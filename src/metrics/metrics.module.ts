import type { DynamicModule } from '@nestjs/common';
import { Module } from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import type { FastifyInstance } from 'fastify';
import { OperationCache } from '../cache/operation-cache';
import { EventLoop } from '../http/event-loop';
import { TikTokClient } from '../tiktok';
import { collectCache } from './cache-metrics';
import { collectGauge } from './collected';
import { MetricsController } from './metrics.controller';
import { MetricsText } from './metrics-text';
import { ServerMetrics } from './server-metrics';
import { collectUpstream } from './upstream-metrics';

export interface MetricsSources {
  readonly cache: OperationCache;
  readonly tiktok: TikTokClient;
  readonly eventLoop: EventLoop;
}

const SOURCES = Symbol('METRICS_SOURCES');

/** GET /metrics, and what is measured for it. */
@Module({})
export class MetricsModule {
  constructor({ httpAdapter }: HttpAdapterHost, metrics: ServerMetrics) {
    registerMeasuring(httpAdapter.getInstance<FastifyInstance>(), metrics);
  }

  static forRoot(metrics: ServerMetrics): DynamicModule {
    return {
      module: MetricsModule,
      controllers: [MetricsController],
      providers: [
        { provide: ServerMetrics, useValue: metrics },
        {
          provide: SOURCES,
          useFactory: (cache: OperationCache, tiktok: TikTokClient, eventLoop: EventLoop) =>
            collect(metrics, { cache, tiktok, eventLoop }),
          inject: [OperationCache, TikTokClient, EventLoop],
        },
        MetricsText,
      ],
    };
  }
}

function collect({ registry }: ServerMetrics, sources: MetricsSources): MetricsSources {
  const { cache, tiktok, eventLoop } = sources;
  collectCache(registry, () => cache.stats());
  collectUpstream(registry, () => tiktok.health());
  collectGauge(registry, {
    name: 'event_loop_delay_seconds',
    help: 'How late the process is with its work, mean of the last half second',
    read: () => [{ value: eventLoop.delayMs / 1000 }],
  });
  return sources;
}

function registerMeasuring(fastify: FastifyInstance, metrics: ServerMetrics): void {
  fastify.addHook('onResponse', (request, reply, done) => {
    metrics.served({
      method: request.method,
      route: request.routeOptions.url ?? 'none',
      status: reply.statusCode,
      seconds: reply.elapsedTime / 1000,
    });
    done();
  });
}
