import type { ServerResponse } from 'node:http';
import type { ByteRange } from '../../src/tiktok';
import { openLink } from '../../src/tiktok/media/open-link';
import { createMediaExchange } from '../../src/tiktok/transport/media.exchange';
import { startServer, type Handler, type TestServer } from '../transport/upstream-server';

const file = Buffer.from(Array.from({ length: 200_000 }, (_, n) => n % 251));
const link = 'https://v16m.tiktokcdn.com/video/tos/x/';
const type = { 'content-type': 'video/mp4' };
let server: TestServer;
let close: () => Promise<void>;

afterEach(async () => {
  await close();
  await server.close();
});

/** Opens a link at a host that behaves as the handler says, and reads what it gives. */
async function readFrom(handler: Handler, range: ByteRange = { first: 0 }, url = link) {
  server = await startServer(handler);
  const transport = {
    baseUrl: server.origin,
    connectTimeoutMs: 5_000,
    totalTimeoutMs: 10_000,
    maxBodyBytes: 1_000,
    maxConnectionsPerHost: 1,
    maxRetries: 0,
  };
  const media = createMediaExchange({ transport, maxConnectionsPerHost: 4, proxies: [] });
  close = media.close;
  const { signal } = new AbortController();
  const access = { cookie: 'tt_chain_token=abc', userAgent: 'An agent' };
  const opened = await openLink(media.exchange, { url, access, kind: 'video', range, signal });
  const pieces: Buffer[] = [];
  for (let piece = await opened.next(); piece; piece = await opened.next()) pieces.push(piece);
  return { ...opened, bytes: Buffer.concat(pieces) };
}

const whole = (response: ServerResponse, headers: Record<string, string> = type) =>
  response.writeHead(200, { 'content-length': file.length, ...headers }).end(file);

describe('a media host', () => {
  it('is asked as the browser that the link was given to', async () => {
    const { bytes } = await readFrom((_, response) => whole(response));
    expect(bytes.equals(file)).toBe(true);
    expect(server.requests[0]?.headers).toMatchObject({
      host: 'v16m.tiktokcdn.com',
      referer: 'https://www.tiktok.com/',
      'user-agent': 'An agent',
      'accept-encoding': 'identity',
      range: 'bytes=0-',
    });
    // The cookie is tiktok.com's, and this is another network.
    expect(server.requests[0]?.headers.cookie).toBeUndefined();
  });

  it('of tiktok.com is shown the cookie', async () => {
    await readFrom(
      (_, response) => whole(response),
      { first: 0 },
      'https://v16-webapp.tiktok.com/x',
    );
    expect(server.requests[0]?.headers.cookie).toBe('tt_chain_token=abc');
  });

  it.each<[ByteRange, number, number]>([
    [{ first: 10, last: 19 }, 10, 19],
    [{ first: 150_000 }, 150_000, 199_999],
    [{ first: 65_536, last: 131_071 }, 65_536, 131_071],
    [{ lastBytes: 3 }, 199_997, 199_999],
  ])('that ignores the range %j has the rest passed over', async (range, first, last) => {
    const opened = await readFrom((_, response) => whole(response), range);
    expect([opened.first, opened.last]).toEqual([first, last]);
    expect(opened.bytes.equals(file.subarray(first, last + 1))).toBe(true);
  });

  it('that sends a wider range than asked for has the rest passed over', async () => {
    const { bytes } = await readFrom(
      (_, response) =>
        response
          .writeHead(206, { ...type, 'content-range': `bytes 0-99/${file.length}` })
          .end(file.subarray(0, 100)),
      { first: 10, last: 19 },
    );
    expect(bytes.equals(file.subarray(10, 20))).toBe(true);
  });

  it.each<[string, string, Handler]>([
    [
      'another range',
      'tiktok.shape_changed',
      (_, r) =>
        r
          .writeHead(206, { ...type, 'content-range': 'bytes 50-99/200' })
          .end(file.subarray(50, 100)),
    ],
    [
      'a range of no kind',
      'tiktok.shape_changed',
      (_, r) => r.writeHead(206, { ...type, 'content-length': 5 }).end('12345'),
    ],
    ['no length', 'tiktok.shape_changed', (_, r) => r.writeHead(200, type).end(file)],
    ['a page', 'tiktok.blocked', (_, r) => whole(r, { 'content-type': 'text/html' })],
    ['JSON', 'tiktok.blocked', (_, r) => whole(r, { 'content-type': 'application/json' })],
    ['a coding', 'tiktok.blocked', (_, r) => whole(r, { ...type, 'content-encoding': 'gzip' })],
    [
      'no byte',
      'tiktok.blocked',
      (_, r) => r.writeHead(200, { ...type, 'content-length': 0 }).end(),
    ],
    [
      'a promise of bytes',
      'tiktok.unreachable',
      (_, r) => r.writeHead(200, { ...type, 'content-length': 9 }).flushHeaders() ?? r.destroy(),
    ],
    ['410', 'tiktok.not_found', (_, r) => r.writeHead(410).end('gone')],
    ['502', 'tiktok.unreachable', (_, r) => r.writeHead(502, type).end(file)],
    [
      'a redirect to elsewhere',
      'tiktok.unreachable',
      (_, r) => r.writeHead(302, { location: 'https://example.org/x' }).end(),
    ],
    [
      'a redirect to plain http at a port',
      'tiktok.unreachable',
      (_, r) => r.writeHead(302, { location: 'http://v16m.tiktokcdn.com:81/x' }).end(),
    ],
    [
      'a redirect to an address',
      'tiktok.unreachable',
      (_, r) => r.writeHead(302, { location: 'https://127.0.0.1/x' }).end(),
    ],
    [
      'redirects without end',
      'tiktok.shape_changed',
      ({ url }, r) => r.writeHead(302, { location: `${url}x` }).end(),
    ],
  ])('that sends %s is no source: %s', async (_, code, handler) => {
    await expect(readFrom(handler)).rejects.toMatchObject({ code });
    expect(server.requests.length).toBeLessThanOrEqual(4);
  });

  it('may redirect to another of its hosts', async () => {
    const { bytes, facts } = await readFrom(({ headers }, response) => {
      if (headers.host === 'v19.tiktokcdn.com') return whole(response);
      response.writeHead(302, { location: 'https://v19.tiktokcdn.com/elsewhere' }).end();
    });
    expect(bytes.equals(file)).toBe(true);
    expect(facts).toEqual({ contentType: 'video/mp4', sizeBytes: file.length });
  });

  it.each([
    ['https://evil.example/x'],
    ['https://tiktokcdn.com.evil.example/x'],
    ['https://user:pw@v16m.tiktokcdn.com/x'],
    ['https://v16m.tiktokcdn.com:8443/x'],
    ['https://evil.akamaized.net/x'],
    ['https://[::1]/x'],
    ['https://127.0.0.1/x'],
    ['ftp://v16m.tiktokcdn.com/x'],
  ])('that is none is not asked: %s', async (url) => {
    const asked = readFrom((_, response) => whole(response), { first: 0 }, url);
    await expect(asked).rejects.toMatchObject({ code: 'tiktok.unreachable' });
    expect(server.requests).toEqual([]);
  });

  it.each([
    'http://p16.muscdn.com/x',
    'https://p16-sg-default.akamaized.net/x',
    'https://f-p-va.isnssdk.com/x',
  ])('of older answers is asked: %s', async (url) => {
    const { bytes } = await readFrom((_, response) => whole(response), { first: 0 }, url);
    expect(bytes.equals(file)).toBe(true);
  });
});
