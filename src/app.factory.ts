import { NestFactory } from '@nestjs/core';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { FastifyAdapter } from '@nestjs/platform-fastify';
import { LogController } from 'fastify';
import { replyWithError } from './app.errors';
import { AppModule } from './app.module';
import type { AppConfig } from './config/app-config';
import { withSingleSlashes } from './ensembledata/access/single-slashes';
import { registerAccessLog } from './http/access-log';
import { registerBodyParsers } from './http/body-parsers';
import { answerClientError } from './http/client-error';
import { registerPublicOrigin } from './http/public-origin';
import { registerRequestId, requestIdOf } from './http/request-id';
import { setupOpenApi } from './openapi';

const maxRequestBytes = 64 * 1024;
/** For a request to come in whole; slower ones hold a connection for nothing. */
const requestTimeoutMs = 30_000;

/** The configured application, not listening yet: for the start-up, the tests, the benchmarks and the OpenAPI export. */
export async function createApp(config: AppConfig): Promise<NestFastifyApplication> {
  const adapter = new FastifyAdapter({
    logger: { level: config.log.level },
    // Our own access log has one line per request.
    logController: new LogController({ disableRequestLogging: true }),
    genReqId: requestIdOf,
    bodyLimit: maxRequestBytes,
    // Longer than Fastify's default of 100, so that validation is what names a parameter that is too long.
    routerOptions: { maxParamLength: 2_000 },
    // Addresses that never reach a route: broken escapes, endless parameters.
    frameworkErrors: replyWithError,
    rewriteUrl: withSingleSlashes,
    clientErrorHandler: answerClientError,
    requestTimeout: requestTimeoutMs,
  });
  const app = await NestFactory.create<NestFastifyApplication>(AppModule.forRoot(config), adapter, {
    logger: ['error', 'warn'],
    // What is wrong at start is for main to say, once and without a stack of Nest's.
    bufferLogs: true,
    autoFlushLogs: false,
    abortOnError: false,
    bodyParser: false,
  });
  app.flushLogs();
  const fastify = adapter.getInstance();
  registerBodyParsers(fastify);
  registerRequestId(fastify);
  registerPublicOrigin(fastify, config.http);
  registerAccessLog(fastify);
  setupOpenApi(app, config);
  return app;
}
