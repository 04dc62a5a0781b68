import { NestFactory } from '@nestjs/core';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { FastifyAdapter } from '@nestjs/platform-fastify';
import { LogController } from 'fastify';
import { replyWithError } from './app.errors';
import { AppModule } from './app.module';
import type { AppConfig } from './config/app-config';
import { withSingleSlashes } from './ensembledata/access/single-slashes';
import { answerClientError } from './http/client-error';
import { setupEdge } from './http/edge';
import { createLogger } from './http/logging/create-logger';
import { NestLogger } from './http/logging/nest-logger';
import { requestIdOf } from './http/request-id';
import { limitsOfRequests } from './http/request-limits';
import { ServerMetrics } from './metrics/server-metrics';
import { setupOpenApi } from './openapi';

/** The configured application, not listening yet: for the start-up, the tests, the benchmarks and the OpenAPI export. */
export async function createApp(config: AppConfig): Promise<NestFastifyApplication> {
  const logger = createLogger(config);
  const adapter = new FastifyAdapter({
    ...limitsOfRequests({ ...config.http, operationTimeoutMs: config.operations.timeoutMs }),
    loggerInstance: logger,
    // Our own access log has one line per request.
    logController: new LogController({ disableRequestLogging: true }),
    genReqId: requestIdOf,
    trustProxy: config.http.trustedProxies ? [...config.http.trustedProxies] : false,
    // Longer than Fastify's default of 100, so that validation is what names a parameter that is too long.
    routerOptions: { maxParamLength: 2_000 },
    // Addresses that never reach a route: broken escapes, endless parameters.
    frameworkErrors: replyWithError,
    rewriteUrl: withSingleSlashes,
    clientErrorHandler: answerClientError,
    // Whoever still has a connection is served on it, for the last time.
    return503OnClosing: false,
  });
  const app = await NestFactory.create<NestFastifyApplication>(AppModule.forRoot(config), adapter, {
    logger: new NestLogger(logger),
    // What is wrong at start is for main to say, once and without a stack of Nest's.
    bufferLogs: true,
    autoFlushLogs: false,
    abortOnError: false,
    bodyParser: false,
  });
  app.flushLogs();
  await setupEdge(app, config, app.get(ServerMetrics).served);
  setupOpenApi(app, config);
  return app;
}
