import { parseCookieFile } from './cookie-file-format';

const nowMs = 1_000_000_000_000;
const read = (text: string) => parseCookieFile(text, nowMs);

describe('parseCookieFile', () => {
  it('reads a cookies.txt', () => {
    const text = [
      '# Netscape HTTP Cookie File',
      '',
      '.tiktok.com\tTRUE\t/\tTRUE\t2000000000\tttwid\tone%7Ctwo',
      '#HttpOnly_.tiktok.com\tTRUE\t/\tTRUE\t0\tsessionid\tabc',
      'www.tiktok.com\tFALSE\t/\tFALSE\t0\tempty\t',
      '.example.com\tTRUE\t/\tTRUE\t0\tother\tsite',
      '.tiktok.com\tTRUE\t/\tTRUE\t900000000\told\tgone',
    ].join('\r\n');
    expect(read(text)).toEqual([
      {
        name: 'ttwid',
        value: 'one%7Ctwo',
        domain: 'tiktok.com',
        path: '/',
        isHostOnly: false,
        isSecure: true,
        expiresAtMs: 2_000_000_000_000,
      },
      expect.objectContaining({ name: 'sessionid', value: 'abc', expiresAtMs: undefined }),
      expect.objectContaining({
        name: 'empty',
        value: '',
        domain: 'www.tiktok.com',
        isHostOnly: true,
      }),
    ]);
  });

  it.each([
    ['an array', (list: object[]) => list],
    ['an object with the list', (list: object[]) => ({ cookies: list, origins: [] })],
  ])("reads a browser's export: %s", (_, wrap) => {
    const list = [
      { name: 'ttwid', value: 'x', domain: '.tiktok.com', path: '/', expirationDate: 2e9 + 0.5 },
      { name: 'sessionid', value: 'y', domain: 'www.tiktok.com', hostOnly: true, expires: -1 },
      { name: 'old', value: 'z', domain: '.tiktok.com', expirationDate: 9e8 },
      { name: 'other', value: 'z', domain: '.example.com' },
    ];
    expect(read(JSON.stringify(wrap(list)))).toEqual([
      expect.objectContaining({ name: 'ttwid', domain: 'tiktok.com', isHostOnly: false }),
      expect.objectContaining({ name: 'sessionid', domain: 'www.tiktok.com', isHostOnly: true }),
    ]);
  });

  it.each(['a=1; b=2==', 'Cookie: a=1; b=2==', '\uFEFFa=1;b=2==;\n'])(
    'reads a line: %j',
    (text) => {
      expect(read(text)).toEqual([
        expect.objectContaining({ name: 'a', value: '1', domain: 'tiktok.com' }),
        expect.objectContaining({ name: 'b', value: '2==' }),
      ]);
    },
  );

  it.each([
    ['nothing', '', 'it holds no cookie of TikTok'],
    ['an empty list', '[]', 'it holds no cookie of TikTok'],
    ['another site', '[{"name":"a","value":"secret","domain":"x.org"}]', 'no cookie of TikTok'],
    ['half a file', '[{"name":"a","value":"secret"', 'not the JSON'],
    ['an entry without a value', '[{"name":"secret"}]', 'entry 1 has no name and value'],
    ['a line without "="', 'a=1; secret', 'cookie 2 has no "="'],
    ['a value that breaks a header', '[{"name":"a","value":"secret\\r\\nb: c"}]', 'entry 1'],
    ['a value beyond ASCII', '[{"name":"a","value":"secr\u00e9t"}]', 'entry 1'],
    ['a short row', '.tiktok.com\tTRUE\tsecret', 'line 1 has not the seven columns'],
    ['only dead ones', '.tiktok.com\tTRUE\t/\tTRUE\t1\ta\tsecret', 'have expired'],
  ])('refuses %s, without a word of it', (_, text, reason) => {
    expect(() => read(text)).toThrow(reason);
    expect(() => read(text)).not.toThrow(/secr/);
  });
});
