import type { Registry } from 'prom-client';
import { Counter, Gauge } from 'prom-client';

/** One number that is read when somebody asks for it, with its labels. */
export interface Reading {
  readonly labels?: Readonly<Record<string, string>>;
  readonly value: number;
}

export interface Collected {
  readonly name: string;
  readonly help: string;
  readonly labelNames?: readonly string[];
  /** What there is now. A counter grows as long as the process lives. */
  readonly read: () => readonly Reading[];
}

/** A number that is kept elsewhere and only read here: nothing is counted twice, and nothing costs a request time. */
export function collectGauge(registry: Registry, { labelNames = [], ...facts }: Collected): void {
  const { name, help, read } = facts;
  new Gauge({
    ...{ name, help, labelNames, registers: [registry] },
    collect() {
      this.reset();
      for (const { labels = {}, value } of read()) this.set(labels, value);
    },
  });
}

export function collectCounter(registry: Registry, { labelNames = [], ...facts }: Collected): void {
  const { name, help, read } = facts;
  new Counter({
    ...{ name, help, labelNames, registers: [registry] },
    collect() {
      this.reset();
      for (const { labels = {}, value } of read()) this.inc(labels, value);
    },
  });
}
