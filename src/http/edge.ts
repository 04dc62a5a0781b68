import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { AppConfig } from '../config/app-config';
import { registerAccessControl, registerCallers } from './access-control';
import { registerAccessLog } from './access-log';
import { ApiTokens } from './api-tokens';
import { registerBodyParsers } from './body-parsers';
import { registerConnectionLimit } from './connection-limit';
import { allowOrigins } from './cors';
import type { OnServed } from './hot-lane-setup';
import { putHotLaneBefore } from './hot-lane-setup';
import { registerPublicOrigin } from './public-origin';
import { registerReadableQuery } from './readable-query';
import { RateLimiter } from './rate-limit/rate-limiter';
import { registerRateLimit } from './rate-limit/register-rate-limit';
import { registerRequestId } from './request-id';
import { registerRequestLimits } from './request-limits';
import { registerSecurityHeaders } from './security-headers';

/** Everything that a request passes before it reaches a route; the order here is the order in which it does. */
export async function setupEdge(
  app: NestFastifyApplication,
  config: AppConfig,
  onServed: OnServed,
): Promise<void> {
  const fastify = app.getHttpAdapter().getInstance();
  const tokens = app.get(ApiTokens);
  registerConnectionLimit(fastify, config.http.maxConnections);
  putHotLaneBefore(app, config, onServed);
  registerAccessLog(fastify);
  registerRequestId(fastify);
  registerSecurityHeaders(fastify, config.http);
  registerRequestLimits(fastify);
  await allowOrigins(app, config.http.corsOrigins);
  registerCallers(fastify, tokens);
  registerRateLimit(fastify, app.get(RateLimiter));
  registerAccessControl(fastify, tokens);
  registerReadableQuery(fastify);
  registerPublicOrigin(fastify, config.http);
  registerBodyParsers(fastify);
}
