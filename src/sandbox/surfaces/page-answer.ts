import { htmlReply, type Reply } from '../http/reply';
import type { SandboxRequest } from '../http/sandbox-request';
import { pageHtml } from '../render/page-html';
import type { JsonObject } from '../render/rendering';
import { hexOf, mix } from '../world/hash';
import { pageCookies, type Emulator } from './answering';

/** A page: the scopes that every page has, then its own. */
export function pageReply(
  emulator: Emulator,
  request: SandboxRequest,
  content: { canonical: string; scopes: JsonObject },
): Reply {
  const scopes = {
    'webapp.app-context': appContext(emulator, request),
    'webapp.biz-context': bizContext(request),
    'webapp.i18n-translation': {},
    'seo.abtest': { canonical: content.canonical, pageId: '0', vidList: [], parameters: {} },
    ...content.scopes,
    'webapp.a-b': {},
  };
  const reply = htmlReply(pageHtml({ __DEFAULT_SCOPE__: scopes }));
  reply.headers['set-cookie'] = pageCookies(emulator, request);
  return reply;
}

function appContext({ tokens, world }: Emulator, request: SandboxRequest): JsonObject {
  const { number } = request;
  return {
    language: 'en',
    region: 'US',
    appId: 1233,
    appType: request.isPhone ? 't' : 'm',
    user: null,
    wid: tokens.deviceId(number),
    webIdCreatedTime: String(world.nowSeconds()),
    odinId: tokens.deviceId(number + 1),
    nonce: hexOf(mix(world.key, number), 21),
    botType: 'others',
    requestId: hexOf(mix(world.key, number), 20),
    clusterRegion: 'SANDBOX',
    abTestVersion: { versionName: '', parameters: {} },
    csrfToken: tokens.csrfToken(number),
    userAgent: request.header('user-agent'),
    encryptedWebid: '',
    host: 'www.tiktok.com',
  };
}

function bizContext(request: SandboxRequest): JsonObject {
  return {
    os: request.isPhone ? 'ios' : 'windows',
    isMobile: request.isPhone,
    domains: { webAppDomain: 'https://www.tiktok.com' },
    geo: ['US'],
    geoCity: { City: 'Sandbox', SubDivisions: '' },
    idc: 'sandbox',
    vregion: 'SANDBOX',
    vgeo: 'US',
  };
}
