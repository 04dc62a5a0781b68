import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { setTimeout as sleep } from 'node:timers/promises';
import type { AppConfig } from './config/app-config';
import { Readiness } from './health/readiness';

const sweepMs = 50;

/**
 * Says first that no requests are wanted, then takes none, and lets what is under way go on for as long as the grace
 * is. Resolves when nothing is left to wait for.
 */
export async function shutDownGracefully(
  app: NestFastifyApplication,
  { delayMs, graceMs }: AppConfig['shutdown'],
): Promise<void> {
  app.get(Readiness).stop();
  await sleep(delayMs);
  // A connection that has had its last answer would else be kept for a next request that nobody takes.
  const { server } = app.getHttpAdapter().getInstance();
  const sweeper = setInterval(() => server.closeIdleConnections(), sweepMs);
  await Promise.race([app.close(), sleep(graceMs)]);
  clearInterval(sweeper);
}
