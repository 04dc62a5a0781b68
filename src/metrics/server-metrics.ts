import { Counter, Histogram, Registry } from 'prom-client';
import type { ServedRequest } from '../http/served-request';
import type { SourceTry } from '../tiktok';

/** What is counted as it happens. No label holds anything that a caller has sent. */
export class ServerMetrics {
  readonly registry = new Registry();

  private readonly requests = new Histogram({
    name: 'http_request_duration_seconds',
    help: 'Answers by method, route template and status, with the time they took',
    labelNames: ['method', 'route', 'status'] as const,
    buckets: [0.001, 0.005, 0.025, 0.1, 0.5, 1, 2.5, 5, 10, 30],
    registers: [this.registry],
  });

  private readonly tries = new Histogram({
    name: 'tiktok_source_duration_seconds',
    help: 'Questions to TikTok by operation, source and outcome (ok, or the code of the error)',
    labelNames: ['operation', 'source', 'outcome'] as const,
    buckets: [0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 20],
    registers: [this.registry],
  });

  private readonly units = new Counter({
    name: 'units_charged_total',
    help: 'Units charged to tokens of the routes under /apis',
    registers: [this.registry],
  });

  readonly served = ({ method, route, status, seconds }: ServedRequest): void =>
    this.requests.observe({ method, route, status }, seconds);

  readonly tried = ({ operation, source, outcome, seconds }: SourceTry): void =>
    this.tries.observe({ operation, source, outcome }, seconds);

  readonly charged = (units: number): void => this.units.inc(units);
}
