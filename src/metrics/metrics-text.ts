import { Injectable } from '@nestjs/common';
import { processMetrics } from './process-metrics';
import { ServerMetrics } from './server-metrics';

/** All measurements as Prometheus reads them. */
@Injectable()
export class MetricsText {
  constructor(private readonly metrics: ServerMetrics) {}

  async read(): Promise<string> {
    const registries = [this.metrics.registry, processMetrics()];
    const texts = await Promise.all(registries.map((registry) => registry.metrics()));
    return texts.join('');
  }
}
