import type { OpenAPIObject } from '@nestjs/swagger';
import { routeClassOf, wantsToken } from './route-class';

type Operation = NonNullable<OpenAPIObject['paths'][string]['get']>;

/** Says of every route that wants a token how one is shown, by the same rule by which the server asks for it. */
export function withSecurity(
  document: OpenAPIObject,
  { isOptional }: { readonly isOptional: boolean },
): OpenAPIObject {
  const security: Record<string, string[]>[] = [
    { bearer: [] },
    { 'api-key': [] },
    ...(isOptional ? [{}] : []),
  ];
  for (const [path, { get, post, head }] of Object.entries(document.paths)) {
    if (!wantsToken(routeClassOf(path))) continue;
    for (const operation of [get, post, head]) if (operation) secure(operation, security);
  }
  return document;
}

function secure(operation: Operation, security: Operation['security']): void {
  operation.security = security;
}
