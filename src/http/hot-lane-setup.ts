import proxyAddress from '@fastify/proxy-addr';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyBaseLogger } from 'fastify';
import type { IncomingMessage, RequestListener, Server } from 'node:http';
import { HotAnswers } from '../cache/hot-answers';
import type { AppConfig } from '../config/app-config';
import type { AccessLine } from './access-log';
import { ApiTokens } from './api-tokens';
import type { ServedHit } from './hot-lane';
import { HotLane } from './hot-lane';
import { originOfConnection } from './public-origin';
import { RateLimiter } from './rate-limit/rate-limiter';
import { securityHeaders } from './security-headers';
import type { ServedRequest } from './served-request';

/** Told of every hit: what the measurements want to know of a request. */
export type OnServed = (served: ServedRequest) => void;

/** Puts the lane for hits between Node's server and Fastify. */
export function putHotLaneBefore(
  app: NestFastifyApplication,
  config: AppConfig,
  onServed: OnServed,
): void {
  const { server, log } = app.getHttpAdapter().getInstance();
  // Looking for secrets by name in a line whose members are known here costs as much as the hit.
  const accessLog = log.child({}, { redact: [] });
  const isLogging = log.level === 'info' || log.level === 'debug' || log.level === 'trace';
  const lane = new HotLane({
    answers: app.get(HotAnswers),
    tokens: app.get(ApiTokens),
    limiter: app.get(RateLimiter),
    securityHeaders: securityHeaders(config.http).ofData,
    originOf: originReader(config.http),
    addressOf: addressReader(config.http),
    allowsOrigins: (config.http.corsOrigins ?? []).length > 0,
    countsBytes: isLogging,
    onServed: (hit) => {
      const { method, status, seconds, answer } = hit;
      onServed({ method, status, seconds, route: answer.route });
      if (isLogging) logHit(accessLog, hit);
    },
  });
  for (const listener of server.listeners('request') as RequestListener[]) {
    server.off('request', listener);
    server.on('request', whileOpen(server, lane.before(listener), listener));
  }
}

/** A server that closes has Fastify say so to whoever still has a connection. */
function whileOpen(
  server: Server,
  lane: RequestListener,
  behind: RequestListener,
): RequestListener {
  return (request, response) => (server.listening ? lane : behind)(request, response);
}

type Reader<T> = (request: IncomingMessage) => T;

/** Undefined where the head of a request has a say in it, which Fastify can read. */
function originReader({ publicUrl, ...http }: AppConfig['http']): Reader<string | undefined> {
  if (publicUrl !== undefined) return () => publicUrl;
  if (http.trustsHostHeader) return () => undefined;
  return ({ headers, socket }) =>
    http.trustedProxies && headers['x-forwarded-host'] !== undefined
      ? undefined
      : originOfConnection(socket);
}

function addressReader({ trustedProxies }: AppConfig['http']): Reader<string> {
  if (!trustedProxies) return ({ socket }) => socket.remoteAddress ?? '';
  const isTrusted = proxyAddress.compile([...trustedProxies]);
  return (request) => proxyAddress(request, isTrusted);
}

function logHit(log: FastifyBaseLogger, hit: ServedHit): void {
  const line: AccessLine = {
    method: hit.method,
    route: hit.answer.route,
    status: hit.status,
    ms: Math.round(hit.seconds * 10_000) / 10,
    bytes: hit.bytes,
    token: hit.token?.label,
    source: hit.headers['x-tiktok-source'],
    cache: hit.headers['cache-status'],
  };
  log.info({ reqId: hit.requestId, ...line });
}
