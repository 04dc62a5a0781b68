import { blockDetectionInterceptor } from './block-detection.interceptor';
import { challengeInterceptor } from './challenge.interceptor';
import type { Exchange } from './exchange';
import { compose } from './exchange';
import { retryInterceptor } from './retry.interceptor';
import { sessionInterceptor } from './session.interceptor';
import type { UndiciExchangeOptions } from './undici.exchange';
import { createUndiciExchange } from './undici.exchange';

export interface TransportOptions extends UndiciExchangeOptions {
  readonly maxRetries: number;
}

export interface Transport {
  readonly exchange: Exchange;
  readonly close: () => Promise<void>;
}

/** The way of every request to TikTok. The order of the list is the order in which a request passes. */
export function createTransport(options: TransportOptions): Transport {
  const { exchange, close } = createUndiciExchange(options);
  return {
    exchange: compose(exchange, [
      retryInterceptor({ maxRetries: options.maxRetries, baseDelayMs: 150 }),
      blockDetectionInterceptor,
      challengeInterceptor,
      sessionInterceptor,
    ]),
    close,
  };
}
