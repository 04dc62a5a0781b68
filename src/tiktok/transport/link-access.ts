import type { LinkAccess } from '../../cache/answer';
import type { ProxyAddress } from './proxy-address';

/** The cookie that TikTok's video links are bound to: `tk=tt_chain_token` in their query says so. */
const chainToken = /^tt_chain_token=[^;\s]+/;

interface Exchanged {
  /** Headers of the request. */
  readonly sent: Readonly<Record<string, string>>;
  readonly setCookies: readonly string[];
  readonly proxy: ProxyAddress | undefined;
}

/**
 * What opens the links of an answer: the token that this very answer set, else the one that was sent for it.
 * The session's jar is of no use for that, since another answer may have changed it meanwhile.
 */
export function linkAccessOf({ sent, setCookies, proxy }: Exchanged): LinkAccess {
  const given = setCookies.findLast((line) => chainToken.test(line));
  const shown = sent.cookie?.split('; ').find((pair) => chainToken.test(pair));
  return {
    cookie: chainToken.exec(given ?? shown ?? '')?.[0],
    userAgent: sent['user-agent'],
    proxyNumber: proxy?.number,
  };
}
