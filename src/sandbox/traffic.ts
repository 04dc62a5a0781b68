import type { RouteName } from './routes';

/** How slowly a route answers. */
export interface TrafficRule {
  route: RouteName | '*';
  /** How long an answer waits before its first byte. */
  latencyMs?: number;
  /** How fast its body flows; without a number, at once. */
  bytesPerSecond?: number;
}

export type Pace = Omit<TrafficRule, 'route'>;

/** Latency and bandwidth by route. What a route does not say for itself, `*` says. */
export class Traffic {
  private readonly paces = new Map<TrafficRule['route'], Pace>();

  constructor(private readonly start: readonly TrafficRule[] = []) {
    this.reset();
  }

  set({ route, ...pace }: TrafficRule): void {
    this.paces.set(route, pace);
  }

  paceOf(route: RouteName): Required<Pace> {
    const paces = [this.paces.get('*'), this.paces.get(route)];
    return Object.assign({ latencyMs: 0, bytesPerSecond: Infinity }, ...paces) as Required<Pace>;
  }

  rules(): TrafficRule[] {
    return [...this.paces].map(([route, pace]) => ({ route, ...pace }));
  }

  clear(): void {
    this.paces.clear();
  }

  /** Back to what the sandbox was started with. */
  reset(): void {
    this.clear();
    for (const rule of this.start) this.set(rule);
  }
}
