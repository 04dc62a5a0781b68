import type { Interceptor, RequestKind, UpstreamRequest } from './exchange';

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
};

/** Sends the session's identity with every request and keeps the cookies that come back. */
export const sessionInterceptor: Interceptor = (next) => async (request) => {
  const answer = await next({ ...request, headers: await identityHeaders(request) });
  const setCookie = answer.headers['set-cookie'];
  if (setCookie !== undefined) await request.session.keep([setCookie].flat(), request.url);
  return answer;
};

async function identityHeaders(request: UpstreamRequest): Promise<Record<string, string>> {
  const { session, referer, headers = {} } = request;
  const kept = await session.cookieHeader(request.url);
  const cookie = [kept, headers.cookie].filter(Boolean).join('; ');
  return {
    'user-agent': session.userAgent,
    'accept-encoding': 'gzip, deflate, br',
    ...headersByKind[request.kind],
    ...(referer === undefined ? {} : { referer }),
    ...headers,
    ...(cookie === '' ? {} : { cookie }),
  };
}
