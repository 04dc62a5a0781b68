import { DEMANDS_IN_ORDER, ROUTE_NAMES, ROUTES, type Demand, type RouteName } from './routes';

/** What each route demands now: the defaults of `routes.ts`, unless somebody switched one. */
export class DemandTable {
  private readonly changed = new Map<RouteName, Demand>();

  constructor(private readonly start: Partial<Record<RouteName, Demand>> = {}) {
    this.reset();
  }

  of(route: RouteName): Demand {
    return this.changed.get(route) ?? ROUTES[route].demand;
  }

  set(demands: Partial<Record<RouteName, Demand>>): void {
    for (const [route, demand] of Object.entries(demands)) {
      this.changed.set(route as RouteName, demand);
    }
  }

  snapshot(): Record<RouteName, Demand> {
    const entries = ROUTE_NAMES.map((name) => [name, this.of(name)]);
    return Object.fromEntries(entries) as Record<RouteName, Demand>;
  }

  /** Back to what the sandbox was started with. */
  reset(): void {
    this.changed.clear();
    this.set(this.start);
  }
}

/** Checks names and values that came from outside. */
export function readDemands(
  values: Readonly<Record<string, unknown>>,
): Partial<Record<RouteName, Demand>> {
  for (const [name, value] of Object.entries(values)) {
    if (!ROUTE_NAMES.some((route) => route === name)) {
      throw new Error(`No route is called "${name}"`);
    }
    if (DEMANDS_IN_ORDER.some((demand) => demand === value)) continue;
    const allowed = DEMANDS_IN_ORDER.join(', ');
    throw new Error(`${name} demands one of ${allowed}, not "${String(value)}"`);
  }
  return values;
}
