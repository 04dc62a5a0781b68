import { TikTokShapeChangedError } from '../tiktok.errors';
import { isAllowedAddress } from './allowed-address';
import type { Interceptor, UpstreamAnswer, UpstreamRequest } from './exchange';

const redirects: ReadonlySet<number> = new Set([301, 302, 303, 307, 308]);

/** Whether the answer sends elsewhere; a redirect without an address is none. */
export function isRedirect({
  status,
  headers,
}: Pick<UpstreamAnswer, 'status' | 'headers'>): boolean {
  return redirects.has(status) && typeof headers.location === 'string';
}

/** Where a redirect leads, made absolute; undefined when the answer is none or leads nowhere. */
export function redirectTarget(
  answer: Pick<UpstreamAnswer, 'status' | 'headers' | 'url'>,
): URL | undefined {
  const { location } = answer.headers;
  const canFollow =
    isRedirect(answer) && typeof location === 'string' && URL.canParse(location, answer.url);
  return canFollow ? new URL(location, answer.url) : undefined;
}

/**
 * Follows as many redirects as the request allows, each one only to a host of TikTok's. The redirect after the
 * last one is the answer.
 */
export const redirectInterceptor: Interceptor = (next) => async (request) => {
  const seen = new Set([request.url]);
  let current = request;
  for (let left = request.followRedirects ?? 0; ; left -= 1) {
    const answer = await next(current);
    const target = left > 0 ? redirectTarget(answer) : undefined;
    if (!target) return answer;
    target.hash = '';
    if (!isAllowedAddress(target)) throw refused(`to ${target.host}, which is not TikTok's`);
    if (seen.has(target.href)) throw refused('in a circle');
    seen.add(target.href);
    current = moved(current, target);
  }
};

/** Cookies that the request brought itself were meant for the first host; the session knows its own. */
function moved(request: UpstreamRequest, target: URL): UpstreamRequest {
  const { cookie, ...others } = request.headers ?? {};
  const isSameHost = target.host === new URL(request.url).host;
  const headers = isSameHost && cookie !== undefined ? { ...others, cookie } : others;
  return { ...request, url: target.href, headers };
}

function refused(where: string): TikTokShapeChangedError {
  return new TikTokShapeChangedError('location', `TikTok redirects ${where}`);
}
