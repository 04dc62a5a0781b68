import type { LinkAccess } from '../../cache/answer';
import type { Session } from './session';

/**
 * What a request is for: it decides the headers a browser would send with it. A `short-link` is asked where it
 * leads: its redirect is the answer, with status and `location`.
 */
export type RequestKind = 'page' | 'embed' | 'api' | 'short-link';

export interface UpstreamRequest {
  readonly url: string;
  readonly kind: RequestKind;
  readonly session: Session;
  /** The page that a browser would come from. */
  readonly referer?: string;
  /** Sent in place of those that the kind and the session give; cookies are sent beside the session's. */
  readonly headers?: Readonly<Record<string, string>>;
  /** How many redirects may be followed, to TikTok's own hosts only; none unless given. */
  readonly followRedirects?: number;
  readonly signal?: AbortSignal;
  /** When the answer is of no more use, in Unix milliseconds; the transport's own limit may come first. */
  readonly deadlineAtMs?: number;
}

/** An answer as it came, its body decoded from gzip, brotli or deflate. */
export interface UpstreamAnswer {
  /** The address that answered: the last one where redirects were followed. */
  readonly url: string;
  readonly status: number;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly body: Buffer;
  /** How the media links inside are opened; absent where no guest was shown. */
  readonly linkAccess?: LinkAccess;
}

export type Exchange = (request: UpstreamRequest) => Promise<UpstreamAnswer>;
export type Interceptor = (next: Exchange) => Exchange;

/** Wraps `exchange` so that a request passes the interceptors in the order of the list, first one outermost. */
export function compose(exchange: Exchange, interceptors: readonly Interceptor[]): Exchange {
  return interceptors.reduceRight((next, interceptor) => interceptor(next), exchange);
}
