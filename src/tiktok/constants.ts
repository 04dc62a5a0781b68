/** Addresses and fixed values of TikTok's web surfaces, as seen in 2026. A change of TikTok's starts here. */
export const webOrigin = 'https://www.tiktok.com';

/** Hosts that we may ever send a request to; matched on label boundaries. */
export const allowedHostSuffixes = [
  'tiktok.com',
  'tiktokv.com',
  'tiktokv.us',
  'tiktokv.eu',
  'tiktokcdn.com',
  'tiktokcdn-us.com',
  'tiktokcdn-eu.com',
  'tiktokcdn-in.com',
  'tiktokw.us',
  'muscdn.com',
  'musical.ly',
  'ttwstatic.com',
  'ibyteimg.com',
  'ibytedtos.com',
  'byteoversea.com',
  'isnssdk.com',
] as const;

/**
 * Hosts of another network's that sound covers and avatars lay on in answers of 2020 to 2026. Anybody can have a
 * name below akamaized.net, so these are whole names, and media alone is fetched from them.
 */
export const foreignMediaHosts = [
  'p16-sg-default.akamaized.net',
  'p16-va-default.akamaized.net',
  'p16-tiktokcdn-com.akamaized.net',
] as const;

export const desktopUserAgent =
  'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/156.0.0.0 Safari/537.36';

/** A current Android phone; TikTok serves it the phone page. */
export const phoneUserAgent =
  'Mozilla/5.0 (Linux; Android 10; K) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/156.0.0.0 Mobile Safari/537.36';

/** Application id of the web app. */
export const webAppId = '1988';

/** Device ids that TikTok accepts from guests lie in this range. */
export const deviceIdRange = { first: 7250000000000000000n, last: 7325099899999994577n } as const;

/** `categoryType` of "all" on the explore page. */
export const exploreAllCategory = '120';

/** The oldest time a creator list reaches back to: September 2016, before TikTok's first post. */
export const creatorListStartMs = 1472706000000;

export const weekMs = 604_800_000;
