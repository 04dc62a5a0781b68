import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { setTimeout as sleep } from 'node:timers/promises';
import 'reflect-metadata';
import { createApp } from './app.factory';
import type { AppConfig } from './config/app-config';
import { ConfigError, loadConfig } from './config/app-config';
import { product } from './config/product';
import type { Sandbox } from './sandbox';
import { parseFaults, parseSwitches, startSandbox } from './sandbox';
import { ClientSetupError } from './tiktok';

/** What callers still get after a signal, before their connections are cut. */
const shutdownGraceMs = 5_000;

async function main(): Promise<void> {
  const config = loadConfig();
  const sandbox = config.upstream === 'sandbox' ? await openSandbox(config) : undefined;
  const app = await createApp(sandbox ? onSandbox(config, sandbox) : config);
  for (const signal of ['SIGTERM', 'SIGINT'] as const)
    process.once(signal, () => void shutDown(app, sandbox));
  await app.listen({ host: config.host, port: config.port });
  process.stdout.write(greeting(await app.getUrl(), sandbox));
}

/** Requests under way are finished within the grace; a second signal ends the process at once. */
async function shutDown(app: NestFastifyApplication, sandbox: Sandbox | undefined): Promise<void> {
  await Promise.race([app.close(), sleep(shutdownGraceMs)]);
  await Promise.race([sandbox?.stop(), sleep(1_000)]);
  process.exit(0);
}

async function openSandbox({ sandbox }: AppConfig): Promise<Sandbox> {
  return startSandbox({
    ...sandbox,
    faults: namingVariable('SANDBOX_FAULTS', () => parseFaults(sandbox.faults)),
    switches: namingVariable('SANDBOX_SWITCHES', () => parseSwitches(sandbox.switches)),
  });
}

/** What only the sandbox can read is wrong configuration too, and says which variable it was. */
function namingVariable<T>(name: string, read: () => T): T {
  try {
    return read();
  } catch (error) {
    throw new ConfigError([`${name}: ${error instanceof Error ? error.message : String(error)}`]);
  }
}

function onSandbox(config: AppConfig, sandbox: Sandbox): AppConfig {
  const upstream = { baseUrl: sandbox.origin, nowMs: () => sandbox.clock.nowMs() };
  const signer = { ...config.signer, url: config.signer.url ?? sandbox.signerUrl };
  return { ...config, tiktok: { ...config.tiktok, ...upstream }, signer };
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
