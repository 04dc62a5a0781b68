import { Transform } from 'class-transformer';
import {
  IsBoolean,
  IsIn,
  IsNotEmpty,
  IsOptional,
  IsRFC3339,
  IsUrl,
  Matches,
  MaxLength,
  MinLength,
} from 'class-validator';
import { ListedVariable } from './listed-variable.decorator';
import { ProxyList } from './proxy-list.decorator';
import { WholeNumber } from './whole-number.decorator';

const logLevels = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const;

/** A variable that is `true` or `false`. */
function IsFlagText(): PropertyDecorator {
  const readWord = Transform(({ value }: { value: unknown }) =>
    value === 'true' ? true : value === 'false' ? false : value,
  );
  return (target, property) => {
    for (const decorate of [readWord, IsBoolean()]) decorate(target, property);
  };
}

/** Every environment variable that the server reads, with its default and its limits. */
export class Environment {
  @IsNotEmpty()
  HOST = '127.0.0.1';

  @WholeNumber(0, 65_535)
  PORT = 3000;

  @IsOptional()
  @Matches(/^https?:\/\/[^/?#@\s]+(\/[^?#\s]*)?$/, {
    message: 'PUBLIC_URL must be http(s)://HOST with a path where one is wanted',
  })
  PUBLIC_URL?: string;

  @IsFlagText()
  TRUST_HOST_HEADER = false;

  @IsOptional()
  @ListedVariable()
  @Matches(/^[\x21-\x7e]+$/, { each: true, message: 'API_TOKENS must be comma-separated words' })
  API_TOKENS?: string[];

  @IsOptional()
  @IsNotEmpty()
  API_TOKENS_FILE?: string;

  @IsOptional()
  @WholeNumber(0, 1_000_000_000)
  API_DAILY_UNITS?: number;

  @IsFlagText()
  ALLOW_ANONYMOUS = false;

  @IsOptional()
  @WholeNumber(0, 1_000_000)
  RATE_LIMIT_PER_MINUTE?: number;

  @IsOptional()
  @ListedVariable()
  @Matches(/^https?:\/\/[^/?#@\s]+$/, {
    each: true,
    message: 'CORS_ORIGINS must be comma-separated http(s)://HOST or http(s)://HOST:PORT',
  })
  CORS_ORIGINS?: string[];

  @IsOptional()
  @ListedVariable()
  @ProxyList()
  TRUST_PROXY?: string[];

  @WholeNumber(1, 1_000_000)
  MAX_CONNECTIONS = 5_000;

  @WholeNumber(100, 60_000)
  REQUEST_HEADERS_TIMEOUT_MS = 10_000;

  @WholeNumber(100, 600_000)
  REQUEST_TIMEOUT_MS = 30_000;

  @WholeNumber(10, 60_000)
  MAX_EVENT_LOOP_DELAY_MS = 250;

  @WholeNumber(0, 600)
  SHUTDOWN_DELAY_SECONDS = 1;

  @WholeNumber(0, 3_600)
  SHUTDOWN_GRACE_SECONDS = 5;

  @IsIn(['own', 'upstream'])
  MEDIA_LINKS: 'own' | 'upstream' = 'own';

  @IsOptional()
  @ListedVariable()
  @MinLength(16, { each: true, message: 'each of MEDIA_LINK_SECRETS must have 16 characters' })
  MEDIA_LINK_SECRETS?: string[];

  @WholeNumber(60, 31_536_000)
  MEDIA_LINK_TTL_SECONDS = 86_400;

  @WholeNumber(1, 10_000)
  MEDIA_MAX_STREAMS = 256;

  @IsIn(['tiktok', 'sandbox'])
  UPSTREAM: 'tiktok' | 'sandbox' = 'tiktok';

