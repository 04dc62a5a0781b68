import { steadyNowMs } from '../steady-clock';
import { TikTokError, TikTokTimeoutError } from '../tiktok.errors';
import type { Interceptor } from './exchange';

/**
 * Ends a call, with all its tries and waits, after `totalTimeoutMs` or at the caller's own deadline. A caller
 * that gives up gets its own reason back.
 */
export function deadlineInterceptor(totalTimeoutMs: number): Interceptor {
  return (next) => async (request) => {
    const ownDeadlineMs = steadyNowMs() + totalTimeoutMs;
    const deadlineAtMs = Math.min(request.deadlineAtMs ?? Infinity, ownDeadlineMs);
    const controller = new AbortController();
    const { signal: given } = request;
    const giveUp = (): void => controller.abort(given?.reason);
    given?.throwIfAborted();
    given?.addEventListener('abort', giveUp, { once: true });
    const expire = (): void =>
      controller.abort(new TikTokTimeoutError('TikTok did not answer before the deadline'));
    const timer = setTimeout(expire, Math.max(0, deadlineAtMs - steadyNowMs()));
    try {
      return await next({ ...request, signal: controller.signal, deadlineAtMs });
    } catch (error) {
      // Sleeping and queueing report an abort in their own words; the reason says more.
      const isAborted = controller.signal.aborted && !(error instanceof TikTokError);
      throw isAborted ? (controller.signal.reason as Error) : error;
    } finally {
      clearTimeout(timer);
      given?.removeEventListener('abort', giveUp);
    }
  };
}
