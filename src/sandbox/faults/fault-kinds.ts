import {
  bodyText,
  htmlReply,
  jsonReply,
  silentRefusal,
  textReply,
  type Reply,
} from '../http/reply';
import type { SandboxRequest } from '../http/sandbox-request';
import { CARRIER_ID, pageWithoutCarrier } from '../render/page-html';
import type { Emulator } from '../surfaces/answering';
import { pageReply } from '../surfaces/page-answer';
import { bringsAnswer, challengePage } from './challenge';
import {
  bendJson,
  duplicatedRows,
  emptyPage,
  reversedRows,
  statusAsText,
  statusMismatch,
  withoutItemKeys,
  withoutList,
} from './json-bends';

export interface FaultContext {
  emulator: Emulator;
  request: SandboxRequest;
}

/** Makes a bad answer of a good one. */
type Bend = (reply: Reply, context: FaultContext) => Reply;

/** Every way in which TikTok has been seen to fail, and what it does to an answer. */
export const FAULTS = {
  'empty-200': () => silentRefusal(),
  /** Pages only; a request that brings the right answer passes. */
  challenge: (reply, { emulator, request }) =>
    request.route.surface === 'page' && !bringsAnswer(emulator.world.key, request)
      ? challengePage(emulator.world.key, request)
      : reply,
  'captcha-page': () => htmlReply(CAPTCHA_PAGE),
  'blocked-page': () => withHeader(htmlReply(BLOCKED_PAGE), 'x-tt-system-error', '3'),
  'shell-page': (_, { emulator, request }) =>
    pageReply(emulator, request, { canonical: 'https://www.tiktok.com/', scopes: {} }),
  'no-script': () => htmlReply(pageWithoutCarrier()),
  'login-redirect': (_, { request }) => redirectToLogin(request),
  'not-found-redirect': () => redirect('https://www.tiktok.com/notfound'),
  'unauthorized-401': () => textReply('', 401),
  'forbidden-403': () => htmlReply('<html><body>Access Denied</body></html>', 403),
  'too-many-429': () => textReply('ratelimit triggered', 429),
  'overload-503': () => textReply('overload-protect triggered', 503),
  'socket-close': (reply) => ({ ...reply, delivery: 'close' }),
  reset: (reply) => ({ ...reply, delivery: 'reset' }),
  /** Half of the body comes at once, the rest after `stallMs` of the rule. */
  'slow-body': (reply) => ({ ...reply, delivery: 'stall' }),
  'truncated-json': (reply) => truncated(reply),
  'verify-json': () => jsonReply({ type: 'verify', code: '10000', subtype: 'slide' }),
  'verify-header': () => withHeader(silentRefusal(), 'bdturing-verify', '{"type":"verify"}'),
  'status-mismatch': (reply) => bendJson(reply, statusMismatch),
  'status-as-text': (reply) => bendJson(reply, statusAsText),
  'empty-page': (reply) => bendJson(reply, emptyPage),
  'missing-list': (reply) => bendJson(reply, withoutList),
  'duplicate-rows': (reply) => bendJson(reply, duplicatedRows),
  'reversed-rows': (reply) => bendJson(reply, reversedRows),
  'items-without-video': (reply) => bendJson(reply, withoutItemKeys('video')),
  'items-without-stats': (reply) => bendJson(reply, withoutItemKeys('stats', 'statsV2')),
  /** What `/aweme/v1/play/` answers outside the region of the file. */
  'html-instead': () => htmlReply('<html><body>Not available in your region</body></html>'),
} as const satisfies Record<string, Bend>;

export type FaultKind = keyof typeof FAULTS;

export const FAULT_KINDS = Object.keys(FAULTS) as FaultKind[];

export function bent(kind: FaultKind, reply: Reply, context: FaultContext): Reply {
  const bend: Bend = FAULTS[kind];
  return bend(reply, context);
}

/** Cuts an answer in the middle of its data, which on a page sit in the carrier. */
function truncated(reply: Reply): Reply {
  const text = bodyText(reply);
  const carrierAt = text.indexOf(`<script id="${CARRIER_ID}"`);
  if (carrierAt < 0) return { ...reply, body: text.slice(0, Math.floor(text.length / 2)) };
  const end = text.indexOf('</script>', carrierAt);
  const middle = Math.floor((carrierAt + end) / 2);
  return { ...reply, body: text.slice(0, middle) + text.slice(end) };
}

function redirectToLogin(request: SandboxRequest): Reply {
  const back = encodeURIComponent(`https://www.tiktok.com${request.target}`);
  return redirect(`https://www.tiktok.com/login?redirect_url=${back}`);
}

function redirect(location: string): Reply {
  return withHeader(textReply('', 302), 'location', location);
}

function withHeader(reply: Reply, name: string, value: string): Reply {
  return { ...reply, headers: { ...reply.headers, [name]: value } };
}

const CAPTCHA_PAGE = `<html>
<head><meta charset="utf-8"><title>Security Check</title>
<script src="/sandbox/static/captcha/index.js"></script></head>
<body><div class="middle_page_loading"></div></body>
</html>
`;

const BLOCKED_PAGE = `<!DOCTYPE html>
<html><head><title>TikTok</title></head><body><p>Something went wrong (sandbox)</p></body></html>
`;
