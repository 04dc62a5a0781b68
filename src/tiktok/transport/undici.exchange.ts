import { brotliDecompressSync, gunzipSync, inflateSync } from 'node:zlib';
import { Agent } from 'undici';
import { allowedHostSuffixes } from '../constants';
import {
  TikTokError,
  TikTokShapeChangedError,
  TikTokTimeoutError,
  TikTokUnreachableError,
} from '../tiktok.errors';
import type { Exchange, UpstreamAnswer, UpstreamRequest } from './exchange';

export interface UndiciExchangeOptions {
  /** Where requests really go, e.g. the sandbox; absent for TikTok itself. The Host header stays TikTok's. */
  readonly baseUrl?: string;
  readonly connectTimeoutMs: number;
  /** For one request from start to last byte. */
  readonly totalTimeoutMs: number;
  /** Of an answer's body, before and after decompression. */
  readonly maxBodyBytes: number;
  readonly maxConnectionsPerHost: number;
}

export interface UndiciExchange {
  readonly exchange: Exchange;
  readonly close: () => Promise<void>;
}

/** The socket end of the transport: one keep-alive pool per host, no redirects followed, sizes and times limited. */
export function createUndiciExchange(options: UndiciExchangeOptions): UndiciExchange {
  const agent = new Agent({
    connections: options.maxConnectionsPerHost,
    pipelining: 1,
    keepAliveTimeout: 30_000,
    headersTimeout: options.totalTimeoutMs,
    bodyTimeout: options.totalTimeoutMs,
    maxResponseSize: options.maxBodyBytes,
    connect: { timeout: options.connectTimeoutMs },
  });
  const exchange: Exchange = async (request) => {
    const deadline = AbortSignal.timeout(options.totalTimeoutMs);
    try {
      return await send(agent, request, { ...options, deadline });
    } catch (error) {
      if (request.signal?.aborted) throw error;
      throw asTikTokError(error, request.url);
    }
  };
  return { exchange, close: () => agent.close() };
}

interface SendOptions extends UndiciExchangeOptions {
  readonly deadline: AbortSignal;
}

async function send(
  agent: Agent,
  request: UpstreamRequest,
  { baseUrl, deadline, maxBodyBytes }: SendOptions,
): Promise<UpstreamAnswer> {
  const url = new URL(request.url);
  assertAllowed(url);
  const signal = request.signal ? AbortSignal.any([request.signal, deadline]) : deadline;
  const { statusCode, headers, body } = await agent.request({
    origin: baseUrl ?? url.origin,
    path: url.pathname + url.search,
    method: 'GET',
    headers: { ...request.headers, host: url.host },
    signal,
  });
  const raw = Buffer.from(await body.arrayBuffer());
  const decoded = decode(raw, headers['content-encoding'], maxBodyBytes);
  return { url: request.url, status: statusCode, headers, body: decoded };
}

function assertAllowed(url: URL): void {
  const isAllowed = allowedHostSuffixes.some(
    (suffix) => url.hostname === suffix || url.hostname.endsWith(`.${suffix}`),
  );
  if (url.protocol !== 'https:' || !isAllowed)
    throw new Error(`Refused to ask ${url.origin}: not a host of TikTok's`);
}

function decode(
  raw: Buffer,
  encoding: string | string[] | undefined,
  maxOutputLength: number,
): Buffer {
  if (raw.length === 0) return raw;
  switch (encoding) {
    case 'gzip':
      return gunzipSync(raw, { maxOutputLength });
    case 'br':
      return brotliDecompressSync(raw, { maxOutputLength });
    case 'deflate':
      return inflateSync(raw, { maxOutputLength });
    default:
      return raw;
  }
}

const timeoutCodes = ['UND_ERR_CONNECT_TIMEOUT', 'UND_ERR_HEADERS_TIMEOUT', 'UND_ERR_BODY_TIMEOUT'];
const sizeCodes = ['UND_ERR_RES_EXCEEDED_MAX_SIZE', 'ERR_BUFFER_TOO_LARGE'];

function asTikTokError(cause: unknown, url: string): Error {
  if (cause instanceof TikTokError || !(cause instanceof Error)) return cause as Error;
  const code = 'code' in cause ? String(cause.code) : '';
  const host = new URL(url).host;
  if (cause.name === 'TimeoutError' || timeoutCodes.includes(code))
    return new TikTokTimeoutError(`${host} did not answer in time`, { cause });
  if (sizeCodes.includes(code))
    return new TikTokShapeChangedError('body', `${host} sent more than we read`, { cause });
  if (code.startsWith('Z_') || code.startsWith('ERR__ERROR_FORMAT'))
    return new TikTokShapeChangedError('body', `${host} sent a body that does not decode`, {
      cause,
    });
  if (code !== '')
    return new TikTokUnreachableError(`No connection to ${host} (${code})`, { cause });
  return cause;
}
