import { Readiness } from '../../../src/health/readiness';
import { MediaTokens } from '../../../src/http/media-token';
import { MetricsText } from '../../../src/metrics/metrics-text';
import { TikTokClient } from '../../../src/tiktok';
import type { RequestOptions, TestApi, TestApiOptions } from '../api';
import { linkSecret } from '../api';

export interface Question extends RequestOptions {
  readonly path: string;
}

/** What it takes to be refused in each way that the document knows. */
export interface Circumstance {
  readonly options?: TestApiOptions;
  readonly prepare?: (api: TestApi) => void;
  readonly questions: readonly Question[];
}

const post = (id: string): string => `https://www.tiktok.com/@someone/video/${id}`;
const video = '6943996796519681281';
const statistic = (id: string): string =>
  `/api/tiktok/statistic?url=${encodeURIComponent(post(id))}`;
const profile = (handle: string, token = 'my-token'): string =>
  `/apis/tt/user/info?username=${handle}&token=${token}`;
const details = (id: string): string => `/apis/tt/music/details?id=${id}&token=my-token`;

/** One route of each family. */
const families = ['/api/trending_videos', statistic(video), profile('zachking'), '/metrics'];
const each = (more: RequestOptions, paths = families): Question[] =>
  paths.map((path) => ({ path, ...more }));

const longAddresses = families.map((path) => ({
  path: `${path}${path.includes('?') ? '&' : '?'}x=${'x'.repeat(12_000)}`,
}));
const manyHeaders = Object.fromEntries(
  Array.from({ length: 110 }, (_, index) => [`x-header-${index}`, 'x']),
);

const wrong: readonly Question[] = [
  '/api/trending_videos?count=0',
  '/api/user/missing.someone/info',
  '/api/user/private.someone/videos',
  '/api/tiktok/statistic?url=hello',
  statistic('6943996796519680204'),
  statistic('6943996796519680216'),
  `/api/tiktok/slides?url=${video}`,
  '/media/a%ff/b',
  '/media/changed/file.mp4',
  profile('no!handle'),
  profile('missing.someone'),
  profile('private.someone'),
  profile('restricted.someone'),
  profile('banned.someone'),
  details('687420077785366x'),
  details('6874200777853660203'),
  '/apis/tt/post/info?url=hello&token=my-token',
  `/apis/tt/post/info?url=${encodeURIComponent(post('6943996796519680216'))}&token=my-token`,
  `/apis/tt/post/multi-info?ids=${Array(101).fill(video).join(';')}&token=my-token`,
  '/apis/tt/live/search?keyword=gaming&country=usa&token=my-token',
  '/apis/tt/hashtag/posts?name=banned_tag&token=my-token',
  '/apis/tt/user/followers?id=x&secUid=x&token=my-token',
  '/apis/tt/user/posts?username=private.someone&depth=1&token=my-token',
  `${profile('zachking')}&x=%ff%`,
  '/health/upstream?probe=perhaps',
].map((path) => ({ path }));

const json = { 'content-type': 'application/json' };
const bodies: readonly Question[] = [
  { body: JSON.stringify({ user_id: 'x'.repeat(70_000) }), headers: json },
  { body: 'a,b', headers: { 'content-type': 'text/csv' } },
].map((more) => ({ path: '/api/user/videos', method: 'POST', ...more }));

const name = 'file.mp4';
const link = (kind: 'video' | 'zip', secondsLeft: number): string => {
  const expiresAtSeconds = Math.floor(Date.now() / 1000) + secondsLeft;
  const grant = { postId: video, file: { kind }, expiresAtSeconds };
  return `/media/${new MediaTokens([linkSecret]).sign(grant, name)}/${name}`;
};
const links: readonly Question[] = [
  { path: link('video', -1) },
  { path: link('video', 3_600), headers: { range: 'bytes=99999999-' } },
  { path: link('zip', 3_600) },
];

const asking = { TIKTOK_MAX_RETRIES: '0', TIKTOK_TIMEOUT_MS: '500' };
const asksTikTok = families.slice(0, 3);

export const circumstances: readonly Circumstance[] = [
  {
    questions: [...wrong, ...links, ...bodies, ...longAddresses, ...each({ headers: manyHeaders })],
  },
  {
    options: { environment: { API_TOKENS: 'another-token' } },
    questions: each({}),
  },
  {
    options: { environment: { RATE_LIMIT_PER_MINUTE: '1' } },
    questions: [...each({}), ...each({})],
  },
  {
    options: { environment: { API_TOKENS: 'my-token', API_DAILY_UNITS: '1' } },
    questions: each({}, [profile('zachking'), profile('zachking')]),
  },
  {
    options: { environment: { HOST: '0.0.0.0', ALLOW_ANONYMOUS: 'true' } },
    questions: each({}, ['/health/upstream?probe=true']),
  },
  {
    options: { hasSigner: false },
    questions: each({}, ['/apis/tt/keyword/search?name=tesla&period=180&token=my-token']),
  },
  ...(['captcha-page', 'reset', 'slow-body'] as const).map((fault) => ({
    options: { environment: asking },
    prepare: ({ sandbox }: TestApi) => sandbox.faults.add({ route: '*', fault }),
    questions: each({}, asksTikTok),
  })),
  { prepare: breakOurselves, questions: each({}) },
  { prepare: ({ app }) => app.get(Readiness).stop(), questions: each({}, ['/health/ready']) },
];

/** A fault of ours cannot be had by asking. */
function breakOurselves({ app }: TestApi): void {
  const fail = (): never => {
    throw new Error('broken for an example');
  };
  const client: object = app.get(TikTokClient);
  for (const name of Object.getOwnPropertyNames(TikTokClient.prototype))
    Object.defineProperty(client, name, { value: fail });
  Object.defineProperty(app.get(MetricsText), 'read', { value: async () => fail() });
}
