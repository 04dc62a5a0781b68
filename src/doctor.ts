import type { INestApplicationContext, LoggerService } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { parseArgs } from 'node:util';
import 'reflect-metadata';
import { CacheModule } from './cache/cache.module';
import type { AppConfig } from './config/app-config';
import { ConfigError, loadConfig } from './config/app-config';
import { tiktokModule } from './configured-client';
import { probeText } from './health/probe/probe-text';
import type { Verdict } from './health/probe/probe-verdict';
import { verdictOf } from './health/probe/probe-verdict';
import { presentProbe } from './health/probe/probe.presenter';
import { startProgressBar } from './progress/progress-bar';
import { RedisModule } from './redis/redis.module';
import { onSandbox, openSandbox } from './sandbox-upstream';
import type { ProbeRun } from './tiktok';
import { ClientSetupError, UpstreamProbe } from './tiktok';

const usage = `npm run doctor -- [--upstream tiktok|sandbox] [--json]

Tries out every source of every operation against TikTok, or what stands in its place, and says what works from here.
Configured by the same variables as the server; PROBE_* name what is asked for. docs/doctor.md says more.
Ends with 0 when all is well, 1 when a source is not what it should be, 2 when an operation is not answered,
3 when nothing could be tried.
`;

/** As monitoring plugins have them: fine, warning, critical; 3 is for not knowing. */
const exitCodes: Readonly<Record<Verdict, number>> = { well: 0, degraded: 1, failing: 2 };
const exitCodeOfNotKnowing = 3;

class Doctor {}

interface Asked {
  readonly upstream?: string;
  readonly json?: boolean;
  readonly help?: boolean;
}

async function main(): Promise<number> {
  const { upstream, json, help } = argumentsOf(process.argv.slice(2));
  if (help) {
    process.stdout.write(usage);
    return 0;
  }
  const config = loadConfig(undefined, upstream === undefined ? [] : ['--upstream', upstream]);
  const sandbox = config.upstream === 'sandbox' ? await openSandbox(config) : undefined;
  try {
    const run = await probe(sandbox ? onSandbox(config, sandbox) : config);
    const report = presentProbe(run);
    process.stdout.write(json ? `${JSON.stringify(report, null, 2)}\n` : probeText(report));
    return exitCodes[verdictOf(run.rows)];
  } finally {
    await sandbox?.stop();
  }
}

function argumentsOf(args: string[]): Asked {
  const flag = { type: 'boolean' } as const;
  try {
    return parseArgs({ args, options: { upstream: { type: 'string' }, json: flag, help: flag } })
      .values;
  } catch (error) {
    throw new ConfigError([error instanceof Error ? error.message : String(error)]);
  }
}

/** With the very client of the server, and without anything that it shares with others. */
async function probe(config: AppConfig): Promise<ProbeRun> {
  const parts = [
    RedisModule.forRoot({ ...config.redis, url: undefined }),
    CacheModule.forRoot(config.cache),
    tiktokModule(config),
  ];
  const app = await NestFactory.createApplicationContext(
    { module: Doctor, imports: parts },
    {
      logger: toStandardError,
      abortOnError: false,
    },
  );
  try {
    return await probeWithBar(app);
  } finally {
    await app.close();
  }
}

async function probeWithBar(app: INestApplicationContext): Promise<ProbeRun> {
  const upstream = app.get(UpstreamProbe);
  const bar = startProgressBar({ label: 'Asking', total: upstream.rowCount });
  try {
    return await upstream.run({
      onRow: ({ operation, source, outcome }) =>
        bar.advance(1, `${operation} (${source}): ${outcome}`),
    });
  } finally {
    bar.stop();
  }
}

/** What the parts complain of; standard output is for the report alone. */
const toStandardError: LoggerService = {
  log: () => undefined,
  warn: (message: unknown) => void process.stderr.write(`${String(message)}\n`),
  error: (message: unknown) => void process.stderr.write(`${String(message)}\n`),
};

void main()
  .catch((error: unknown) => {
    process.stderr.write(`${describe(error)}\n`);
    return exitCodeOfNotKnowing;
  })
  // What is still open towards TikTok must not hold up the end; what was written must be out before.
  .then((code) => process.stdout.write('', () => process.exit(code)));

function describe(error: unknown): string {
  if (error instanceof ClientSetupError) return new ConfigError([error.message]).message;
  if (error instanceof ConfigError) return error.message;
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
