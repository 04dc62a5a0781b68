import { collectDefaultMetrics, Registry } from 'prom-client';

let registry: Registry | undefined;

/** CPU, memory, event loop and garbage of the process: one set, however many applications run in it. */
export function processMetrics(): Registry {
  if (registry === undefined) {
    registry = new Registry();
    collectDefaultMetrics({ register: registry });
  }
  return registry;
}
