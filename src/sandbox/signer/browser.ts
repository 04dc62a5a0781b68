import type { JsonObject } from '../render/rendering';

const USER_AGENT =
  'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0.0.0 Safari/537.36';

/** The browser in which the signer pretends to sit; a query it signs is made to match it. */
export interface SignerBrowser {
  userAgent: string;
  /** Parameters that a signed query must not contradict. */
  parameters: Readonly<Record<string, string>>;
}

export function browserOf(userAgent: string = USER_AGENT): SignerBrowser {
  return {
    userAgent,
    parameters: {
      browser_platform: 'MacIntel',
      browser_version: userAgent.replace(/^Mozilla\//, ''),
      os: 'mac',
      screen_height: '1080',
      screen_width: '1920',
    },
  };
}

export function navigatorOf({ userAgent }: SignerBrowser): JsonObject {
  return {
    user_agent: userAgent,
    platform: 'MacIntel',
    browser_language: 'en-US',
    os: 'mac',
    screen_width: 1920,
    screen_height: 1080,
  };
}
