import { plainToInstance } from 'class-transformer';
import { validateSync } from 'class-validator';
import { parseArgs } from 'node:util';
import 'reflect-metadata';
import { Environment } from './environment';

export interface AppConfig {
  readonly host: string;
  readonly port: number;
  readonly upstream: 'tiktok' | 'sandbox';
  readonly tiktok: {
    /** Where requests to TikTok really go; absent for TikTok itself. */
    readonly baseUrl?: string;
    readonly connectTimeoutMs: number;
    readonly totalTimeoutMs: number;
    readonly maxBodyBytes: number;
    readonly maxConnectionsPerHost: number;
    readonly maxRetries: number;
    /** The upstream's clock, when it is not this machine's. */
    readonly nowMs?: () => number;
  };
  readonly cache: { readonly maxBytes: number };
  readonly log: { readonly level: Environment['LOG_LEVEL'] };
  readonly sandbox: {
    readonly port: number;
    readonly seed: string;
    readonly nowMs?: number;
    readonly latencyMs: number;
    readonly faults: string;
  };
}

/** Wrong configuration: one message that names every wrong variable. */
export class ConfigError extends Error {
  constructor(readonly problems: readonly string[]) {
    super(`Wrong configuration:\n${problems.map((problem) => `  - ${problem}`).join('\n')}`);
    this.name = 'ConfigError';
  }
}

const bytesPerMb = 1024 * 1024;

/**
 * Reads the environment once, with `--upstream`, `--host` and `--port` from the command line before it.
 * Throws {@link ConfigError} when anything is wrong.
 */
export function loadConfig(
  environment: Readonly<Record<string, string | undefined>> = process.env,
  argv: readonly string[] = process.argv.slice(2),
): AppConfig {
  return toAppConfig(validated({ ...environment, ...argumentsOf(argv) }));
}

function argumentsOf(argv: readonly string[]): Record<string, string> {
  const option = { type: 'string' } as const;
  try {
    const { values } = parseArgs({
      args: [...argv],
      options: { upstream: option, host: option, port: option },
    });
    return Object.fromEntries(
      Object.entries(values).map(([name, value]) => [name.toUpperCase(), String(value)]),
    );
  } catch (error) {
    throw new ConfigError([error instanceof Error ? error.message : String(error)]);
  }
}

function validated(values: Readonly<Record<string, string | undefined>>): Environment {
  const known = Object.keys(new Environment());
  const optional = ['TIKTOK_BASE_URL', 'SANDBOX_NOW'];
  // An empty variable means "not set": that is how compose files and unit files leave one out.
  const given = [...known, ...optional].flatMap((name) =>
    values[name] ? [[name, values[name]] as const] : [],
  );
  const environment = plainToInstance(Environment, Object.fromEntries(given), {
    exposeDefaultValues: true,
  });
  const problems = validateSync(environment).map(
    ({ property, value, constraints }) =>
      `${property}=${String(value)}: ${Object.values(constraints ?? {}).join(', ')}`,
  );
  if (problems.length > 0) throw new ConfigError(problems);
  return environment;
}

function toAppConfig(environment: Environment): AppConfig {
  return {
    host: environment.HOST,
    port: environment.PORT,
    upstream: environment.UPSTREAM,
    tiktok: {
      baseUrl: environment.TIKTOK_BASE_URL,
      connectTimeoutMs: environment.TIKTOK_CONNECT_TIMEOUT_MS,
      totalTimeoutMs: environment.TIKTOK_TIMEOUT_MS,
      maxBodyBytes: environment.TIKTOK_MAX_BODY_MB * bytesPerMb,
      maxConnectionsPerHost: environment.TIKTOK_MAX_CONNECTIONS,
      maxRetries: environment.TIKTOK_MAX_RETRIES,
    },
    cache: { maxBytes: environment.CACHE_MAX_MB * bytesPerMb },
    log: { level: environment.LOG_LEVEL },
    sandbox: {
      port: environment.SANDBOX_PORT,
      seed: environment.SANDBOX_SEED,
      nowMs:
        environment.SANDBOX_NOW === undefined ? undefined : Date.parse(environment.SANDBOX_NOW),
      latencyMs: environment.SANDBOX_LATENCY_MS,
      faults: environment.SANDBOX_FAULTS,
    },
  };
}
