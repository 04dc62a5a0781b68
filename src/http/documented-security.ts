import type { OpenAPIObject } from '@nestjs/swagger';
import type { RouteClass } from './route-class';
import { routeClassOf, wantsToken } from './route-class';

type Components = NonNullable<OpenAPIObject['components']>;
type Requirements = Record<string, string[]>[];

/** The ways of showing a token. */
export const securitySchemes: Components['securitySchemes'] = {
  bearer: {
    type: 'http',
    scheme: 'bearer',
    description: 'One of the configured tokens, as `Authorization: Bearer TOKEN`.',
  },
  'api-key': {
    type: 'apiKey',
    in: 'header',
    name: 'X-API-Key',
    description: 'One of the configured tokens, as `X-API-Key: TOKEN`.',
  },
  'query-token': {
    type: 'apiKey',
    in: 'query',
    name: 'token',
    description:
      "Below `/apis`, as EnsembleData's SDKs send it: one of the configured tokens, or any text where none are configured.",
  },
};

/** Says of every route how a token is shown, by the same rule by which the server asks for it. */
export function withSecurity(
  document: OpenAPIObject,
  { isOptional }: { readonly isOptional: boolean },
): OpenAPIObject {
  for (const [path, { get, post, head }] of Object.entries(document.paths)) {
    const security = requirementsOf(routeClassOf(path), isOptional);
    for (const operation of [get, post, head]) if (operation) operation.security = security;
  }
  return document;
}

function requirementsOf(routeClass: RouteClass, isOptional: boolean): Requirements {
  if (routeClass === 'ensembledata') return [{ 'query-token': [] }];
  if (!wantsToken(routeClass)) return [];
  return [{ bearer: [] }, { 'api-key': [] }, ...(isOptional ? [{}] : [])];
}
