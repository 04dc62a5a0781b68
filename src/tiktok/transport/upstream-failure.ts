import {
  TikTokError,
  TikTokShapeChangedError,
  TikTokTimeoutError,
  TikTokUnreachableError,
} from '../tiktok.errors';

/** A connection that must not be made, whatever the reason to make it; asking again changes nothing. */
export class ForbiddenAddressError extends Error {
  readonly code = 'FORBIDDEN_ADDRESS';
}

const timeouts: Readonly<Record<string, string>> = {
  UND_ERR_CONNECT_TIMEOUT: 'did not take the connection in time',
  UND_ERR_HEADERS_TIMEOUT: 'did not begin to answer in time',
  UND_ERR_BODY_TIMEOUT: 'stopped in the middle of its answer',
};
const tooLarge = ['UND_ERR_RES_EXCEEDED_MAX_SIZE', 'ERR_BUFFER_TOO_LARGE'];
const broken = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'ECONNABORTED',
  'EPIPE',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'UND_ERR_SOCKET',
  'UND_ERR_RES_CONTENT_LENGTH_MISMATCH',
]);

/** Names what went wrong between us and a host, whichever library said it. */
export function asTikTokError(cause: unknown, host: string): Error {
  const code = codeOf(cause);
  if (cause instanceof TikTokError || code === undefined) return cause as Error;
  if (cause instanceof ForbiddenAddressError)
    return new TikTokUnreachableError(`No connection is made: ${cause.message}`, { cause });
  const tooLate = timeouts[code];
  if (tooLate !== undefined) return new TikTokTimeoutError(`${host} ${tooLate}`, { cause });
  if (tooLarge.includes(code))
    return new TikTokShapeChangedError('body', `${host} sent more than we read`, { cause });
  if (/^(Z_|ERR_+(PADDING|ERROR_FORMAT|ERROR_UNREACHABLE|BROTLI))/.test(code))
    return new TikTokShapeChangedError('body', `${host} sent a body that does not decode`, {
      cause,
    });
  return new TikTokUnreachableError(`No connection to ${host} (${code})`, { cause });
}

/** Whether the connection failed in a way that the next one may not. */
export function isBrokenConnection(error: unknown): boolean {
  return error instanceof TikTokUnreachableError && broken.has(codeOf(error.cause) ?? '');
}

function codeOf(error: unknown): string | undefined {
  const hasCode = typeof error === 'object' && error !== null && 'code' in error;
  return hasCode && typeof error.code === 'string' ? error.code : undefined;
}
