import { mentionsCarrier } from '../parsers/embedded-state';
import { readRecord } from '../parsers/read';
import {
  TikTokBlockedError,
  type TikTokError,
  TikTokNotFoundError,
  TikTokShapeChangedError,
  TikTokUnreachableError,
} from '../tiktok.errors';
import { readChallenge } from './challenge';
import type { UpstreamAnswer } from './exchange';

type Check = (answer: UpstreamAnswer) => TikTokError | undefined;

const REDIRECTS: ReadonlySet<number> = new Set([301, 302, 303, 307, 308]);
/** 444 is nginx dropping a datacenter address. */
const BLOCKING: ReadonlySet<number> = new Set([401, 403, 444]);
/** Pages of refusal have 0.6 to 6 kB, pages with data 24 kB and more. */
const MAX_REFUSAL_BYTES = 64 * 1024;
const HEAD_BYTES = 4096;

/**
 * What TikTok refuses with this answer, or undefined when it is one to be parsed. An HTTP 400 that carries
 * an embed page or a JSON status is such an answer: its parser knows better what it says.
 */
export function detectRefusal(answer: UpstreamAnswer): TikTokError | undefined {
  for (const check of CHECKS) {
    const error = check(answer);
    if (error !== undefined) {
      return error;
    }
  }
  return undefined;
}

// The body goes before the status: a 403 with the proof of work can still be answered.
const CHECKS: readonly Check[] = [
  checkHeaders,
  checkRedirect,
  checkChallenge,
  checkCaptcha,
  checkLoad,
  checkStatus,
  checkEmptiness,
];

function checkHeaders({ headers, status }: UpstreamAnswer): TikTokError | undefined {
  if (readHeader(headers, 'bdturing-verify') !== undefined) {
    return refusal('captcha', 'TikTok asks for a captcha', status);
  }
  return readHeader(headers, 'x-tt-system-error') === '3'
    ? refusal('blocked_page', 'TikTok sent its page for blocked addresses', status)
    : undefined;
}

/** Redirects that lead away, and the same pages as the final address where redirects were followed. */
function checkRedirect({ status, headers, url }: UpstreamAnswer): TikTokError | undefined {
  if (!REDIRECTS.has(status)) {
    return errorOfAddress(url, undefined);
  }
  const location = readHeader(headers, 'location');
  return (
    errorOfAddress(location, url) ??
    new TikTokShapeChangedError('location', 'TikTok redirects to an address that is not known', {
      statusCode: status,
    })
  );
}

function errorOfAddress(
  address: string | undefined,
  base: string | undefined,
): TikTokError | undefined {
  if (address === undefined || !URL.canParse(address, base)) {
    return undefined;
  }
  const { pathname, searchParams } = new URL(address, base);
  if (/^\/login(?:\/|$)/.test(pathname)) {
    return new TikTokBlockedError('login_wall', 'TikTok sends guests to its login page');
  }
  // An expired short link leads to the home page, marked with _r=1.
  const isHomeOfTheLost = pathname === '/' && searchParams.get('_r') === '1';
  return isHomeOfTheLost || /^\/notfound(?:\/|$)/.test(pathname)
    ? new TikTokNotFoundError('TikTok sends to its page for what does not exist')
    : undefined;
}

function checkChallenge({ body, status }: UpstreamAnswer): TikTokError | undefined {
  if (!isSmallPage(body)) {
    return undefined;
  }
  const isKnownByItsWords =
    body.includes('SlardarWAF') &&
    (body.includes('_wafchallengeid') || body.includes('Please wait...'));
  return isKnownByItsWords || readChallenge(body) !== undefined
    ? refusal('challenge', 'TikTok asks for a proof of work', status)
    : undefined;
}

function checkCaptcha({ body, status }: UpstreamAnswer): TikTokError | undefined {
  const head = body.toString('latin1', 0, HEAD_BYTES);
  const isCaptcha =
    /<title[^<>]*>\s*Security Check\s*</i.test(head) ||
    (/"type"\s*:\s*"verify"/.test(head) && isVerification(body));
  return isCaptcha ? refusal('captcha', 'TikTok asks for a captcha', status) : undefined;
}

/** A caption may say the same words, so only the top level of the JSON counts. */
function isVerification(body: Buffer): boolean {
  if (body.length > MAX_REFUSAL_BYTES) {
    return false;
  }
  try {
    return readRecord(JSON.parse(body.toString()))?.type === 'verify';
  } catch {
    return false;
  }
}

function checkLoad({ status, headers, body }: UpstreamAnswer): TikTokError | undefined {
  if (status !== 429 && status !== 503) {
    return undefined;
  }
  const options = { statusCode: status, retryAfterSeconds: readRetryAfter(headers) };
  if (body.subarray(0, HEAD_BYTES).includes('overload-protect triggered')) {
    return new TikTokBlockedError('overload', 'TikTok sheds load', options);
  }
  return status === 429
    ? new TikTokBlockedError('rate_limit', 'TikTok limits our rate', options)
    : undefined;
}

function checkStatus({ status, body }: UpstreamAnswer): TikTokError | undefined {
  if (status < 400) {
    return undefined;
  }
  if (status >= 500) {
    const message = `TikTok answers HTTP ${status}`;
    return new TikTokUnreachableError(message, { statusCode: status });
  }
  if (BLOCKING.has(status)) {
    return refusal('blocked_page', `TikTok answers HTTP ${status}`, status);
  }
  if (isWorthParsing(body)) {
    return undefined;
  }
  return status === 404 || status === 410
    ? new TikTokNotFoundError(`TikTok answers HTTP ${status}`, { statusCode: status })
    : refusal('blocked_page', `TikTok answers HTTP ${status} without a reason`, status);
}

/** The silent refusal of the API: HTTP 200, no byte, `tt_orcas_res: 1`. */
function checkEmptiness({ body, status }: UpstreamAnswer): TikTokError | undefined {
  return body.length === 0
    ? refusal('empty_answer', 'TikTok answers without a byte', status)
    : undefined;
}

function isWorthParsing(body: Buffer): boolean {
  const start = body.toString('latin1', 0, 64).trimStart();
  return start.startsWith('{') || mentionsCarrier(body);
}

function isSmallPage(body: Buffer): boolean {
  return body.length > 0 && body.length <= MAX_REFUSAL_BYTES && !isWorthParsing(body);
}

/** Seconds, or a date that is read against the answer's own clock. */
function readRetryAfter(headers: UpstreamAnswer['headers']): number | undefined {
  const value = readHeader(headers, 'retry-after');
  if (value === undefined || /^\d{1,6}$/.test(value)) {
    return value === undefined ? undefined : Number(value);
  }
  const waitMs = Date.parse(value) - Date.parse(readHeader(headers, 'date') ?? '');
  return Number.isNaN(waitMs) ? undefined : Math.max(0, Math.ceil(waitMs / 1000));
}

function refusal(
  kind: TikTokBlockedError['kind'],
  message: string,
  statusCode: number,
): TikTokBlockedError {
  return new TikTokBlockedError(kind, message, { statusCode });
}

function readHeader(headers: UpstreamAnswer['headers'], name: string): string | undefined {
  const value = headers[name];
  const text = (Array.isArray(value) ? value[0] : value)?.trim();
  return text === '' ? undefined : text;
}
