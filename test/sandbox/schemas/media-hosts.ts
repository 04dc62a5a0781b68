import { both, either, where, type Shape } from './shape';
import { empty, httpsUrl, matching } from './scalars';

/** The hosts of section 11.4; matched on label boundaries. */
const SUFFIXES = [
  'tiktok.com',
  'tiktokcdn.com',
  'tiktokcdn-us.com',
  'tiktokcdn-eu.com',
  'tiktokcdn-in.com',
  'tiktokv.com',
  'tiktokv.us',
  'tiktokv.eu',
  'tiktokw.us',
  'muscdn.com',
  'musical.ly',
  'ttwstatic.com',
  'ibyteimg.com',
  'ibytedtos.com',
  'byteoversea.com',
  'isnssdk.com',
];

const onKnownHost = where('an address on one of the media hosts', (value) => {
  const host = typeof value === 'string' && URL.canParse(value) ? new URL(value).hostname : '';
  return SUFFIXES.some((suffix) => host === suffix || host.endsWith(`.${suffix}`));
});

export const mediaUrl: Shape = both(httpsUrl, onKnownHost);
export const mediaUrlOrEmpty: Shape = either(empty, mediaUrl);

/** Covers of bought sounds still lie with a content network of others (seen in 2025). */
export const soundCoverUrl: Shape = either(
  mediaUrlOrEmpty,
  matching(/^https:\/\/p16-[a-z0-9-]+\.akamaized\.net\//, 'a cover on the old network'),
);
