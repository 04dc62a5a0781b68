import type { FastifyInstance, FastifyReply } from 'fastify';
import { TooManyRequestsError } from '../request.errors';
import type { ApiToken } from '../api-token';
import { isCounted, routeClassOf } from '../route-class';
import { callerAddress } from './caller-address';
import type { RateLimiter, Standing } from './rate-limiter';

/**
 * Counts every request when it begins, streams as well, by token or else by address, and refuses what is too many
 * before its body is read. Unknown tokens count for the address that tries them.
 */
export function registerRateLimit(fastify: FastifyInstance, limiter: RateLimiter): void {
  if (!limiter.isOn) return;
  fastify.addHook('onRequest', (request, reply, done) => {
    if (!isCounted(routeClassOf(request.routeOptions.url))) return done();
    const standing = limiter.take(callerOf(request.apiToken, () => request.ip));
    const goOn = (known: Standing): void => done(refusalOf(known, reply));
    if (standing instanceof Promise) standing.then(goOn, done);
    else goOn(standing);
  });
}

/** Under what the requests of a caller are counted. */
export function callerOf(apiToken: ApiToken | null, ip: () => string): string {
  return apiToken ? `token:${apiToken.id}` : `address:${callerAddress(ip())}`;
}

/** Says on every answer how the caller stands, as the IETF's draft on RateLimit headers has it. */
function refusalOf(standing: Standing, reply: FastifyReply): Error | undefined {
  const { limit, resetSeconds, isOver } = standing;
  void reply.headers(standingHeaders(standing));
  return isOver ? new TooManyRequestsError(limit, resetSeconds) : undefined;
}

export function standingHeaders({ limit, remaining, resetSeconds }: Standing) {
  return {
    'ratelimit-policy': `"minute";q=${limit};w=60`,
    ratelimit: `"minute";r=${remaining};t=${resetSeconds}`,
  };
}
