// First of all imports: it is about what comes before them.
import './compile-next-tick';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { randomBytes } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import 'reflect-metadata';
import { createApp } from './app.factory';
import { isWorker, WorkerPool } from './cluster';
import type { AppConfig } from './config/app-config';
import { ConfigError, loadConfig } from './config/app-config';
import { product } from './config/product';
import { limitHeapGrowth } from './heap-room';
import type { Sandbox } from './sandbox';
import { onSandbox, openSandbox } from './sandbox-upstream';
import { shutDownGracefully } from './shutdown';
import { ClientSetupError } from './tiktok';

limitHeapGrowth();

async function main(): Promise<void> {
  const config = loadConfig();
  if (isWorker) return work(config);
  const sandbox = config.upstream === 'sandbox' ? await openSandbox(config) : undefined;
  if (config.workers !== 1) return employ(config, sandbox);
  const app = await createApp(sandbox ? onSandbox(config, sandbox) : config);
  for (const signal of ['SIGTERM', 'SIGINT'] as const)
    process.once(signal, () => void shutDown(app, config, sandbox));
  await app.listen({ host: config.host, port: config.port });
  process.stdout.write(greeting(await app.getUrl(), sandbox));
}

/** One of several processes on one port; the first one speaks for all, and passes signals on. */
async function work(config: AppConfig): Promise<void> {
  const { nowMs } = config.sandbox;
  const tiktok = { ...config.tiktok, nowMs: nowMs === undefined ? undefined : () => nowMs };
  const app = await createApp({ ...config, tiktok });
  process.on('SIGINT', () => undefined);
  process.once('SIGTERM', () => void shutDown(app, config));
  await app.listen({ host: config.host, port: config.port });
}

/** Starts the processes that answer, and ends with them. */
async function employ(config: AppConfig, sandbox: Sandbox | undefined): Promise<void> {
  const pool = new WorkerPool({
    size: config.workers,
    environment: workerEnvironment(config, sandbox),
    graceMs: config.shutdown.delayMs + config.shutdown.graceMs + 1_000,
    onWarning: warn,
    onFailedStart: (exitCode) => process.exit(exitCode),
  });
  const stop = (): void => void pool.stop().then(() => process.exit(0));
  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, stop);
  if (config.redis.url === undefined)
    warn('Without REDIS_URL every process has a cache of its own, and counts units on its own');
  if (mustAgree(config))
    warn(
      'Links to media end with these processes: set MEDIA_LINK_SECRETS for links that outlive them',
    );
  const port = await pool.start();
  const host = config.host.includes(':') ? `[${config.host}]` : config.host;
  process.stdout.write(greeting(`http://${host}:${port}`, sandbox));
}

/** What the processes must agree on, and what only the first one of them knows. */
function workerEnvironment(
  config: AppConfig,
  sandbox: Sandbox | undefined,
): Record<string, string> {
  const { host, port, signer } = config;
  return {
    HOST: host,
    PORT: String(port),
    UPSTREAM: 'tiktok',
    ...(mustAgree(config) && { MEDIA_LINK_SECRETS: randomBytes(32).toString('base64url') }),
    ...(sandbox
      ? { TIKTOK_BASE_URL: sandbox.origin, TIKTOK_SIGNER_URL: signer.url ?? sandbox.signerUrl }
      : { SANDBOX_NOW: '' }),
  };
}

/** Whether nothing else gives the processes a secret in common. */
function mustAgree({ media, redis }: AppConfig): boolean {
  return media.secrets === undefined && redis.url === undefined;
}

function warn(message: string): void {
  process.stderr.write(`${message}\n`);
}

/** Requests under way are finished within the grace; a second signal ends the process at once. */
async function shutDown(
  app: NestFastifyApplication,
  { shutdown }: AppConfig,
  sandbox?: Sandbox,
): Promise<void> {
  await shutDownGracefully(app, shutdown);
  await Promise.race([sandbox?.stop(), sleep(1_000)]);
  process.exit(0);
}

function greeting(url: string, sandbox: Sandbox | undefined): string {
  const upstream = sandbox ? `the sandbox at ${sandbox.origin}: ALL DATA ARE INVENTED` : 'TikTok';
  return [
    `${product.title} ${product.version} on ${upstream}`,
    `  Swagger UI  ${url}/docs`,
    `  Try         curl ${url}/api/trending_videos`,
    '',
  ].join('\n');
}

// Nobody may read what is said here, or the disk behind it is full: that ends nothing.
for (const output of [process.stdout, process.stderr]) output.on('error', () => undefined);

main().catch((error: unknown) => {
  process.stderr.write(`${describe(error)}\n`);
  // Whatever was opened before the failure goes with the process.
  process.exit(1);
});

function describe(error: unknown): string {
  if (error instanceof ClientSetupError) return new ConfigError([error.message]).message;
  if (error instanceof ConfigError) return error.message;
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
