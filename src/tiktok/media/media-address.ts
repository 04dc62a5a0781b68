import type { MediaLink } from '../models';

/** What TikTok's media hosts put before a path to sign it: 32 and 8 hexadecimal digits. */
const signaturePrefix = /^\/[0-9a-f]{32}\/[0-9a-f]{8}(?=\/)/i;
const playForm = /^\/aweme\/v\d+\/play/;
const nearHost = /\.(?:us|eu)\.|useast|uswest/;

/**
 * The name of the file behind a link: its path without signature, so that links of other hosts and later days
 * to the same bytes have the same. Undefined for what is no address.
 */
export function objectKeyOf({ url }: MediaLink): string | undefined {
  if (!URL.canParse(url)) return undefined;
  const { pathname, searchParams } = new URL(url);
  if (!playForm.test(pathname)) return pathname.replace(signaturePrefix, '');
  // This form has one path for all files.
  return `${pathname}?${searchParams.get('video_id') ?? ''}&${searchParams.get('file_id') ?? ''}`;
}

/** Mirrors of one file, the one most likely to answer first; TikTok's order among equals, no link twice. */
export function inOrderOfUse(links: readonly MediaLink[]): readonly MediaLink[] {
  if (links.length === 1) return links.filter(({ url }) => URL.canParse(url));
  const byUrl = new Map(links.map((link) => [link.url, link]));
  return [...byUrl.values()]
    .filter(({ url }) => URL.canParse(url))
    .sort((a, b) => disfavourOf(a) - disfavourOf(b));
}

/**
 * The hosts of the web app go first, and of those the ones that name a near region. `maliva` often answers 403,
 * and `/aweme/v1/play/` sends HTML outside of the region of the file (seen 2026-10).
 */
function disfavourOf({ url }: MediaLink): number {
  const { hostname, pathname } = new URL(url);
  const disfavours: readonly [boolean, number][] = [
    [playForm.test(pathname), 32],
    // May be without sound, or answer 404 (yt-dlp #16622, #17372).
    [pathname.endsWith('/media-video-hvc1/'), 16],
    [hostname.includes('maliva'), 8],
    [!hostname.includes('webapp-prime'), 4],
    [!nearHost.test(hostname), 2],
  ];
  return disfavours.reduce((sum, [applies, weight]) => sum + (applies ? weight : 0), 0);
}
