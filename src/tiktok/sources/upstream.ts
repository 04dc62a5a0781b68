import { webOrigin } from '../constants';
import type { Exchange, RequestKind, UpstreamAnswer } from '../transport/exchange';
import type { Session } from '../transport/session';
import type { SessionPool } from '../transport/session-pool';
import type { CallContext } from './source';

/** What every source is given: the way to TikTok and the guests to go as. */
export interface Upstream {
  readonly exchange: Exchange;
  readonly sessions: SessionPool;
}

export interface PathRequest extends CallContext {
  readonly kind: RequestKind;
  /** Path and query on TikTok's main host, or an absolute address. */
  readonly path: string;
  readonly referer?: string;
  readonly headers?: Readonly<Record<string, string>>;
}

/** Asks as whichever guest is rested, and gives the whole answer. */
export function ask(upstream: Upstream, request: PathRequest): Promise<UpstreamAnswer> {
  return upstream.sessions.use((session) => askAs(upstream, session, request));
}

/** Asks as this guest. */
export async function askAs(
  { exchange }: Upstream,
  session: Session,
  { path, onLinkAccess, ...request }: PathRequest,
): Promise<UpstreamAnswer> {
  const url = path.startsWith('https://') ? path : webOrigin + path;
  const answer = await exchange({ ...request, url, session });
  onLinkAccess?.(answer.linkAccess);
  return answer;
}
