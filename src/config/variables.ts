import type { Environment } from './environment';

/** What a variable does, in Markdown that may link to the pages beside `docs/configuration.md`. */
export interface VariableMeaning {
  readonly means: string;
  /** What holds while it is not set, where the schema has no default. */
  readonly unset?: string;
}

const listening = {
  HOST: {
    means:
      'Address to listen on. The default takes callers on this machine only. On any other the server does not start unless `API_TOKENS`, `API_TOKENS_FILE` or `ALLOW_ANONYMOUS=true` says who may call.',
  },
  PORT: { means: 'Port to listen on; `0` takes a free one.' },
  PUBLIC_URL: {
    means:
      "Where callers reach the server, e.g. `https://tiktok.example.org`; links in answers begin so. Not set, they begin with the address that the caller's connection ended at, which is right without a proxy in front.",
  },
  TRUST_HOST_HEADER: {
    means:
      "`true` lets the caller's `Host` header say it where `PUBLIC_URL` is not set. Only behind a proxy that sets the header itself.",
  },
  TRUST_PROXY: {
    means:
      'Comma-separated addresses or networks (`10.0.0.0/8`, or `loopback`, `linklocal`, `uniquelocal`) of proxies in front, whose `X-Forwarded-For`, `-Host` and `-Proto` count. From everybody else they are ignored.',
  },
  CORS_ORIGINS: {
    means: 'Comma-separated origins (`https://app.example.org`) whose pages may read answers.',
  },
  WEB_CONCURRENCY: {
    means:
      'Processes that answer requests on this machine, `0` for one for each core. More than one want `REDIS_URL` to act as one ([scaling.md](scaling.md)).',
  },
  LOG_LEVEL: {
    means:
      '`fatal`, `error`, `warn`, `info`, `debug`, `trace` or `silent`. Logs are JSON lines on standard output.',
  },
} satisfies Record<string, VariableMeaning>;

const access = {
  API_TOKENS: {
    means:
      'Tokens of those who may call, comma-separated, without a space in one. Where neither this nor a file is set, any token passes, for callers on this machine. Never logged.',
  },
  API_TOKENS_FILE: {
    means:
      'A file with one token a line, with a daily limit behind it where one is wanted; `#` begins a comment. Read again when it changes; while it cannot be read the tokens of before stay.',
  },
  API_DAILY_UNITS: { means: 'Units a day (UTC) for tokens without a limit of their own.' },
  ALLOW_ANONYMOUS: { means: '`true` lets everybody call without a token, from any machine.' },
  RATE_LIMIT_PER_MINUTE: {
    means:
      'Requests a minute of one token, or of one address (IPv6: one /64) where no token is known; `0` for no limit. Shared by replicas where `REDIS_URL` is set.',
    unset: '`600`; none on loopback without tokens',
  },
} satisfies Record<string, VariableMeaning>;

const load = {
  MAX_CONNECTIONS: {
    means: 'Connections of callers at a time; further ones are told 503 and closed.',
  },
  REQUEST_HEADERS_TIMEOUT_MS: {
    means: 'For the headers of a request to come in; slower callers are answered 408.',
  },
  REQUEST_TIMEOUT_MS: { means: 'For a request to come in whole; slower callers are answered 408.' },
  MAX_EVENT_LOOP_DELAY_MS: {
    means:
      'When the process is this late with its work, new work that needs TikTok is refused with 503.',
  },
  SHUTDOWN_DELAY_SECONDS: {
    means: 'After SIGTERM, how long `/health/ready` says no while requests are still taken.',
  },
  SHUTDOWN_GRACE_SECONDS: {
    means: 'After that, how long requests and streams under way may go on.',
  },
} satisfies Record<string, VariableMeaning>;

const media = {
  MEDIA_LINKS: {
    means:
      "`own`: links of this server, which stream the file; `upstream`: TikTok's. `?links=` on a request goes before it.",
  },
  MEDIA_LINK_SECRETS: {
    means:
      'What our links are signed with, 16 characters or more, comma-separated, newest first: the first signs, all are accepted. Not set, links end with the process.',
    unset: 'made at start',
  },
  MEDIA_LINK_TTL_SECONDS: {
    means:
      'How long a link of ours lives after the last moment at which its answer may be given out, which for posts is a day; see [media.md](media.md).',
  },
  MEDIA_MAX_STREAMS: {
    means: 'Files fetched from TikTok at a time; beyond it callers are told to come back.',
  },
} satisfies Record<string, VariableMeaning>;

const tiktok = {
  UPSTREAM: {
    means: '`tiktok` asks TikTok; `sandbox` starts the sandbox inside the process and asks that.',
  },
  TIKTOK_BASE_URL: {
    means:
      'Where requests to TikTok really go, e.g. a sandbox in another process. Whatever answers there is labelled `sandbox:`.',
  },
  TIKTOK_PROXY_URLS: {
    means:
      'Comma-separated `http://` or `https://` proxies, each bound to a guest for life. Never logged.',
  },
  TIKTOK_SESSIONS: { means: 'Guests as whom TikTok is asked.', unset: '2, or one a proxy' },
  TIKTOK_COOKIE_FILE: {
    means:
      "Cookies for every guest: cookies.txt, a browser's JSON export, or one line `a=b; c=d`. Read again when it changes.",
  },
  TIKTOK_SIGNER_URL: {
    means:
      'A signer service with the contract of tiktok-signature 4.3; [sources.md](sources.md) says what needs one. The sandbox brings its own.',
  },
  TIKTOK_SIGNER_TIMEOUT_MS: { means: 'For one signature.' },
  TIKTOK_SIGNER_CONCURRENCY: { means: 'Signatures asked for at a time.' },
} satisfies Record<string, VariableMeaning>;

