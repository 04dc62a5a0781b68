import { NestFactory } from '@nestjs/core';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { FastifyAdapter } from '@nestjs/platform-fastify';
import { LogController } from 'fastify';
import { AppModule } from './app.module';
import type { AppConfig } from './config/app-config';
import { registerAccessLog } from './http/access-log';
import { registerBodyParsers } from './http/body-parsers';
import { registerRequestId, requestIdOf } from './http/request-id';
import { setupOpenApi } from './openapi';

const maxRequestBytes = 64 * 1024;

/** The configured application, not listening yet: for the start-up, the tests, the benchmarks and the OpenAPI export. */
export async function createApp(config: AppConfig): Promise<NestFastifyApplication> {
  const adapter = new FastifyAdapter({
    logger: { level: config.log.level },
    // Our own access log has one line per request.
    logController: new LogController({ disableRequestLogging: true }),
    genReqId: requestIdOf,
    bodyLimit: maxRequestBytes,
    // A secUid is longer than Fastify's default of 100.
    routerOptions: { maxParamLength: 300 },
  });
  const app = await NestFactory.create<NestFastifyApplication>(AppModule.forRoot(config), adapter, {
    logger: ['error', 'warn'],
    bodyParser: false,
  });
  const fastify = adapter.getInstance();
  registerBodyParsers(fastify);
  registerRequestId(fastify);
  registerAccessLog(fastify);
  setupOpenApi(app, config);
  return app;
}
