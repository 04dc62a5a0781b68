import { htmlReply, type Reply } from '../http/reply';
import type { SandboxRequest } from '../http/sandbox-request';
import { objectAt, textAt } from '../render/json-object';
import { nextState, sigiState } from '../render/older-carriers';
import { appContext, bizContext, PHONE_SCOPES, type Visit } from '../render/page-context';
import { carrier, CARRIER_ID, nextCarrier, pageWithoutCarrier } from '../render/page-html';
import { translations, TRANSLATIONS_SCOPE, withTranslations } from '../render/page-weight';
import { previewMeta } from '../render/page-meta';
import type { JsonObject } from '../render/rendering';
import { SWITCHES, type SwitchValues } from '../switches';
import { hexOf, mix } from '../world/hash';
import { pageCookies, type Emulator } from './answering';

export interface PageContent {
  canonical: string;
  /** The scopes that this page has and others have not. */
  scopes: JsonObject;
  /** Items that the older carriers held beside them. */
  listed?: () => readonly JsonObject[];
}

/** A page: the scopes that every page has, then its own, in the carrier that is wanted. */
export function pageReply(
  emulator: Emulator,
  request: SandboxRequest,
  content: PageContent,
): Reply {
  const meta = previewMeta(content.canonical, content.scopes);
  const reply = htmlReply(pageWithoutCarrier(carrierOf(emulator, request, content), meta));
  reply.headers['set-cookie'] = pageCookies(emulator, request);
  return reply;
}

function carrierOf(emulator: Emulator, request: SandboxRequest, content: PageContent): string {
  const light = scopesOf(emulator, request, content);
  const isHeavy = emulator.switches.get('page-weight') === 'full';
  const kind = wantedCarrier(emulator, request);
  if (kind === 'universal') {
    const script = carrier(CARRIER_ID, { __DEFAULT_SCOPE__: light });
    return isHeavy ? withTranslations(script) : script;
  }
  const scopes = isHeavy ? { ...light, [TRANSLATIONS_SCOPE]: translations() } : light;
  const state = { canonical: content.canonical, scopes, listed: content.listed?.() ?? [] };
  return kind === 'sigi'
    ? carrier('SIGI_STATE', sigiState(state))
    : nextCarrier(nextState(state), textAt(objectAt(scopes, 'webapp.app-context'), 'nonce'));
}

/** A request may ask for an older carrier itself; the switch decides for all others. */
function wantedCarrier({ switches }: Emulator, request: SandboxRequest): SwitchValues['carrier'] {
  const asked =
    request.query.get('__sandbox_carrier') ?? request.header('x-tiktok-sandbox-carrier');
  return SWITCHES.carrier.find((kind) => kind === asked) ?? switches.get('carrier');
}

function scopesOf(
  emulator: Emulator,
  request: SandboxRequest,
  { canonical, scopes }: PageContent,
): JsonObject {
  const visit = visitOf(emulator, request);
  return {
    'webapp.app-context': appContext(visit),
    'webapp.biz-context': bizContext(visit),
    [TRANSLATIONS_SCOPE]: {},
    'seo.abtest': { canonical, pageId: '0', vidList: [], parameters: {} },
    ...(visit.isPhone ? PHONE_SCOPES : {}),
    ...scopes,
    'webapp.a-b': { b_c: '2' },
  };
}

function visitOf({ tokens, world }: Emulator, request: SandboxRequest): Visit {
  const { number } = request;
  return {
    isPhone: isPhonePage(request),
    userAgent: request.header('user-agent'),
    deviceId: tokens.deviceId(number),
    odinId: tokens.deviceId(number + 1),
    csrfToken: tokens.csrfToken(number),
    nonce: hexOf(mix(world.key, number), 21),
    requestId: hexOf(mix(world.key, number), 20),
    nowSeconds: world.nowSeconds(),
  };
}

/** Phones, and whoever asks the host that was made for them. */
export function isPhonePage(request: SandboxRequest): boolean {
  return request.isPhone || request.host === 'mobile';
}
