import { setTimeout as sleep } from 'node:timers/promises';
import { TikTokBlockedError, TikTokUnreachableError } from '../tiktok.errors';
import type { Interceptor } from './exchange';

export interface RetryOptions {
  readonly maxRetries: number;
  readonly baseDelayMs: number;
}

/**
 * Asks again where that helps: a broken connection, and the embed surface shedding load, which both pass at
 * the next try. A captcha or an empty answer only gets worse by insisting, so those go straight on.
 */
export function retryInterceptor({ maxRetries, baseDelayMs }: RetryOptions): Interceptor {
  return (next) => async (request) => {
    for (let attempt = 0; ; attempt += 1) {
      try {
        return await next(request);
      } catch (error) {
        if (attempt >= maxRetries || !isWorthRetrying(error)) throw error;
        const delayMs = baseDelayMs * 2 ** attempt * (0.5 + Math.random());
        await sleep(delayMs, undefined, { signal: request.signal });
      }
    }
  };
}

function isWorthRetrying(error: unknown): boolean {
  if (error instanceof TikTokUnreachableError) return error.statusCode === undefined;
  return error instanceof TikTokBlockedError && error.kind === 'overload';
}
