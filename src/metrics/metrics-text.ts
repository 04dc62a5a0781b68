import { Injectable } from '@nestjs/common';
import { Registry } from 'prom-client';
import { processMetrics } from './process-metrics';
import { ServerMetrics } from './server-metrics';

/** All measurements as Prometheus reads them. */
@Injectable()
export class MetricsText {
  private readonly all: Registry;

  constructor({ registry }: ServerMetrics) {
    this.all = Registry.merge([registry, processMetrics()]);
  }

  read(): Promise<string> {
    return this.all.metrics();
  }
}
