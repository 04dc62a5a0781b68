const get = 'GET /health/live HTTP/1.1\r\nhost: a\r\n';
const post = 'POST /api/user/videos HTTP/1.1\r\nhost: a\r\ncontent-type: application/json\r\n';
const json = '{"user_id":"a b"}';
const nul = String.fromCharCode(0);
const line = (request: string): string => `${request} HTTP/1.1\r\nhost: a\r\n\r\n`;
const lines = (count: number): string =>
  Array.from({ length: count }, (_, index) => `x-${index}: 1\r\n`).join('');

/** What is sent, and the statuses that answer it; none where the connection is closed without a word. */
export type HostileBytes = readonly [
  name: string,
  bytes: string | Buffer,
  statuses: readonly number[],
];

const heads: readonly HostileBytes[] = [
  ['10,000 headers', `${get}${lines(10_000)}\r\n`, [431]],
  ['101 headers', `${get}${lines(101)}\r\n`, [431]],
  ['a header of 1 MB', `${get}x: ${'x'.repeat(2 ** 20)}\r\n\r\n`, [431]],
  ['a header name of 1 MB', `${get}${'x'.repeat(2 ** 20)}: 1\r\n\r\n`, [431]],
  ['a path of 20 kB', line(`GET /${'x'.repeat(20_000)}`), [431]],
  ['a path of 13 kB', line(`GET /${'x'.repeat(13_000)}`), [414]],
  ['a query of 13 kB', line(`GET /health/live?${'x'.repeat(13_000)}`), [414]],
  ['a method of 1 MB', `${'G'.repeat(2 ** 20)} / HTTP/1.1\r\n\r\n`, [400, 431]],
  ['no host', 'GET /health/live HTTP/1.1\r\n\r\n', [400]],
  ['two hosts', `${get}host: b\r\n\r\n`, [400]],
  ['no host in HTTP/1.0', 'GET /health/live HTTP/1.0\r\n\r\n', [200]],
  ['HTTP/1.2', 'GET /health/live HTTP/1.2\r\nhost: a\r\n\r\n', [400]],
  ['HTTP/2 by its preface', 'PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n', [400]],
  ['HTTP/0.9', 'GET /health/live\r\n\r\n', [200]],
  ['a null byte in the path', line(`GET /api/user/a${nul}/info`), [400]],
  ['a null byte in a header', `${get}x: a${nul}b\r\n\r\n`, [400]],
  [
    'bytes that are no UTF-8 in the path',
    Buffer.from(line('GET /api/user/\xff\xfe/info'), 'latin1'),
    [400],
  ],
  [
    'bytes that are no UTF-8 in the query',
    Buffer.from(line('GET /api/trending_videos?count=\xff'), 'latin1'),
    [400],
  ],
  ['a header without a colon', `${get}nothing\r\n\r\n`, [400]],
  ['a space before the colon', `${get}x : 1\r\n\r\n`, [400]],
  ['a header folded over two lines', `${get}x: 1\r\n 2\r\n\r\n`, [400]],
  ['a line end inside a header', `${get}x: 1\r2\r\n\r\n`, [400]],
  ['an unknown method', line('BREW /health/live'), [400]],
  ['a method in small letters', line('get /health/live'), [400]],
  ['an expectation nobody has', `${get}expect: miracles\r\n\r\n`, [200]],
  [
    'an upgrade to something else',
    `${get}connection: upgrade\r\nupgrade: websocket\r\n\r\n`,
    [200],
  ],
];

const targets: readonly HostileBytes[] = [
  ['an absolute address of ours', line('GET http://a/health/live'), [200, 404]],
  ['an absolute address of others', line('GET http://169.254.169.254/latest'), [404]],
  ['an address without a host', line('GET http:///etc/passwd'), [400, 404]],
  ['a tunnel', line('CONNECT 169.254.169.254:80'), [405]],
  ['TRACE', line('TRACE /health/live'), [404, 405]],
  ['OPTIONS *', line('OPTIONS *'), [404, 405]],
  ['DELETE', line('DELETE /health/live'), [404, 405]],
  ['dots', line('GET /../../../../etc/passwd'), [404]],
  ['dots in escapes', line('GET /docs/..%2f..%2f..%2f..%2fetc%2fpasswd'), [403, 404]],
  ['dots behind the docs', line('GET /docs/../../../package.json'), [403, 404]],
  ['backslashes', line('GET /docs\\..\\..\\package.json'), [403, 404]],
  ['a broken escape', line('GET /api/user/%zz/info'), [400]],
  ['an escape that is no UTF-8', line('GET /api/user/%c3%28/info'), [400]],
  ['a fragment', line('GET /health/live#x'), [200, 400, 404]],
];

const lengths: readonly HostileBytes[] = [
  ['two lengths', `${post}content-length: 5\r\ncontent-length: 6\r\n\r\n${json}`, [400]],
  [
    'the same length twice',
    `${post}content-length: 17\r\ncontent-length: 17\r\n\r\n${json}`,
    [400],
  ],
  [
    'a length and chunks',
    `${post}content-length: 5\r\ntransfer-encoding: chunked\r\n\r\n0\r\n\r\n${line('GET /smuggled')}`,
    [400],
  ],
  [
    'chunks and a length',
    `${post}transfer-encoding: chunked\r\ncontent-length: 5\r\n\r\n0\r\n\r\n${line('GET /smuggled')}`,
    [400],
  ],
  ...['-1', '+5', '1e3', '0x10', '5 5', '5,5', '9'.repeat(30), 'a'].map((length): HostileBytes => [
    `a length of ${length}`,
    `${post}content-length: ${length}\r\n\r\n`,
    [400],
  ]),
  ...['xchunked', 'chunked, gzip', 'identity', 'chunked\r\ntransfer-encoding: x'].map(
    (coding): HostileBytes => [
      `a body coded as ${JSON.stringify(coding)}`,
      `${post}transfer-encoding: ${coding}\r\n\r\n0\r\n\r\n`,
      [400, 501],
    ],
  ),
  ...['zz', '-1', 'FFFFFFFFFFFFFFFFF', '5;'.padEnd(20_000, 'x'), ' 5', '0x5'].map(
    (size): HostileBytes => [
      `a chunk of size ${size.slice(0, 20)}`,
      `${post}transfer-encoding: chunked\r\n\r\n${size}\r\n{}`,
      [400, 413],
    ],
  ),
  [
    'a chunk longer than it says',
    `${post}transfer-encoding: chunked\r\n\r\n2\r\n{}{}\r\n0\r\n\r\n`,
    [400],
  ],
  [
    'a body in gzip',
    `${post}content-encoding: gzip\r\ncontent-length: 4\r\n\r\n\x1f\x8b\x08\x00`,
    [400, 415],
  ],
];

const noHttp: readonly HostileBytes[] = [
  ['a hello of TLS', Buffer.from('16030100a5010000a10303', 'hex'), [400]],
  ['a greeting of SSH', 'SSH-2.0-OpenSSH_9.2\r\n', [400]],
  ['a mail', 'EHLO example.org\r\n', [400]],
  ['a command of Redis', '*1\r\n$4\r\nINFO\r\n', [400]],
  ['null bytes', Buffer.alloc(1_000), [400]],
  ['bytes of all kinds', Buffer.from(Array.from({ length: 256 }, (_, byte) => 255 - byte)), [400]],
];

export const hostileBytes: readonly HostileBytes[] = [...heads, ...targets, ...lengths, ...noHttp];
