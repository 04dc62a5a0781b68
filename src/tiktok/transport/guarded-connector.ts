import type { LookupAddress } from 'node:dns';
import { lookup as systemLookup } from 'node:dns';
import { isIP, type LookupFunction } from 'node:net';
import { buildConnector } from 'undici';
import { isTikTokHost } from './allowed-address';
import { isPublicAddress } from './public-address';
import { ForbiddenAddressError } from './upstream-failure';

export interface GuardOptions {
  readonly connectTimeoutMs: number;
  /** The one origin that may lie anywhere, e.g. the sandbox on this machine. */
  readonly baseUrl?: string;
  /** Which hosts may be asked; TikTok's own unless given. */
  readonly isAllowedHost?: (hostname: string) => boolean;
  /** Resolves names; the system's resolver unless given. */
  readonly lookup?: LookupFunction;
}

/**
 * Opens connections to TikTok's hosts only, at port 443 only, and only to public addresses: whoever controls
 * the answers of a resolver must not reach into the network that we run in.
 */
export function guardedConnector(options: GuardOptions): buildConnector.connector {
  const { connectTimeoutMs: timeout, baseUrl, lookup = systemLookup } = options;
  const { isAllowedHost = isTikTokHost } = options;
  const openly = buildConnector({ timeout });
  const guarded = buildConnector({ timeout, lookup: publicOnly(lookup) });
  const exempt = baseUrl === undefined ? undefined : new URL(baseUrl);
  return (target, callback) => {
    if (exempt && isSameOrigin(target, exempt)) return openly(target, callback);
    const reason = objection(target, isAllowedHost);
    if (reason !== undefined) return callback(new ForbiddenAddressError(reason), null);
    guarded(target, callback);
  };
}

function isSameOrigin({ protocol, hostname, port }: buildConnector.Options, origin: URL): boolean {
  return (
    protocol === origin.protocol &&
    port === origin.port &&
    hostname === origin.hostname.replace(/^\[(.*)\]$/, '$1')
  );
}

function objection(
  { protocol, hostname, port }: buildConnector.Options,
  isAllowedHost: (hostname: string) => boolean,
): string | undefined {
  // A literal address is never resolved, so it would pass by the check below.
  if (isIP(hostname) !== 0 || !isAllowedHost(hostname)) return `${hostname} is not TikTok's`;
  if (protocol !== 'https:' || (port !== '' && port !== '443'))
    return `${hostname} is asked over https at port 443 only`;
  return undefined;
}

/**
 * A lookup that fails when any address of a name is not public. The socket connects to the very addresses that
 * were checked, so a name cannot change its meaning between the check and the connection.
 */
export function publicOnly(lookup: LookupFunction): LookupFunction {
  return (hostname, options, callback) => {
    lookup(hostname, { ...options, all: true }, (error, found, family) => {
      if (error) return callback(error, '');
      const addresses: LookupAddress[] = Array.isArray(found)
        ? found
        : [{ address: found, family: family ?? isIP(found) }];
      const [first] = addresses;
      if (!first || !addresses.every(({ address }) => isPublicAddress(address)))
        return callback(
          new ForbiddenAddressError(`${hostname} leads to an address that is not public`),
          '',
        );
      if (options.all) return callback(null, addresses);
      callback(null, first.address, first.family);
    });
  };
}