  @IsOptional()
  @Matches(/^https?:\/\/[^/?#@\s]+\/?$/, { message: 'TIKTOK_BASE_URL must be http(s)://HOST:PORT' })
  TIKTOK_BASE_URL?: string;

  @WholeNumber(100, 60_000)
  TIKTOK_CONNECT_TIMEOUT_MS = 5_000;

  @WholeNumber(100, 300_000)
  TIKTOK_TIMEOUT_MS = 20_000;

  @IsOptional()
  @IsUrl({ protocols: ['http', 'https'], require_protocol: true, require_tld: false })
  TIKTOK_SIGNER_URL?: string;

  @WholeNumber(100, 60_000)
  TIKTOK_SIGNER_TIMEOUT_MS = 10_000;

  @WholeNumber(1, 100)
  TIKTOK_SIGNER_CONCURRENCY = 4;

  @IsOptional()
  @ListedVariable()
  @IsUrl(
    { protocols: ['http', 'https'], require_protocol: true, require_tld: false },
    { each: true },
  )
  TIKTOK_PROXY_URLS?: string[];

  @IsOptional()
  @IsNotEmpty()
  TIKTOK_COOKIE_FILE?: string;

  @IsOptional()
  @WholeNumber(1, 100)
  TIKTOK_SESSIONS?: number;

  @WholeNumber(1, 100)
  TIKTOK_MAX_CONCURRENT = 8;

  @WholeNumber(0, 60_000)
  TIKTOK_MIN_SPACING_MS = 0;

  @WholeNumber(0, 100_000)
  TIKTOK_MAX_QUEUED = 256;

  @WholeNumber(1, 100_000)
  TIKTOK_MAX_OPERATIONS = 512;

  @WholeNumber(0, 20)
  TIKTOK_PAGES_AHEAD = 3;

  @WholeNumber(100, 600_000)
  TIKTOK_OPERATION_TIMEOUT_MS = 30_000;

  @WholeNumber(1, 256)
  TIKTOK_MAX_BODY_MB = 16;

  @WholeNumber(1, 1_000)
  TIKTOK_MAX_CONNECTIONS = 16;

  @WholeNumber(0, 5)
  TIKTOK_MAX_RETRIES = 2;

  @WholeNumber(1, 65_536)
  CACHE_MAX_MB = 64;

  @WholeNumber(0, 256)
  WEB_CONCURRENCY = 1;

  @IsOptional()
  @Matches(/^rediss?:\/\/([^/?#@\s]*@)?[^/?#@\s]+(\/[0-9]*)?$/, {
    message: 'REDIS_URL must be redis://HOST:PORT or rediss://USER:PASSWORD@HOST:PORT/DATABASE',
  })
  REDIS_URL?: string;

  @Matches(/^[\x21-\x7e]{1,100}$/)
  REDIS_KEY_PREFIX = 'tiktok-data-api:';

  @WholeNumber(5, 10_000)
  REDIS_TIMEOUT_MS = 25;

  @IsOptional()
  @Matches(/^[A-Za-z0-9._]{1,24}$/, { message: 'PROBE_USER must be a handle without @' })
  PROBE_USER?: string;

  @IsOptional()
  @Matches(/^[0-9]{15,25}$/, { message: 'PROBE_POST must be the id of a post: 15 to 25 digits' })
  PROBE_POST?: string;

  @IsOptional()
  @Matches(/^[^#\s]{1,100}$/, { message: 'PROBE_HASHTAG must be a hashtag without #' })
  PROBE_HASHTAG?: string;

  @IsOptional()
  @MaxLength(100)
  PROBE_KEYWORD?: string;

  @IsOptional()
  @Matches(/^[0-9]{5,25}$/, { message: 'PROBE_MUSIC must be the id of a sound: digits' })
  PROBE_MUSIC?: string;

  @IsOptional()
  @Matches(/^https:\/\/((vm|vt)\.tiktok\.com|(www|m)\.tiktok\.com\/t)\/[A-Za-z0-9_-]+\/?$/, {
    message: 'PROBE_SHORT_LINK must be a short link of TikTok: https://vm.tiktok.com/CODE',
  })
  PROBE_SHORT_LINK?: string;

  @IsIn(logLevels)
  LOG_LEVEL: (typeof logLevels)[number] = 'info';

  @WholeNumber(0, 65_535)
  SANDBOX_PORT = 0;

  @IsNotEmpty()
  SANDBOX_SEED = 'tiktok';

  @IsOptional()
  @IsRFC3339()
  SANDBOX_NOW?: string;

  @WholeNumber(0, 60_000)
  SANDBOX_LATENCY_MS = 0;

  SANDBOX_FAULTS = '';

  SANDBOX_SWITCHES = '';

  @IsOptional()
  @WholeNumber(0, 65_535)
  SANDBOX_SIGNER_PORT?: number;
}
