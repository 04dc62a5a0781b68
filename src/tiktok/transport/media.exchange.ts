import type { Readable } from 'node:stream';
import type { Dispatcher } from 'undici';
import type { LinkAccess } from '../../cache/answer';
import { desktopUserAgent, webOrigin } from '../constants';
import { TikTokShapeChangedError } from '../tiktok.errors';
import { isAllowedAddress, isMediaHost } from './allowed-address';
import { Dispatchers } from './dispatchers';
import type { UpstreamAnswer } from './exchange';
import type { ProxyAddress } from './proxy-address';
import { redirectTarget } from './redirect.interceptor';
import type { TransportOptions } from './transport';
import { transportDefaults } from './transport';
import { asTikTokError, ForbiddenAddressError } from './upstream-failure';

export interface MediaRequest {
  readonly url: string;
  /** What the answer that held the link says of opening it. */
  readonly access?: LinkAccess;
  /** Value of the `Range` header. */
  readonly range: string;
  readonly signal?: AbortSignal;
}

/** An answer of a media host whose body is still to be read, or destroyed. */
export type MediaAnswer = Omit<UpstreamAnswer, 'body' | 'linkAccess'> & { readonly body: Readable };

export type MediaExchange = (request: MediaRequest) => Promise<MediaAnswer>;

export interface MediaExchangeOptions {
  readonly transport: TransportOptions;
  readonly maxConnectionsPerHost: number;
  /** All that are configured, in their order. */
  readonly proxies: readonly ProxyAddress[];
}

const maxRedirects = 3;

/**
 * The way to TikTok's media hosts: bodies of any size as streams, over connections of their own, so that long
 * downloads take none from what is asked of TikTok. Nothing is decoded, and nothing else is ever connected to.
 */
export function createMediaExchange(options: MediaExchangeOptions): {
  readonly exchange: MediaExchange;
  readonly close: () => Promise<void>;
} {
  const { transport, maxConnectionsPerHost } = options;
  const dispatchers = new Dispatchers({
    ...transportDefaults,
    ...transport,
    maxConnectionsPerHost,
    maxBodyBytes: -1,
    isAllowedHost: isMediaHost,
  });
  const exchange: MediaExchange = async (request) => {
    let url = secured(request.url);
    try {
      for (let left = maxRedirects; ; left -= 1) {
        assertAllowed(url);
        const dispatcher = dispatchers.through(proxyOf(request.access, options.proxies));
        const answer = await send(url, request, { dispatcher, baseUrl: transport.baseUrl });
        const target = redirectTarget(answer);
        if (!target) return answer;
        answer.body.on('error', () => undefined).destroy();
        if (left === 0)
          throw new TikTokShapeChangedError('location', 'A media link redirects in a chain');
        url = target;
      }
    } catch (error) {
      if (request.signal?.aborted) throw error;
      throw asTikTokError(error, url.host);
    }
  };
  return { exchange, close: () => dispatchers.destroy() };
}

interface Way {
  readonly dispatcher: Dispatcher;
  /** Where requests really go, e.g. the sandbox; the Host header stays TikTok's. */
  readonly baseUrl: string | undefined;
}

async function send(
  url: URL,
  request: MediaRequest,
  { dispatcher, baseUrl }: Way,
): Promise<MediaAnswer> {
  const { statusCode, headers, body } = await dispatcher.request({
    origin: baseUrl ?? url.origin,
    path: url.pathname + url.search,
    method: 'GET',
    headers: headersOf(url, request),
    signal: request.signal,
    // What is read ahead lies in one place, where it is counted.
    highWaterMark: 16 * 1024,
  });
  return { url: url.href, status: statusCode, headers, body };
}

/** Old sound covers are linked over plain http, from hosts that answer over https as well. */
function secured(link: string): URL {
  const url = new URL(link);
  if (url.protocol === 'http:') url.protocol = 'https:';
  return url;
}

function assertAllowed(url: URL): void {
  if (!isAllowedAddress(url, isMediaHost))
    throw new ForbiddenAddressError(`${url.host} is none of TikTok's media hosts`);
}

/** A link is followed from where it was given; another exit is better than showing our own address. */
function proxyOf(
  access: LinkAccess | undefined,
  proxies: readonly ProxyAddress[],
): ProxyAddress | undefined {
  const index = (access?.proxyNumber ?? 1) - 1;
  return proxies[index % Math.max(1, proxies.length)];
}

function headersOf(url: URL, { access, range }: MediaRequest): Record<string, string> {
  // The cookie is one of tiktok.com; a browser would not show it to the other networks.
  const isAtHome = url.hostname === 'tiktok.com' || url.hostname.endsWith('.tiktok.com');
  return {
    host: url.host,
    'user-agent': access?.userAgent ?? desktopUserAgent,
    referer: `${webOrigin}/`,
    accept: '*/*',
    'accept-language': 'en-US,en;q=0.9',
    // Ranges count bytes of the file and not of a coding of it.
    'accept-encoding': 'identity',
    range,
    ...(isAtHome && access?.cookie !== undefined && { cookie: access.cookie }),
  };
}
