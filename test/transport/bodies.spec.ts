import { brotliCompressSync, deflateSync, gzipSync } from 'node:zlib';
import { TikTokShapeChangedError } from '../../src/tiktok/tiktok.errors';
import type { TestServer, TestTransport } from './upstream-server';
import { errorOf, startServer, transportTo } from './upstream-server';

const maxBodyBytes = 100_000;
const text = 'äöü '.repeat(1_000);

const bodies: Record<string, { coding?: string; body: Buffer }> = {
  '/plain': { body: Buffer.from(text) },
  '/gzip': { coding: 'gzip', body: gzipSync(text) },
  '/br': { coding: 'br', body: brotliCompressSync(text) },
  '/deflate': { coding: 'deflate', body: deflateSync(text) },
  '/zstd': { coding: 'zstd', body: Buffer.from('what zstd would be') },
  '/chain': { coding: 'gzip, br', body: brotliCompressSync(gzipSync(text)) },
  '/bomb-gzip': { coding: 'gzip', body: gzipSync(Buffer.alloc(50 * maxBodyBytes)) },
  '/bomb-br': { coding: 'br', body: brotliCompressSync(Buffer.alloc(50 * maxBodyBytes)) },
  '/large': { body: Buffer.alloc(maxBodyBytes + 1, 'x') },
  '/not-gzip': { coding: 'gzip', body: Buffer.from('no gzip at all') },
  '/not-br': { coding: 'br', body: Buffer.from('no brotli at all, to be sure') },
  '/half-gzip': { coding: 'gzip', body: gzipSync(text).subarray(0, 30) },
};

describe('bodies', () => {
  let server: TestServer;
  let transport: TestTransport;

  beforeAll(async () => {
    server = await startServer(({ url = '' }, response) => {
      const { coding, body } = bodies[url] ?? { body: Buffer.alloc(0) };
      response.writeHead(200, coding === undefined ? {} : { 'content-encoding': coding });
      response.end(body);
    });
    transport = transportTo(server.origin, { maxBodyBytes, maxRetries: 2 });
  });

  afterAll(async () => {
    await transport.close();
    await server.close();
  });

  const load = (path: string) => transport.ask({ url: `https://www.tiktok.com${path}` });

  it.each(['/plain', '/gzip', '/br', '/deflate'])('reads %s', async (path) => {
    expect((await load(path)).body.toString()).toBe(text);
  });

  it.each([
    '/zstd',
    '/chain',
    '/bomb-gzip',
    '/bomb-br',
    '/large',
    '/not-gzip',
    '/not-br',
    '/half-gzip',
  ])('refuses %s, and asks once', async (path) => {
    const before = server.requests.length;
    expect(await errorOf(load(path))).toBeInstanceOf(TikTokShapeChangedError);
    expect(server.requests).toHaveLength(before + 1);
  });

  it('asks for no coding that it does not read', async () => {
    await load('/plain');
    expect(server.requests.at(-1)?.headers['accept-encoding']).toBe('gzip, deflate, br');
  });
});
