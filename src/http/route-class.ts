/**
 * What a route is to callers: who may call it, and whether calls are counted, hangs on this alone. `nowhere` is a
 * path without a route.
 */
export type RouteClass =
  'data' | 'media' | 'ensembledata' | 'operators' | 'probe' | 'docs' | 'nowhere';

const docs = /^\/(apis\/)?(docs(\/|$)|openapi\.(json|yaml)$)/;
const classes: readonly (readonly [RegExp, RouteClass])[] = [
  [docs, 'docs'],
  [/^\/health\/(live|ready)$/, 'probe'],
  [/^\/(health\/|metrics$)/, 'operators'],
  [/^\/media\//, 'media'],
  [/^\/apis\//, 'ensembledata'],
];

/** By the template of the route that was matched, never by the address: that can be written in many ways. */
export function routeClassOf(template: string | undefined): RouteClass {
  // `*` answers preflights where CORS is on.
  if (template === undefined || template === '*') return 'nowhere';
  return classes.find(([pattern]) => pattern.test(template))?.[1] ?? 'data';
}

/** Links of media are signed and `/apis` has its own way to show a token; every new route is `data`. */
export function wantsToken(routeClass: RouteClass): boolean {
  return routeClass === 'data' || routeClass === 'operators';
}

export function isCounted(routeClass: RouteClass): boolean {
  return !['operators', 'probe', 'docs'].includes(routeClass);
}
