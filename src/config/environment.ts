import { Transform, Type } from 'class-transformer';
import { IsIn, IsInt, IsISO8601, IsNotEmpty, IsOptional, IsUrl, Max, Min } from 'class-validator';

const logLevels = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const;

function Whole(min: number, max: number): PropertyDecorator {
  return applyAll(
    Type(() => Number),
    IsInt(),
    Min(min),
    Max(max),
  );
}

function applyAll(...decorators: PropertyDecorator[]): PropertyDecorator {
  return (target, property) => decorators.forEach((decorate) => decorate(target, property));
}

/** Every environment variable that the server reads, with its default and its limits. */
export class Environment {
  @IsNotEmpty()
  HOST = '127.0.0.1';

  @Whole(0, 65_535)
  PORT = 3000;

  @IsIn(['tiktok', 'sandbox'])
  UPSTREAM: 'tiktok' | 'sandbox' = 'tiktok';

  @IsOptional()
  @IsUrl({ protocols: ['http', 'https'], require_protocol: true, require_tld: false })
  TIKTOK_BASE_URL?: string;

  @Whole(100, 60_000)
  TIKTOK_CONNECT_TIMEOUT_MS = 5_000;

  @Whole(100, 300_000)
  TIKTOK_TIMEOUT_MS = 20_000;

  @IsOptional()
  @IsUrl({ protocols: ['http', 'https'], require_protocol: true, require_tld: false })
  TIKTOK_SIGNER_URL?: string;

  @Whole(100, 60_000)
  TIKTOK_SIGNER_TIMEOUT_MS = 10_000;

  @Whole(1, 100)
  TIKTOK_SIGNER_CONCURRENCY = 4;

  @IsOptional()
  @Transform(({ value }: { value: unknown }) =>
    typeof value === 'string' ? value.split(',').map((url) => url.trim()) : value,
  )
  @IsUrl(
    { protocols: ['http', 'https'], require_protocol: true, require_tld: false },
    { each: true },
  )
  TIKTOK_PROXY_URLS?: string[];

  @IsOptional()
  @IsNotEmpty()
  TIKTOK_COOKIE_FILE?: string;

  @IsOptional()
  @Whole(1, 100)
  TIKTOK_SESSIONS?: number;

  @Whole(1, 100)
  TIKTOK_MAX_CONCURRENT = 8;

  @Whole(0, 60_000)
  TIKTOK_MIN_SPACING_MS = 0;

  @Whole(0, 100_000)
  TIKTOK_MAX_QUEUED = 256;

  @Whole(0, 20)
  TIKTOK_PAGES_AHEAD = 3;

  @Whole(1, 256)
  TIKTOK_MAX_BODY_MB = 16;

  @Whole(1, 1_000)
  TIKTOK_MAX_CONNECTIONS = 16;

  @Whole(0, 5)
  TIKTOK_MAX_RETRIES = 2;

  @Whole(1, 65_536)
  CACHE_MAX_MB = 64;

  @IsIn(logLevels)
  LOG_LEVEL: (typeof logLevels)[number] = 'info';

  @Whole(0, 65_535)
  SANDBOX_PORT = 0;

  @IsNotEmpty()
  SANDBOX_SEED = 'tiktok';

  @IsOptional()
  @IsISO8601({ strict: true })
  SANDBOX_NOW?: string;

  @Whole(0, 60_000)
  SANDBOX_LATENCY_MS = 0;

  SANDBOX_FAULTS = '';

  SANDBOX_SWITCHES = '';

  @IsOptional()
  @Whole(0, 65_535)
  SANDBOX_SIGNER_PORT?: number;
}
