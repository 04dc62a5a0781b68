import type { UpstreamAnswer } from './exchange';
import { detectRefusal } from './refusal';

const url = 'https://www.tiktok.com/@tester/video/7400000000000000001';

function detect(answer: Partial<Omit<UpstreamAnswer, 'body'>> & { body?: string }): unknown {
  const { status = 200, headers = {}, body = '{"statusCode":0}' } = answer;
  return detectRefusal({ status, headers, url: answer.url ?? url, body: Buffer.from(body) });
}

const challengePage =
  '<html><script>{"slardarClient":"SlardarWAF"}</script>Please wait...<p id="wci" class="x"></p>';
const embedError =
  '<html><script id="__FRONTITY_CONNECT_STATE__">{"source":{"data":{}}}</script></html>';

describe('detectRefusal', () => {
  it.each([
    { body: '{"statusCode":0,"itemList":[]}' },
    { body: '<html><script id="__UNIVERSAL_DATA_FOR_REHYDRATION__">{}</script></html>' },
    // Refusals that only their parser understands.
    { status: 400, body: embedError },
    { status: 400, body: '{"statusCode":10201}' },
    { status: 404, body: ' {"code":404}' },
    // Captions say everything.
    { body: '{"statusCode":0,"desc":"<title>Security Check"}'.replace('<', '\\u003C') },
    { body: '{"statusCode":0,"item":{"type":"verify"}}' },
    { body: '{"desc":"SlardarWAF _wafchallengeid Please wait..."}' },
    { body: `{"desc":"<p id='wci' class='x'><p id='cs' class='y'>"}` },
    { headers: { 'x-tt-system-error': '0', 'bdturing-verify': '' } },
  ])('lets the answer %j pass', (answer) => {
    expect(detect(answer)).toBeUndefined();
  });

  it.each([
    [{ body: '' }, 'empty_answer'],
    [{ body: challengePage }, 'challenge'],
    [{ body: challengePage, status: 403 }, 'challenge'],
    [
      { body: '<html><p class="abc" id="cs"></p><p class="name" id="wci"></p></html>' },
      'challenge',
    ],
    [{ body: '<html><head>\n<title>Security Check</title></head></html>' }, 'captcha'],
    [{ body: '{"code":1,"type":"verify"}' }, 'captcha'],
    [{ headers: { 'bdturing-verify': ['{}'] } }, 'captcha'],
    [{ headers: { 'x-tt-system-error': '3' }, body: '<html></html>' }, 'blocked_page'],
    [{ status: 302, headers: { location: '/login?redirect_url=x' } }, 'login_wall'],
    [{ url: 'https://www.tiktok.com/login?redirect_url=x' }, 'login_wall'],
    [{ status: 429, body: '' }, 'rate_limit'],
    [{ status: 429, body: 'overload-protect triggered' }, 'overload'],
    [{ status: 503, body: 'overload-protect triggered' }, 'overload'],
    [{ status: 400, body: '' }, 'blocked_page'],
    [{ status: 421, body: 'system busy' }, 'blocked_page'],
  ])('reads the refusal %j as %s', (answer, kind) => {
    expect(detect(answer)).toMatchObject({ code: 'tiktok.blocked', kind });
  });

  it.each([401, 403, 444])('reads HTTP %d as a block with its number', (status) => {
    expect(detect({ status })).toMatchObject({ kind: 'blocked_page', statusCode: status });
  });

  it.each([
    { status: 302, headers: { location: 'https://www.tiktok.com/?_r=1' } },
    { status: 301, headers: { location: '/notfound?x=1' } },
    { status: 404, body: '<html></html>' },
    { url: 'https://www.tiktok.com/notfound' },
  ])('reads %j as not found', (answer) => {
    expect(detect(answer)).toMatchObject({ code: 'tiktok.not_found' });
  });

  it.each([
    { status: 302, headers: { location: 'https://www.tiktok.com/@tester/video/1?_r=1' } },
    { status: 302, headers: { location: 'http://[' } },
    { status: 307 },
  ])('does not know the redirect %j', (answer) => {
    expect(detect(answer)).toMatchObject({ code: 'tiktok.shape_changed', path: 'location' });
  });

  it.each([500, 502, 503, 504])('reads HTTP %d as unreachable', (status) => {
    expect(detect({ status })).toMatchObject({ code: 'tiktok.unreachable', statusCode: status });
  });

  it.each([
    [{ 'retry-after': '120' }, 120],
    [
      {
        'retry-after': 'Fri, 01 Jan 2027 00:01:00 GMT',
        date: 'Fri, 01 Jan 2027 00:00:00 GMT',
      },
      60,
    ],
    [{ 'retry-after': 'soon' }, 30],
    [{}, 30],
  ])('waits as long as %j says', (headers, retryAfterSeconds) => {
    expect(detect({ status: 429, headers })).toMatchObject({ retryAfterSeconds });
  });
});
