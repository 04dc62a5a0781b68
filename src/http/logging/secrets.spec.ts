import { loadConfig } from '../../config/app-config';
import { scrubberOf } from './secrets';

const scrub = scrubberOf(
  loadConfig(
    {
      API_TOKENS: 'tok$en+1,second/token',
      MEDIA_LINK_SECRETS: 'a secret to sign with',
      REDIS_URL: 'redis://user:re%40dis@redis:6379',
      TIKTOK_PROXY_URLS: 'http://proxy-user:proxy-word@proxy.example:3128',
    },
    [],
  ),
);

describe('what is taken out of log lines', () => {
  it.each([
    ['a known token', 'it was tok$en+1 again', 'it was (hidden) again'],
    ['a known token, encoded', 'x=second%2Ftoken', 'x=(hidden)'],
    ['what signs links', '"a secret to sign with"', '"(hidden)"'],
    ['a password', 'cannot log in with re@dis', 'cannot log in with (hidden)'],
    ['an encoded password', 're%40dis', '(hidden)'],
    ['credentials of any address', 'at ftp://a:b@c.example/', 'at ftp://(hidden)@c.example/'],
    ['any token of a query', '/apis/x?a=1&token=abc&b=2', '/apis/x?a=1&token=(hidden)&b=2'],
    ['any bearer', '"Bearer abcdef"', '"Bearer (hidden)"'],
    ['links of ours', '/media/v1.123.video.9.sig/name.mp4', '/media/v1.(hidden)'],
    [
      'cookies',
      'cookie: ttwid=abc; msToken=d-e_f==; x=1',
      'cookie: ttwid=(hidden); msToken=(hidden); x=1',
    ],
  ])('%s', (_, line, expected) => {
    expect(scrub(line)).toBe(expected);
  });

  it.each([
    '{"level":30,"method":"GET","route":"/api/user/:user_id/info","status":200}',
    '{"msg":"@someone has no posts","url":"https://www.tiktok.com/@someone"}',
  ])('nothing else: %s', (line) => {
    expect(scrub(line)).toBe(line);
  });
});
