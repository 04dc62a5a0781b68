import type { Session } from './session';

/** What a request is for: it decides the headers a browser would send with it. */
export type RequestKind = 'page' | 'embed' | 'api';

export interface UpstreamRequest {
  readonly url: string;
  readonly kind: RequestKind;
  readonly session: Session;
  /** The page that a browser would come from. */
  readonly referer?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly signal?: AbortSignal;
}

/** An answer as it came, its body decoded from gzip, brotli or deflate. */
export interface UpstreamAnswer {
  readonly url: string;
  readonly status: number;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly body: Buffer;
}

export type Exchange = (request: UpstreamRequest) => Promise<UpstreamAnswer>;
export type Interceptor = (next: Exchange) => Exchange;

/** Wraps `exchange` so that a request passes the interceptors in the order of the list, first one outermost. */
export function compose(exchange: Exchange, interceptors: readonly Interceptor[]): Exchange {
  return interceptors.reduceRight((next, interceptor) => interceptor(next), exchange);
}
