import { ROUTE_NAMES } from '../routes';
import type { TrafficRule } from '../traffic';

/** Checks a rule that came from outside. */
export function readTrafficRule(body: object): TrafficRule {
  const sent: Readonly<Record<string, unknown>> = { ...body };
  const route = [...ROUTE_NAMES, '*' as const].find((name) => name === sent['route']);
  if (route === undefined) throw new Error(`No route is called "${String(sent['route'])}"`);
  const { latencyMs, bytesPerSecond } = sent;
  return {
    route,
    ...(latencyMs === undefined ? {} : { latencyMs: atLeast(0, 'latencyMs', latencyMs) }),
    ...(bytesPerSecond === undefined
      ? {}
      : { bytesPerSecond: atLeast(1, 'bytesPerSecond', bytesPerSecond) }),
  };
}

function atLeast(least: number, name: string, value: unknown): number {
  if (typeof value === 'number' && value >= least) return value;
  throw new Error(`${name} must be a number of at least ${least}`);
}
