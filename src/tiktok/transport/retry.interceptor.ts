import { setTimeout as sleep } from 'node:timers/promises';
import { steadyNowMs } from '../steady-clock';
import { TikTokBlockedError } from '../tiktok.errors';
import type { Interceptor, UpstreamRequest } from './exchange';
import { isBrokenConnection } from './upstream-failure';

export interface RetryOptions {
  readonly maxRetries: number;
  /** The wait before retry n is drawn from 0 to this, doubled n times. */
  readonly baseDelayMs: number;
  /** The longest `Retry-After` that is waited for here; a longer one is left to the caller. */
  readonly maxRetryAfterMs: number;
}

/**
 * Asks again where that helps: a broken connection, and the embed surface shedding load, which both pass at
 * the next try. A captcha or an empty answer only gets worse by insisting, so those go straight on, and so
 * does what could not be answered before the deadline.
 */
export function retryInterceptor(options: RetryOptions): Interceptor {
  return (next) => async (request) => {
    for (let attempt = 0; ; attempt += 1) {
      try {
        return await next(request);
      } catch (error) {
        const waitMs =
          attempt < options.maxRetries ? waitBefore(error, attempt, options) : undefined;
        if (waitMs === undefined || !isInTime(request, waitMs)) throw error;
        await sleep(waitMs, undefined, { signal: request.signal });
      }
    }
  };
}

/** How long to wait before the next try; undefined when none would help. */
function waitBefore(error: unknown, attempt: number, options: RetryOptions): number | undefined {
  const jitterMs = Math.random() * options.baseDelayMs * 2 ** attempt;
  if (isBrokenConnection(error)) return jitterMs;
  if (!(error instanceof TikTokBlockedError) || error.kind !== 'overload') return undefined;
  const requestedMs = (error.requestedWaitSeconds ?? 0) * 1000;
  return requestedMs > options.maxRetryAfterMs ? undefined : requestedMs + jitterMs;
}

function isInTime({ signal, deadlineAtMs = Infinity }: UpstreamRequest, waitMs: number): boolean {
  return !signal?.aborted && steadyNowMs() + waitMs < deadlineAtMs;
}