const pacing = {
  TIKTOK_MIN_SPACING_MS: { means: 'Pause between two requests to a host.' },
  TIKTOK_MAX_CONCURRENT: { means: 'Requests under way per host.' },
  TIKTOK_MAX_QUEUED: {
    means: 'Requests that may wait per host before callers are told to come back.',
  },
  TIKTOK_MAX_OPERATIONS: {
    means:
      'Questions under way with TikTok in the whole process before new ones are refused with 503; answers from the cache go on.',
  },
  TIKTOK_PAGES_AHEAD: { means: 'Pages of one list asked for ahead where the cursor is an offset.' },
  TIKTOK_MAX_RETRIES: {
    means: 'Further tries after a broken connection or shed load. Other refusals are not retried.',
  },
  TIKTOK_CONNECT_TIMEOUT_MS: { means: 'For opening a connection.' },
  TIKTOK_TIMEOUT_MS: { means: 'For one request to TikTok with its waits, tries and redirects.' },
  TIKTOK_OPERATION_TIMEOUT_MS: { means: 'For one answer from all sources together.' },
  TIKTOK_MAX_BODY_MB: { means: 'Largest answer read, also after decompression.' },
  TIKTOK_MAX_CONNECTIONS: { means: "Connections per host of TikTok's." },
} satisfies Record<string, VariableMeaning>;

const probe = {
  PROBE_USER: {
    means: 'An account with posts, by its handle without `@`.',
    unset: '`luna_the_pantera`',
  },
  PROBE_POST: {
    means: 'The id of a post with comments, best one of that account.',
    unset: '`6943996796519681281`',
  },
  PROBE_HASHTAG: { means: 'A hashtag without `#`.', unset: '`fyp`' },
  PROBE_KEYWORD: { means: 'A word to search for.', unset: '`cats`' },
  PROBE_MUSIC: { means: 'The id of a sound.', unset: 'the sound of the post' },
  PROBE_SHORT_LINK: {
    means: 'A short link of TikTok, `https://vm.tiktok.com/CODE`.',
    unset: 'one that nobody made',
  },
} satisfies Record<string, VariableMeaning>;

const cache = {
  CACHE_MAX_MB: { means: 'Memory for answers; a fifth of it is for their serialised bytes.' },
  REDIS_URL: {
    means:
      '`redis://` or `rediss://` with user, password and database where wanted: a Redis that replicas share ([caching.md](caching.md#redis)). Never logged.',
  },
  REDIS_KEY_PREFIX: {
    means: 'Before every key and channel in Redis, so that several can share one.',
  },
  REDIS_TIMEOUT_MS: {
    means: 'How long one command may hold up a request before Redis is left alone for a moment.',
  },
} satisfies Record<string, VariableMeaning>;

const sandbox = {
  SANDBOX_PORT: { means: 'Port of the sandbox; `0` takes a free one.' },
  SANDBOX_SEED: { means: 'Another seed is another world.' },
  SANDBOX_NOW: { means: "A moment (ISO 8601) at which the sandbox's clock stands still." },
  SANDBOX_LATENCY_MS: { means: 'Delay before each answer of the sandbox.' },
  SANDBOX_SWITCHES: {
    means:
      'Where sources about TikTok disagree: `NAME=VALUE`, comma-separated; [sandbox.md](sandbox.md) has the names.',
  },
  SANDBOX_SIGNER_PORT: { means: "Lets the sandbox's signer answer on a port of its own as well." },
  SANDBOX_FAULTS: { means: 'Faults to begin with; [sandbox.md](sandbox.md) has the form.' },
} satisfies Record<string, VariableMeaning>;

/** What every variable does; docs/configuration.md and .env.example are written from this and the schema. */
export const variableMeanings: Readonly<Record<keyof Environment, VariableMeaning>> = {
  ...listening,
  ...access,
  ...load,
  ...media,
  ...tiktok,
  ...pacing,
  ...probe,
  ...cache,
  ...sandbox,
};

/** The variables by the question that they answer. */
export const variablesByQuestion: Readonly<Record<string, readonly string[]>> = {
  'Where does the server listen, and where do callers find it?': Object.keys(listening),
  'Who may call, and how often?': Object.keys(access),
  'How much is taken at a time, and how does the process end?': Object.keys(load),
  'How do links to files work?': Object.keys(media),
  'As whom is TikTok asked?': Object.keys(tiktok),
  'How much is TikTok asked, and how long is it waited for?': Object.keys(pacing),
  'What are sources tried out with, by `npm run doctor` and `/health/upstream?probe=true`?':
    Object.keys(probe),
  'Where are answers kept?': Object.keys(cache),
  'What is the sandbox like?': Object.keys(sandbox),
};
