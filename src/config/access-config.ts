import type { Environment } from './environment';

/** Who may call, how often, and how much a day. */
export interface AccessConfig {
  readonly tokens?: readonly string[];
  readonly tokensFile?: string;
  /** Units a day (UTC) of a token without a limit of its own; absent for no limit. */
  readonly dailyUnits?: number;
  /** Requests a minute of a token, or of an address where no token is known; absent for no limit. */
  readonly requestsPerMinute?: number;
  /** Whether others than this machine's users may call without a token. */
  readonly letsStrangersIn: boolean;
  /** The clock of the days, when it is not this machine's. */
  readonly nowMs?: () => number;
}

/** Where strangers can call: enough for whoever works, too little for whoever wears the server out. */
const requestsPerMinuteOfStrangers = 600;

export function accessOf(environment: Environment): AccessConfig {
  const isLocal = isLoopback(environment.HOST);
  const isOwnMachine = isLocal && !hasTokens(environment);
  const perMinute =
    environment.RATE_LIMIT_PER_MINUTE ?? (isOwnMachine ? 0 : requestsPerMinuteOfStrangers);
  return {
    tokens: environment.API_TOKENS,
    tokensFile: environment.API_TOKENS_FILE,
    dailyUnits: environment.API_DAILY_UNITS,
    letsStrangersIn: !isLocal && !hasTokens(environment),
    requestsPerMinute: perMinute === 0 ? undefined : perMinute,
  };
}

/** What is wrong where others than this machine could call and nobody said who may. */
export function openDoorProblems(environment: Environment): string[] {
  const { HOST, ALLOW_ANONYMOUS } = environment;
  if (isLoopback(HOST) || hasTokens(environment) || ALLOW_ANONYMOUS) return [];
  return [
    `HOST=${HOST}: others than this machine could call, and nothing says who may: set API_TOKENS or ` +
      'API_TOKENS_FILE, or ALLOW_ANONYMOUS=true to let everybody in',
  ];
}

function hasTokens({ API_TOKENS, API_TOKENS_FILE }: Environment): boolean {
  return API_TOKENS !== undefined || API_TOKENS_FILE !== undefined;
}

function isLoopback(host: string): boolean {
  return host === 'localhost' || host === '::1' || /^127(\.[0-9]{1,3}){3}$/.test(host);
}
