import type { JsonObject } from './rendering';

/** Who looks at a page, and what the page gives them to remember. */
export interface Visit {
  isPhone: boolean;
  userAgent: string;
  deviceId: string;
  odinId: string;
  csrfToken: string;
  nonce: string;
  requestId: string;
  nowSeconds: number;
}

export function appContext(visit: Visit): JsonObject {
  return {
    language: 'en',
    region: 'US',
    appId: 1233,
    appType: visit.isPhone ? 't' : 'm',
    user: null,
    wid: visit.deviceId,
    webIdCreatedTime: String(visit.nowSeconds),
    odinId: visit.odinId,
    nonce: visit.nonce,
    botType: 'others',
    requestId: visit.requestId,
    clusterRegion: 'SANDBOX',
    abTestVersion: { versionName: '', parameters: {}, abTestApp: {} },
    csrfToken: visit.csrfToken,
    userAgent: visit.userAgent,
    encryptedWebid: '',
    host: 'www.tiktok.com',
  };
}

export function bizContext({ isPhone }: Visit): JsonObject {
  return {
    cookieConsent: { ga: true, af: true, ttads: true },
    os: isPhone ? 'ios' : 'windows',
    isMobile: isPhone,
    isAndroid: false,
    isIOS: isPhone,
    jumpType: 'm',
    navList: [],
    kapLinks: [],
    config: { featureFlags: {}, signUpOpen: true, cookieBanner: {} },
    domains: {
      kind: 'm',
      captcha: '',
      mTApi: 'm.tiktok.com',
      rootApi: 'www.tiktok.com',
      webAppDomain: 'https://www.tiktok.com',
      webcastApi: 'webcast.tiktok.com',
    },
    downloadLink: {},
    deviceLimitRegisterExpired: true,
    subdivisions: ['Sandbox'],
    geo: ['US'],
    geoCity: { City: 'Sandbox', SubDivisions: '' },
    isGoogleBot: false,
    isBingBot: false,
    isBot: false,
    isSearchEngineBot: false,
    isTTP: false,
    videoPlayerConfig: { fallback: false },
    idc: 'sandbox',
    vregion: 'SANDBOX',
    vgeo: 'US',
  };
}

/** Scopes that stand on every page for phones. */
export const PHONE_SCOPES: JsonObject = {
  'numberformatter.config': { name: 'en', format: { pattern: '#,##0.###' }, standard: '{0}' },
  'webapp.reflow.global.uiStrategy.common': { status_code: 0, strategies: [] },
  'webapp.sharing.ssrVersion': '1.0.0.1',
  'webapp.reflow.video.uiStrategy': { status_code: 0, strategy: [] },
  TEMP_JUMP_IN_NEW_TAB: true,
  'webapp.reflow.video.operationSettings': { status_code: 0, status_msg: '' },
  'webapp.smartui.preview': { statusCode: 0 },
};
