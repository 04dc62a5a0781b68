import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { IncomingHttpHeaders } from 'node:http';
import type { ApiToken } from './api-token';
import type { ApiTokens } from './api-tokens';
import { UnauthorizedError } from './request.errors';
import { routeClassOf, wantsToken } from './route-class';

declare module 'fastify' {
  interface FastifyRequest {
    /** The caller's token; null where none was shown, or one that nobody knows. */
    apiToken: ApiToken | null;
  }
}

/** Finds out whose token a request shows. Nothing is refused yet, so that refusals are counted too. */
export function registerCallers(fastify: FastifyInstance, tokens: ApiTokens): void {
  fastify.decorateRequest('apiToken', null);
  if (!tokens.areConfigured) return;
  fastify.addHook('onRequest', (request, _reply, done) => {
    const token = tokenOf(request);
    request.apiToken = (token !== undefined && tokens.find(token)) || null;
    done();
  });
}

/** Lets nobody through without a token where tokens are configured, save to what is open to everybody. */
export function registerAccessControl(fastify: FastifyInstance, tokens: ApiTokens): void {
  if (!tokens.areConfigured) return;
  fastify.addHook('onRequest', (request, _reply, done) => {
    if (request.apiToken || !wantsToken(routeClassOf(request.routeOptions.url))) return done();
    done(new UnauthorizedError(tokenOf(request) !== undefined));
  });
  fastify.addHook('onSend', (...[request, reply, payload, done]) => {
    if (request.apiToken) keepFromSharedCaches(reply);
    done(null, payload);
  });
}

/** What one token was given, a cache between must not give to whoever has none. */
export function keepFromSharedCaches(reply: FastifyReply): void {
  const control = reply.getHeader('cache-control');
  if (typeof control === 'string') void reply.header('cache-control', forOneCaller(control));
}

export function forOneCaller(cacheControl: string): string {
  return cacheControl.replace(/^public/, 'private');
}

/** `Authorization: Bearer` or `X-API-Key`; the routes of EnsembleData have a parameter for it. */
function tokenOf(request: FastifyRequest): string | undefined {
  if (routeClassOf(request.routeOptions.url) === 'ensembledata') return tokenInQuery(request.query);
  return tokenInHeaders(request.headers);
}

/** The token that a request for data shows. */
export function tokenInHeaders(headers: IncomingHttpHeaders): string | undefined {
  const { authorization, 'x-api-key': key } = headers;
  const [, bearer] = /^Bearer +(\S+) *$/i.exec(authorization ?? '') ?? [];
  return bearer ?? (typeof key === 'string' && key !== '' ? key : undefined);
}

function tokenInQuery(query: unknown): string | undefined {
  if (typeof query !== 'object' || query === null || !('token' in query)) return undefined;
  const last: unknown = Array.isArray(query.token) ? query.token.at(-1) : query.token;
  return typeof last === 'string' ? last : undefined;
}
