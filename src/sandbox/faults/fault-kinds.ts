import { bodyText, htmlReply, jsonReply, redirectReply, silentRefusal } from '../http/reply';
import { textReply, withHeader, type Reply } from '../http/reply';
import type { SandboxRequest } from '../http/sandbox-request';
import { pageWithoutCarrier } from '../render/page-html';
import { pageReply } from '../surfaces/page-answer';
import { researchFailure } from '../surfaces/research/research-answer';
import { bendJson, bendPage, carrierPlace } from './bendable';
import { addressBudget, firstPage, firstSignedEmpty } from './caller-faults';
import { bringsAnswer, challengePage } from './challenge';
import type { FaultContext } from './fault-context';
import * as html from './fault-html';
import * as rows from './json-bends';
import { disorderKeys, emptyScope, unknownScopes } from './shape-bends';

/** Makes a bad answer of a good one. The very same reply back means: nothing to spoil here. */
type Bend = (reply: Reply, context: FaultContext) => Reply;

/** Every way in which TikTok has been seen to fail, and what it does to an answer. */
export const FAULTS = {
  'empty-200': () => silentRefusal(),
  /** Pages only; a request that brings the right answer passes. */
  challenge: (reply, { emulator, request }) =>
    request.route.surface === 'page' && !bringsAnswer(emulator.world.key, request)
      ? challengePage(emulator.world.key, request)
      : reply,
  'captcha-page': () => htmlReply(html.CAPTCHA_PAGE),
  'blocked-page': () => withHeader(htmlReply(html.BLOCKED_PAGE), 'x-tt-system-error', '3'),
  /** All that every page has, without the scope that this one is about. */
  'shell-page': (_, { emulator, request }) =>
    pageReply(emulator, request, { canonical: 'https://www.tiktok.com/', scopes: {} }),
  'empty-scope': (reply) => bendPage(reply, emptyScope),
  'unknown-scopes': (reply) => bendPage(reply, unknownScopes),
  'no-script': () => htmlReply(pageWithoutCarrier()),
  'login-redirect': (_, { request }) => redirectToLogin(request),
  'not-found-redirect': () => redirectReply('https://www.tiktok.com/notfound'),
  'unauthorized-401': () => textReply('', 401),
  'forbidden-403': () => htmlReply(html.ACCESS_DENIED_PAGE, 403),
  'too-many-429': (_, { emulator, request }) =>
    request.route.surface === 'research'
      ? researchFailure(emulator, request, 'rate_limit_exceeded')
      : textReply('ratelimit triggered', 429),
  /** The Research API alone: the same question is answered when it is asked again. */
  'research-500': (reply, { emulator, request }) =>
    request.route.surface === 'research'
      ? researchFailure(emulator, request, 'internal_error')
      : reply,
  'overload-503': () => textReply('overload-protect triggered', 503),
  /** What nginx calls 444: the connection ends without an answer. */
  'socket-close': (reply) => ({ ...reply, delivery: 'close' }),
  reset: (reply) => ({ ...reply, delivery: 'reset' }),
  /** Half of the body comes at once, the rest after `stallMs` of the rule. */
  'slow-body': (reply) => ({ ...reply, delivery: 'stall' }),
  /** Half of the body comes, then the connection ends. */
  'cut-body': (reply) => ({ ...reply, delivery: 'cut' }),
  'truncated-json': (reply) => truncated(reply),
  'verify-json': () => jsonReply({ type: 'verify', code: '10000', subtype: 'slide' }),
  'verify-header': () => withHeader(silentRefusal(), 'bdturing-verify', '{"type":"verify"}'),
  'first-signed-empty': firstSignedEmpty,
  'address-budget': addressBudget,
  'status-mismatch': (reply) => bendJson(reply, rows.statusMismatch),
  'status-as-text': (reply) => bendJson(reply, rows.statusAsText),
  'empty-page': (reply) => bendJson(reply, rows.emptyPage),
  'same-page': (reply, context) => bendJson(reply, rows.samePage(firstPage(context))),
  'stuck-cursor': (reply, { request }) => bendJson(reply, rows.stuckCursor(request.query)),
  'missing-list': (reply) => bendJson(reply, rows.withoutList),
  'null-comments': (reply) => bendJson(reply, rows.nullComments),
  'duplicate-rows': (reply) => bendJson(reply, rows.duplicatedRows),
  'repeated-rows': (reply, context) => bendJson(reply, rows.repeatedRows(firstPage(context))),
  'reversed-rows': (reply) => bendJson(reply, rows.reversedRows),
  'pinned-out-of-order': (reply) => bendJson(reply, rows.pinnedOutOfOrder),
  'unknown-entries': (reply) => bendJson(reply, rows.unknownEntries),
  'items-without-video': (reply) => bendJson(reply, rows.withoutItemKeys('video')),
  'items-without-stats': (reply) => bendJson(reply, rows.withoutItemKeys('stats', 'statsV2')),
  'disordered-keys': (reply) => bendPage(bendJson(reply, disorderKeys), disorderKeys),
  /** What `/aweme/v1/play/` answers outside the region of the file. */
  'html-instead': () => htmlReply(html.WRONG_REGION_PAGE),
  /** A media link that stopped working before its time. */
  'link-expired': () =>
    withHeader(htmlReply(html.ACCESS_DENIED_PAGE, 403), 'x-tiktok-sandbox-refusal', 'expired'),
  'zero-bytes': (reply) => ({ ...reply, body: '' }),
  /** Some edges do not answer HEAD. */
  'head-refused': (reply, { request }) =>
    request.method === 'HEAD' ? htmlReply(html.ACCESS_DENIED_PAGE, 403) : reply,
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
  const place = carrierPlace(text);
  if (!place) return { ...reply, body: text.slice(0, Math.floor(text.length / 2)) };
  const middle = Math.floor((place.from + place.to) / 2);
  return { ...reply, body: text.slice(0, middle) + text.slice(place.to) };
}

function redirectToLogin(request: SandboxRequest): Reply {
  const back = encodeURIComponent(`https://www.tiktok.com${request.target}`);
  return redirectReply(`https://www.tiktok.com/login?redirect_url=${back}`);
}
