import type { Tokens } from '../http/tokens';
import type { SignerBrowser } from './browser';
import type { Sealer } from './seal';
import type { SealLedger } from './seal-ledger';
import { readParameters } from './signed-query';

export interface SignedUrl {
  url: string;
  bogus: string;
  gnarly: string;
  deviceId: string;
  /** What has to be sent as the Cookie header. */
  cookies: string;
}

export interface SigningParts {
  sealer: Sealer;
  seals: SealLedger;
  tokens: Tokens;
  nowSeconds: number;
}

const OWN_NAMES: ReadonlySet<string> = new Set(['X-Bogus', 'X-Gnarly', 'X-Dynosaur', 'msToken']);

/** Signs an address as the browser's SDK does: after the query has been made to fit the browser. */
export function signUrl(
  parts: SigningParts,
  url: URL,
  asked: { browser: SignerBrowser; number: number },
): SignedUrl {
  const { sealer, seals, tokens, nowSeconds } = parts;
  const { browser, number } = asked;
  const kept = readParameters(url.search).filter(({ name }) => !OWN_NAMES.has(name));
  const deviceId = kept.find(({ name }) => name === 'device_id')?.value ?? tokens.deviceId(number);
  const pieces = kept.map(({ name, raw }) => {
    const own = browser.parameters[name];
    return own === undefined ? raw.replace(/\+/g, '%20') : `${name}=${encodeURIComponent(own)}`;
  });
  if (!kept.some(({ name }) => name === 'device_id')) pieces.push(`device_id=${deviceId}`);
  const msToken = tokens.msToken(number);
  const query = [...pieces, `msToken=${msToken}`].join('&');
  const seal = sealer.sealOf({ query, userAgent: browser.userAgent });
  const ttwid = tokens.ttwid(number, nowSeconds);
  seals.issue(seal.gnarly, ttwid);
  const proof = `X-Bogus=${seal.bogus}&X-Gnarly=${seal.gnarly}`;
  return {
    url: `${url.origin}${url.pathname}?${query}&${proof}`,
    ...seal,
    deviceId,
    cookies: `ttwid=${ttwid}; tt_csrf_token=${tokens.csrfToken(number)}; tt_chain_token=${tokens.chainToken(number)}; msToken=${msToken}`,
  };
}
