import { plainToInstance } from 'class-transformer';
import { validateSync } from 'class-validator';
import { parseArgs } from 'node:util';
import 'reflect-metadata';
import type { AccessConfig } from './access-config';
import { accessOf, openDoorProblems } from './access-config';
import { Environment } from './environment';

export interface AppConfig {
  readonly host: string;
  readonly port: number;
  readonly upstream: 'tiktok' | 'sandbox';
  readonly http: {
    /** Where callers reach this server, without a slash at the end; absent for wherever their connection ends. */
    readonly publicUrl?: string;
    readonly trustsHostHeader: boolean;
    /** Whose `X-Forwarded-*` headers count: addresses and networks; absent for nobody's. */
    readonly trustedProxies?: readonly string[];
    /** Whose pages may read our answers; absent for nobody's. */
    readonly corsOrigins?: readonly string[];
    readonly maxConnections: number;
    /** For the headers of a request to come in. */
    readonly headersTimeoutMs: number;
    /** For all of a request to come in. */
    readonly requestTimeoutMs: number;
  };
  readonly access: AccessConfig;
  readonly media: {
    /** Whether answers carry our own links, which stream, or TikTok's. */
    readonly links: 'own' | 'upstream';
    /** What our links are signed with, newest first; absent where one is to be made at start. */
    readonly secrets?: readonly string[];
    readonly linkTtlSeconds: number;
    readonly maxStreams: number;
  };
  readonly tiktok: {
    /** Where requests to TikTok really go; absent for TikTok itself. */
    readonly baseUrl?: string;
    readonly connectTimeoutMs: number;
    readonly totalTimeoutMs: number;
    readonly headersTimeoutMs: number;
    readonly bodyTimeoutMs: number;
    readonly maxBodyBytes: number;
    readonly maxConnectionsPerHost: number;
    readonly maxRetries: number;
    readonly maxConcurrentPerHost: number;
    readonly minSpacingMs: number;
    readonly maxQueuedPerHost: number;
    /** The upstream's clock, when it is not this machine's. */
    readonly nowMs?: () => number;
  };
  /** The guests as whom TikTok is asked. */
  readonly sessions: {
    readonly size?: number;
    readonly proxyUrls?: readonly string[];
    readonly cookieFile?: string;
  };
  readonly signer: {
    /** Absent where no signer service is set up. */
    readonly url?: string;
    readonly timeoutMs: number;
    readonly maxConcurrent: number;
  };
  readonly operations: { readonly timeoutMs: number; readonly pagesAhead: number };
  /** When new work that needs TikTok is refused. */
  readonly load: { readonly maxOperations: number; readonly maxEventLoopDelayMs: number };
  readonly shutdown: {
    /** Between saying that we are not ready and taking no more connections. */
    readonly delayMs: number;
    /** For what is under way then. */
    readonly graceMs: number;
  };
  readonly cache: { readonly maxBytes: number };
  /** Processes that answer requests: 1 for this one alone, 0 for one for each core. */
  readonly workers: number;
  readonly redis: {
    /** Absent where this process shares nothing with others. */
    readonly url?: string;
    readonly keyPrefix: string;
    readonly timeoutMs: number;
  };
  /** What sources are tried out with; each has a default of the client's. */
  readonly probe: {
    readonly handle?: string;
    readonly postId?: string;
    readonly hashtag?: string;
    readonly keyword?: string;
    readonly musicId?: string;
    readonly shortLink?: string;
  };
  readonly log: { readonly level: Environment['LOG_LEVEL'] };
  readonly sandbox: {
    readonly port: number;
    readonly seed: string;
    readonly nowMs?: number;
    readonly latencyMs: number;
    readonly faults: string;
    readonly switches: string;
    readonly signerPort?: number;
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

// A property without a default is no own property of a new Environment.
const optionalVariables = [
  'PUBLIC_URL',
  'API_TOKENS',
  'API_TOKENS_FILE',
  'API_DAILY_UNITS',
  'RATE_LIMIT_PER_MINUTE',
  'CORS_ORIGINS',
  'TRUST_PROXY',
  'MEDIA_LINK_SECRETS',
  'REDIS_URL',
  'TIKTOK_BASE_URL',
  'TIKTOK_SIGNER_URL',
  'TIKTOK_PROXY_URLS',
  'TIKTOK_COOKIE_FILE',
  'TIKTOK_SESSIONS',
  'PROBE_USER',
  'PROBE_POST',
  'PROBE_HASHTAG',
  'PROBE_KEYWORD',
  'PROBE_MUSIC',
  'PROBE_SHORT_LINK',
  'SANDBOX_NOW',
  'SANDBOX_SIGNER_PORT',
] as const satisfies readonly (keyof Environment)[];

function validated(values: Readonly<Record<string, string | undefined>>): Environment {
  const known = Object.keys(new Environment());
  // An empty variable means "not set": that is how compose files and unit files leave one out.
  const given = [...known, ...optionalVariables].flatMap((name) =>
    values[name] ? [[name, values[name]] as const] : [],
  );
  const environment = plainToInstance(Environment, Object.fromEntries(given), {
    exposeDefaultValues: true,
  });
  const problems = validateSync(environment).map(
    ({ property, value, constraints }) =>
      `${property}=${shown(property, value)}: ${Object.values(constraints ?? {}).join(', ')}`,
  );
  const all = [...problems, ...openDoorProblems(environment)];
  if (all.length > 0) throw new ConfigError(all);
  return environment;
}

const hiddenVariables = ['MEDIA_LINK_SECRETS', 'API_TOKENS', 'REDIS_URL'];

/** Addresses may carry credentials, secrets are such; everything else may be read aloud. */
function shown(property: string, value: unknown): string {
  if (hiddenVariables.includes(property)) return '(hidden)';
  return String(value).replace(/\/\/[^/?#,\s]*@/g, '//(hidden)@');
}

function toAppConfig(environment: Environment): AppConfig {
  return {
    host: environment.HOST,
    port: environment.PORT,
    upstream: environment.UPSTREAM,
    http: httpOf(environment),
    access: accessOf(environment),
    media: {
      links: environment.MEDIA_LINKS,
      secrets: environment.MEDIA_LINK_SECRETS,
      linkTtlSeconds: environment.MEDIA_LINK_TTL_SECONDS,
      maxStreams: environment.MEDIA_MAX_STREAMS,
    },
    tiktok: tiktokOf(environment),
    sessions: sessionsOf(environment),
    signer: {
      url: environment.TIKTOK_SIGNER_URL,
      timeoutMs: environment.TIKTOK_SIGNER_TIMEOUT_MS,
      maxConcurrent: environment.TIKTOK_SIGNER_CONCURRENCY,
    },
    operations: {
      timeoutMs: environment.TIKTOK_OPERATION_TIMEOUT_MS,
      pagesAhead: environment.TIKTOK_PAGES_AHEAD,
    },
    ...underPressure(environment),
    cache: { maxBytes: environment.CACHE_MAX_MB * bytesPerMb },
    workers: environment.WEB_CONCURRENCY,
    redis: {
      url: environment.REDIS_URL,
      keyPrefix: environment.REDIS_KEY_PREFIX,
      timeoutMs: environment.REDIS_TIMEOUT_MS,
    },
    probe: probeOf(environment),
    log: { level: environment.LOG_LEVEL },
    sandbox: sandboxOf(environment),
  };
}

function httpOf(environment: Environment): AppConfig['http'] {
  return {
    publicUrl: environment.PUBLIC_URL?.replace(/\/+$/, ''),
    trustsHostHeader: environment.TRUST_HOST_HEADER,
    trustedProxies: environment.TRUST_PROXY,
    corsOrigins: environment.CORS_ORIGINS,
    maxConnections: environment.MAX_CONNECTIONS,
    headersTimeoutMs: environment.REQUEST_HEADERS_TIMEOUT_MS,
    requestTimeoutMs: environment.REQUEST_TIMEOUT_MS,
  };
}

function underPressure(environment: Environment): Pick<AppConfig, 'load' | 'shutdown'> {
  return {
    load: {
      maxOperations: environment.TIKTOK_MAX_OPERATIONS,
      maxEventLoopDelayMs: environment.MAX_EVENT_LOOP_DELAY_MS,
    },
    shutdown: {
      delayMs: environment.SHUTDOWN_DELAY_SECONDS * 1000,
      graceMs: environment.SHUTDOWN_GRACE_SECONDS * 1000,
    },
  };
}

function sessionsOf(environment: Environment): AppConfig['sessions'] {
  return {
    size: environment.TIKTOK_SESSIONS,
    proxyUrls: environment.TIKTOK_PROXY_URLS,
    cookieFile: environment.TIKTOK_COOKIE_FILE,
  };
}

function tiktokOf(environment: Environment): AppConfig['tiktok'] {
  return {
    baseUrl: environment.TIKTOK_BASE_URL,
    connectTimeoutMs: environment.TIKTOK_CONNECT_TIMEOUT_MS,
    totalTimeoutMs: environment.TIKTOK_TIMEOUT_MS,
    headersTimeoutMs: environment.TIKTOK_TIMEOUT_MS,
    bodyTimeoutMs: environment.TIKTOK_TIMEOUT_MS,
    maxBodyBytes: environment.TIKTOK_MAX_BODY_MB * bytesPerMb,
    maxConnectionsPerHost: environment.TIKTOK_MAX_CONNECTIONS,
    maxRetries: environment.TIKTOK_MAX_RETRIES,
    maxConcurrentPerHost: environment.TIKTOK_MAX_CONCURRENT,
    minSpacingMs: environment.TIKTOK_MIN_SPACING_MS,
    maxQueuedPerHost: environment.TIKTOK_MAX_QUEUED,
  };
}

function probeOf(environment: Environment): AppConfig['probe'] {
  return {
    handle: environment.PROBE_USER,
    postId: environment.PROBE_POST,
    hashtag: environment.PROBE_HASHTAG,
    keyword: environment.PROBE_KEYWORD,
    musicId: environment.PROBE_MUSIC,
    shortLink: environment.PROBE_SHORT_LINK,
  };
}

function sandboxOf(environment: Environment): AppConfig['sandbox'] {
  return {
    port: environment.SANDBOX_PORT,
    seed: environment.SANDBOX_SEED,
    nowMs: environment.SANDBOX_NOW === undefined ? undefined : Date.parse(environment.SANDBOX_NOW),
    latencyMs: environment.SANDBOX_LATENCY_MS,
    faults: environment.SANDBOX_FAULTS,
    switches: environment.SANDBOX_SWITCHES,
    signerPort: environment.SANDBOX_SIGNER_PORT,
  };
}
