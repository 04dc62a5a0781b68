import { isPostId } from './tiktok-url';

/** What a text that should name a post turns out to be. */
export type PostAddress =
  | { readonly kind: 'post'; readonly id: string; readonly handle?: string }
  /** A short link; where it leads only TikTok knows. */
  | { readonly kind: 'short'; readonly url: string }
  | { readonly kind: 'invalid'; readonly reason: string };

const siteHosts = new Set(['tiktok.com', 'www.tiktok.com', 'm.tiktok.com']);
const shareHosts = new Set(['tiktokv.com', 'www.tiktokv.com']);
const shortHosts = new Set(['vm.tiktok.com', 'vt.tiktok.com']);

// One line a shape of protocol section 9.1. The handle is not checked by TikTok and may be missing.
const sitePaths: readonly RegExp[] = [
  /^\/@(?<handle>[^/]*)\/(?:video|photo)\/(?<id>\d+)\/?$/,
  /^\/(?:share\/)?(?:video|photo)\/(?<id>\d+)\/?$/,
  /^\/embed\/(?:v2\/)?(?<id>\d+)\/?$/,
  /^\/player\/v1\/(?<id>\d+)\/?$/,
  /^\/v\/(?<id>\d+)(?:\.html)?\/?$/,
];
const sharePath = /^\/share\/video\/(?<id>\d+)\/?$/;
const shortPath = /^\/[A-Za-z0-9_-]{5,20}\/?$/;
const shortSitePath = /^\/t\/[A-Za-z0-9_-]{5,20}\/?$/;
const idParameters = ['item_id', 'shareId', 'share_item_id'];

const maxTextLength = 2_000;

/** Reads a bare id, any address of a post, or a share text with such an address inside. Asks nobody. */
export function parsePostAddress(text: string): PostAddress {
  if (text.length > maxTextLength) return invalid(`has more than ${maxTextLength} characters`);
  const trimmed = text.trim();
  if (isPostId(trimmed)) return { kind: 'post', id: trimmed };
  const candidates = linksIn(trimmed);
  if (candidates.length === 0) return invalid('is no post id and holds no link');
  let reason = 'holds no link to TikTok';
  for (const candidate of candidates) {
    const address = parseLink(candidate);
    if (address.kind !== 'invalid') return address;
    reason = address.reason;
  }
  return invalid(reason);
}

/** Links in the text: with a scheme anywhere, or the whole text without one. */
function linksIn(text: string): string[] {
  const links = text.match(/https?:\/\/[^\s<>"']+/gi) ?? [];
  if (links.length > 0) return links.map((link) => link.replace(/[)\].,;!]+$/, ''));
  return /^[a-z.]*tiktokv?\.com\/\S*$/i.test(text) ? [`https://${text}`] : [];
}

function parseLink(link: string): PostAddress {
  if (!URL.canParse(link)) return invalid('holds a link that cannot be read');
  const url = new URL(link);
  if (url.username || url.password || url.port)
    return invalid('holds a link with a user or a port');
  const { hostname, pathname, searchParams } = url;
  if (shortHosts.has(hostname))
    return shortPath.test(pathname)
      ? shortLink(url)
      : invalid('holds a short link without its code');
  if (siteHosts.has(hostname)) {
    if (shortSitePath.test(pathname)) return shortLink(url);
    return fromPath(pathname, sitePaths) ?? fromParameters(searchParams);
  }
  if (shareHosts.has(hostname))
    return fromPath(pathname, [sharePath]) ?? fromParameters(searchParams);
  return invalid('leads to another site than TikTok');
}

function shortLink({ hostname, pathname }: URL): PostAddress {
  // Without its parameters: they track who shared it, and one link should be one cache entry.
  return { kind: 'short', url: `https://${hostname}${pathname.replace(/\/$/, '')}/` };
}

function fromPath(pathname: string, shapes: readonly RegExp[]): PostAddress | undefined {
  for (const shape of shapes) {
    const { id, handle } = shape.exec(pathname)?.groups ?? {};
    if (id !== undefined && isPostId(id)) return { kind: 'post', id, ...(handle && { handle }) };
  }
  return undefined;
}

function fromParameters(parameters: URLSearchParams): PostAddress {
  const id = idParameters
    .map((name) => parameters.get(name))
    .find((value) => value && isPostId(value));
  return id ? { kind: 'post', id } : invalid('leads to a page of TikTok that is no post');
}

function invalid(reason: string): PostAddress {
  return { kind: 'invalid', reason };
}
