import type { Interceptor, RequestKind, UpstreamRequest } from './exchange';
import { linkAccessOf } from './link-access';

const navigation = {
  accept: 'text/html,application/xhtml+xml,application/xml;q=0.9,image/webp,*/*;q=0.8',
  'accept-language': 'en-US,en;q=0.9',
  'sec-fetch-dest': 'document',
  'sec-fetch-mode': 'navigate',
  'sec-fetch-site': 'none',
  'upgrade-insecure-requests': '1',
};

// What a browser sends with each kind of request; TikTok's edge looks at the whole set.
const headersByKind: Record<RequestKind, Readonly<Record<string, string>>> = {
  page: navigation,
  embed: { ...navigation, 'sec-fetch-dest': 'iframe', 'sec-fetch-site': 'cross-site' },
  api: { accept: '*/*', 'accept-language': 'en-US,en;q=0.9' },
  'short-link': { accept: '*/*' },
};

/** Sends the session's identity with every request and keeps the cookies that come back. */
export const sessionInterceptor: Interceptor = (next) => async (request) => {
  const headers = await identityHeaders(request);
  const answer = await next({ ...request, headers });
  if (isAnonymous(request)) return answer;
  const setCookies = [answer.headers['set-cookie'] ?? []].flat();
  await request.session.keep(setCookies, request.url);
  const { proxy } = request.session;
  return { ...answer, linkAccess: linkAccessOf({ sent: headers, setCookies, proxy }) };
};

/**
 * Short links are asked as a plain client would: with the name of Chrome in the agent TikTok may answer with
 * an app banner in place of the redirect. That agent is not the session's, so its cookies stay out of it.
 */
function isAnonymous({ kind }: UpstreamRequest): boolean {
  return kind === 'short-link';
}

async function identityHeaders(request: UpstreamRequest): Promise<Record<string, string>> {
  const { session, referer, headers = {} } = request;
  const kept = isAnonymous(request) ? '' : await session.cookieHeader(request.url);
  const cookie = joinCookies(kept, headers.cookie);
  return {
    'user-agent': isAnonymous(request) ? plainAgent(session.userAgent) : session.userAgent,
    'accept-encoding': 'gzip, deflate, br',
    ...headersByKind[request.kind],
    ...(referer === undefined ? {} : { referer }),
    ...headers,
    ...(cookie === '' ? {} : { cookie }),
  };
}

function plainAgent(userAgent: string): string {
  return userAgent.split(' Chrome/', 1)[0] ?? userAgent;
}

/** Cookies of the request go before kept ones of the same name. */
function joinCookies(kept: string, own: string | undefined): string {
  if (own === undefined || kept === '') return own ?? kept;
  const cookies = new Map<string, string>();
  for (const pair of `${kept}; ${own}`.split('; ')) cookies.set(pair.split('=', 1)[0] ?? '', pair);
  return [...cookies.values()].join('; ');
}
