import { Session } from '../../src/tiktok/transport/session';
import { redirectTarget } from '../../src/tiktok/transport/redirect.interceptor';
import type { TestServer, TestTransport } from './upstream-server';
import { errorOf, startServer, transportTo } from './upstream-server';

const www = 'https://www.tiktok.com';
const circles: Readonly<Record<string, string>> = {
  '/circle-a': '/circle-b',
  '/circle-b': `${www}/circle-a#again`,
  '/circle': '/circle',
};

describe('redirects', () => {
  let server: TestServer;
  let transport: TestTransport;

  beforeAll(async () => {
    server = await startServer(({ url = '', headers }, response) => {
      const { pathname, searchParams } = new URL(url, `http://${headers.host ?? ''}`);
      const location = circles[pathname] ?? searchParams.get('to');
      const seen = `${headers.host ?? ''}${pathname}`;
      const cookie = `seen=${pathname.slice(1)}; Path=/`;
      if (location === null) response.writeHead(200, { 'set-cookie': cookie }).end(seen);
      else response.writeHead(302, { location, 'set-cookie': cookie }).end();
    });
    transport = transportTo(server.origin);
  });

  afterAll(async () => {
    await transport.close();
    await server.close();
  });

  /** An address that leads through the others, in order. */
  const chain = (...addresses: string[]): string =>
    addresses.reduceRight((next, address) => `${address}?to=${encodeURIComponent(next)}`);
  const hostsSince = (before: number) =>
    server.requests.slice(before).map(({ headers }) => headers.host);

  it('follows none unless asked to', async () => {
    const before = server.requests.length;
    const call = transport.ask({ url: chain(`${www}/1`, `${www}/2`) });
    expect(await errorOf(call)).toMatchObject({ code: 'tiktok.shape_changed', path: 'location' });
    expect(server.requests).toHaveLength(before + 1);
  });

  it('follows as many as asked, relative ones too, and says who answered', async () => {
    const url = chain(`${www}/1`, '/2', 'https://m.tiktok.com/3');
    const answer = await transport.ask({ url, followRedirects: 2 });
    expect(answer).toMatchObject({ status: 200, url: 'https://m.tiktok.com/3' });
    expect(answer.body.toString()).toBe('m.tiktok.com/3');
  });

  it('follows no more than that', async () => {
    const url = chain(`${www}/1`, `${www}/2`, `${www}/3`);
    const before = server.requests.length;
    expect(await errorOf(transport.ask({ url, followRedirects: 1 }))).toMatchObject({
      code: 'tiktok.shape_changed',
    });
    expect(server.requests).toHaveLength(before + 2);
  });

  it.each([
    'https://example.com/',
    'https://nottiktok.com/',
    'https://www.tiktok.com.example.com/',
    'https://www.tiktok.com@example.com/',
    'https://127.0.0.1/',
    'https://[::1]/',
    'http://www.tiktok.com/',
    'https://www.tiktok.com:8443/',
    'https://user:word@www.tiktok.com/',
    'file:///etc/passwd',
  ])('does not go to %s', async (target) => {
    const before = server.requests.length;
    const call = transport.ask({ url: chain(`${www}/1`, target), followRedirects: 5 });
    expect(await errorOf(call)).toMatchObject({ code: 'tiktok.shape_changed', path: 'location' });
    expect(hostsSince(before)).toEqual(['www.tiktok.com']);
  });

  it.each([
    ['two addresses', '/circle-a', 2],
    ['one address', '/circle', 1],
  ])('cuts a circle of %s', async (_, path, count) => {
    const before = server.requests.length;
    const call = transport.ask({ url: www + path, followRedirects: 50 });
    expect(await errorOf(call)).toMatchObject({
      code: 'tiktok.shape_changed',
      message: expect.stringContaining('circle'),
    });
    expect(server.requests).toHaveLength(before + count);
  });

  it.each([
    ['/login?redirect_url=x', { code: 'tiktok.blocked', kind: 'login_wall' }],
    ['/notfound', { code: 'tiktok.not_found' }],
  ])('knows where %s leads, followed or not', async (target, expected) => {
    for (const followRedirects of [0, 3]) {
      const call = transport.ask({ url: chain(`${www}/1`, target), followRedirects });
      expect(await errorOf(call)).toMatchObject(expected);
    }
  });

  it('keeps the cookies of every hop, and brings own cookies to the first host only', async () => {
    const session = new Session();
    const url = chain(`${www}/one`, 'https://m.tiktok.com/two');
    const headers = { cookie: 'own=1', 'x-other': 'stays' };
    const before = server.requests.length;
    await transport.ask({ url, session, headers, followRedirects: 1 });
    const sent = server.requests.slice(before).map(({ headers: { cookie } }) => cookie);
    expect(sent).toEqual(['own=1', undefined]);
    expect(server.requests.at(-1)?.headers['x-other']).toBe('stays');
    expect(await session.cookieHeader(`${www}/`)).toBe('seen=one');
    expect(await session.cookieHeader('https://m.tiktok.com/')).toBe('seen=two');
  });

  describe('of short links', () => {
    it.each([
      [`${www}/@a/video/7000000000000000001?_t=x`],
      ['/notfound'],
      [`${www}/?_r=1`],
      ['https://example.com/'],
    ])('are the answer: %s', async (target) => {
      const before = server.requests.length;
      const url = chain('https://vm.tiktok.com/ZMabc/', target);
      const answer = await transport.ask({ url, kind: 'short-link' });
      expect(answer).toMatchObject({ status: 302, url, headers: { location: target } });
      expect(redirectTarget(answer)?.href).toBe(new URL(target, url).href);
      expect(server.requests).toHaveLength(before + 1);
    });

    it('are asked as a plain client, without cookies, and leave none', async () => {
      const session = new Session();
      await session.keep(['ttwid=1; Domain=tiktok.com; Path=/'], www);
      const url = chain('https://vm.tiktok.com/ZMabc/', `${www}/@a`);
      await transport.ask({ url, kind: 'short-link', session });
      const { headers } = server.requests.at(-1) ?? {};
      expect(headers?.cookie).toBeUndefined();
      expect(headers?.['user-agent']).toMatch(/^Mozilla\/5\.0 .*Gecko\)$/);
      expect(await session.cookieHeader('https://vm.tiktok.com/')).toBe('ttwid=1');
    });
  });

  it('asks no address outside of TikTok in the first place', async () => {
    const before = server.requests.length;
    for (const url of ['https://example.com/', 'http://www.tiktok.com/', server.origin])
      await expect(transport.ask({ url })).rejects.toThrow('Refused to ask');
    expect(server.requests).toHaveLength(before);
  });
});
