import { Injectable } from '@nestjs/common';
import cluster from 'node:cluster';
import type { Registry } from 'prom-client';
import { processMetrics } from './process-metrics';
import { ServerMetrics } from './server-metrics';

/** All measurements as Prometheus reads them. */
@Injectable()
export class MetricsText {
  private readonly registries: readonly Registry[];

  constructor({ registry }: ServerMetrics) {
    this.registries = [registry, processMetrics()];
    // Processes on one port answer in turn, each with its own figures: those of two must not pass for one series.
    const { worker } = cluster;
    if (worker)
      for (const each of this.registries) each.setDefaultLabels({ worker: String(worker.id) });
  }

  async read(): Promise<string> {
    const texts = await Promise.all(this.registries.map((registry) => registry.metrics()));
    return texts.join('');
  }
}
