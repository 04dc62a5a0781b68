import { blockDetectionInterceptor } from './block-detection.interceptor';
import { challengeInterceptor } from './challenge.interceptor';
import { deadlineInterceptor } from './deadline.interceptor';
import type { DispatcherOptions } from './dispatchers';
import type { Exchange } from './exchange';
import { compose } from './exchange';
import type { HostLoad } from './pacing.interceptor';
import { createPacing } from './pacing.interceptor';
import type { PacingLimits } from './pacing-lane';
import { redirectInterceptor } from './redirect.interceptor';
import type { RetryOptions } from './retry.interceptor';
import { retryInterceptor } from './retry.interceptor';
import { sessionInterceptor } from './session.interceptor';
import { createUndiciExchange } from './undici.exchange';

type Limits = DispatcherOptions & PacingLimits & RetryOptions;
type ChosenLimits = 'connectTimeoutMs' | 'maxBodyBytes' | 'maxConnectionsPerHost' | 'maxRetries';

/** Four limits must be chosen, and the whole call's; the others have defaults. */
export type TransportOptions = Pick<Limits, ChosenLimits> &
  Partial<Omit<Limits, ChosenLimits>> & {
    /** For a whole call, with its tries, waits and redirects. */
    readonly totalTimeoutMs: number;
  };

export interface Transport {
  readonly exchange: Exchange;
  /** What is under way and what waits, per host. */
  readonly load: () => readonly HostLoad[];
  readonly close: () => Promise<void>;
}

export const transportDefaults = {
  headersTimeoutMs: 15_000,
  bodyTimeoutMs: 15_000,
  maxConcurrentPerHost: 8,
  minSpacingMs: 0,
  maxQueuedPerHost: 256,
  maxQueueWaitMs: 10_000,
  baseDelayMs: 150,
  maxRetryAfterMs: 2_000,
} as const satisfies Partial<TransportOptions>;

/** The way of every request to TikTok. The order of the list is the order in which a request passes. */
export function createTransport(options: TransportOptions): Transport {
  const settings = { ...transportDefaults, ...options };
  const { exchange, close } = createUndiciExchange(settings);
  const pacing = createPacing(settings);
  return {
    exchange: compose(exchange, [
      deadlineInterceptor(settings.totalTimeoutMs),
      retryInterceptor(settings),
      blockDetectionInterceptor,
      redirectInterceptor,
      challengeInterceptor,
      sessionInterceptor,
      pacing.interceptor,
    ]),
    load: pacing.load,
    close,
  };
}
