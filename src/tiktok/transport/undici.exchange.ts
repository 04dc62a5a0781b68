import type { Dispatcher } from 'undici';
import { isAllowedAddress } from './allowed-address';
import { decodeBody } from './body-decoding';
import type { DispatcherOptions } from './dispatchers';
import { Dispatchers } from './dispatchers';
import type { Exchange, UpstreamAnswer, UpstreamRequest } from './exchange';
import { asTikTokError } from './upstream-failure';

export interface UndiciExchange {
  readonly exchange: Exchange;
  readonly close: () => Promise<void>;
}

interface Way {
  readonly dispatcher: Dispatcher;
  /** Where requests really go, e.g. the sandbox; the Host header stays TikTok's. */
  readonly baseUrl?: string;
  readonly maxBodyBytes: number;
}

/** The socket end of the transport: keep-alive pools, no redirects followed, sizes and phases limited. */
export function createUndiciExchange(options: DispatcherOptions): UndiciExchange {
  const { baseUrl, maxBodyBytes } = options;
  const dispatchers = new Dispatchers(options);
  const exchange: Exchange = async (request) => {
    const url = new URL(request.url);
    if (!isAllowedAddress(url)) throw new Error(`Refused to ask ${url.host}: not TikTok's`);
    const dispatcher = dispatchers.through(request.session.proxy);
    try {
      return await send(url, request, { dispatcher, baseUrl, maxBodyBytes });
    } catch (error) {
      if (request.signal?.aborted) throw error;
      throw asTikTokError(error, url.host);
    }
  };
  return { exchange, close: () => dispatchers.close() };
}

async function send(
  url: URL,
  { url: asked, headers: given, signal }: UpstreamRequest,
  { dispatcher, baseUrl, maxBodyBytes }: Way,
): Promise<UpstreamAnswer> {
  const { statusCode, headers, body } = await dispatcher.request({
    origin: baseUrl ?? url.origin,
    path: url.pathname + url.search,
    method: 'GET',
    headers: { ...given, host: url.host },
    signal,
  });
  const raw = Buffer.from(await body.arrayBuffer());
  const decoded = decodeBody(raw, headers['content-encoding'], maxBodyBytes);
  return { url: asked, status: statusCode, headers, body: decoded };
}
