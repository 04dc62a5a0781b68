import type { RouteName } from './routes';

/** How many requests each route has answered, refusals and faults included. */
export class RequestCounters {
  private counts = new Map<RouteName, number>();

  record(route: RouteName): void {
    this.counts.set(route, this.count(route) + 1);
  }

  /** Requests of one route, or of all. */
  count(route?: RouteName): number {
    if (route !== undefined) return this.counts.get(route) ?? 0;
    let total = 0;
    for (const count of this.counts.values()) total += count;
    return total;
  }

  snapshot(): Partial<Record<RouteName, number>> {
    return Object.fromEntries(this.counts);
  }

  reset(): void {
    this.counts.clear();
  }
}
