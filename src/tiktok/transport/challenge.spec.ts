import { createHash } from 'node:crypto';
import { TikTokBlockedError } from '../tiktok.errors';
import { type Challenge, readChallenge, solveChallenge } from './challenge';

const prefix = Buffer.from('an invented prefix');

function pose(answer: number, extra: object = {}): string {
  const digest = createHash('sha256').update(prefix).update(String(answer)).digest('base64');
  const puzzle = { v: { a: prefix.toString('base64'), b: 17, c: digest }, s: 'a/b+c', ...extra };
  return Buffer.from(JSON.stringify(puzzle)).toString('base64').replace(/=+$/, '');
}

function page(cs: string, second = ''): Buffer {
  return Buffer.from(
    `<!DOCTYPE html><html><body>Please wait...<p id="wci" class="_wafchallengeid"></p>` +
      `<p class='${cs}' id='cs'></p>${second}</body></html>`,
  );
}

const decode = (value: string | undefined): unknown =>
  JSON.parse(Buffer.from(value ?? '', 'base64').toString());

describe('readChallenge', () => {
  it('reads the class attributes in any order', () => {
    expect(readChallenge(page('abc'))).toEqual({ cs: 'abc', wci: '_wafchallengeid' });
  });

  it('reads the second cookie when it has a value', () => {
    const full = '<p id=rci class=waforiginalreid></p><p id="rs" class="f00"></p>';
    expect(readChallenge(page('abc', full))).toMatchObject({ rci: 'waforiginalreid', rs: 'f00' });
    const empty = '<p id="rci" class="waforiginalreid"></p><p id="rs" class=""></p>';
    expect(readChallenge(page('abc', empty))).toEqual({ cs: 'abc', wci: '_wafchallengeid' });
  });

  it.each([
    ['a page without the elements', Buffer.from('<html><p id="cs" class="abc"></p></html>')],
    ['an element without a class', page('')],
    ['JSON that quotes the page', Buffer.from(JSON.stringify({ text: page('abc').toString() }))],
    ['a page with data', Buffer.concat([page('abc'), Buffer.from('__NEXT_DATA__')])],
    ['a large page', Buffer.concat([page('abc'), Buffer.alloc(70_000)])],
    [
      'a cookie name that would break a header',
      Buffer.from('<p id="wci" class="a; b"></p><p id="cs" class="abc"></p>'),
    ],
  ])('finds none in %s', (_, html) => {
    expect(readChallenge(html)).toBeUndefined();
  });
});

describe('solveChallenge', () => {
  it.each([0, 66, 4000, 12345])('finds %d', async (answer) => {
    const { cookies, ...rest } = await solveChallenge({ cs: pose(answer), wci: 'w' });
    expect(rest).toEqual({ answer });
    expect(cookies).toHaveLength(1);
    expect(cookies[0]?.name).toBe('w');
    expect(decode(cookies[0]?.value)).toMatchObject({
      v: { b: 17 },
      s: 'a/b+c',
      d: Buffer.from(String(answer)).toString('base64'),
    });
  });

  it('echoes the other members compactly, in their order, with padding', async () => {
    const { cookies } = await solveChallenge({ cs: pose(3, { z: 1, a: [2] }), wci: 'w' });
    const text = Buffer.from(cookies[0]?.value ?? '', 'base64').toString();
    expect(text).toMatch(/^\{"v":\{"a":".*"\},"s":"a\/b\+c","z":1,"a":\[2\],"d":"Mw=="\}$/);
    expect((cookies[0]?.value.length ?? 1) % 4).toBe(0);
  });

  it('sends the second cookie along', async () => {
    const { cookies } = await solveChallenge({ cs: pose(1), wci: 'w', rci: 'r', rs: 'v' });
    expect(cookies[1]).toEqual({ name: 'r', value: 'v' });
  });

  it('lets other work go on', async () => {
    let turns = 0;
    const timer = setInterval(() => (turns += 1), 1);
    await solveChallenge({ cs: pose(40_000), wci: 'w' });
    clearInterval(timer);
    expect(turns).toBeGreaterThan(0);
  });

  it.each(['', 'not base64 of JSON', Buffer.from('{"v":{"a":"","c":"AA"}}').toString('base64')])(
    'refuses what it does not know: %j',
    async (cs) => {
      const challenge: Challenge = { cs, wci: 'w' };
      await expect(solveChallenge(challenge)).rejects.toThrow(TikTokBlockedError);
    },
  );

  it('gives up when no number fits', async () => {
    const puzzle = { v: { a: 'AAAA', c: Buffer.alloc(32).toString('base64') } };
    const cs = Buffer.from(JSON.stringify(puzzle)).toString('base64');
    await expect(solveChallenge({ cs, wci: 'w' })).rejects.toMatchObject({ kind: 'challenge' });
  }, 30_000);
});
