import { createServer } from 'node:net';
import { TikTokTimeoutError } from '../../src/tiktok/tiktok.errors';
import type { Handler, TestServer, TestTransport } from './upstream-server';
import { errorOf, listen, startServer, transportTo } from './upstream-server';

const silent: Handler = () => undefined;
const stalling: Handler = (_, response) => void response.writeHead(200).write('half');

describe('a deadline of each phase', () => {
  let server: TestServer | undefined;
  let transport: TestTransport;

  afterEach(async () => {
    await server?.close();
    server = undefined;
    await transport.close();
  });

  it('connecting', async () => {
    // It takes the connection and never says hello, so that TLS does not come about.
    const mute = createServer();
    const port = await listen(mute);
    mute.on('connection', (socket) => socket.on('error', () => undefined).resume());
    transport = transportTo(`https://127.0.0.1:${port}`, { connectTimeoutMs: 200 });
    const error = await errorOf(transport.ask());
    expect(error).toBeInstanceOf(TikTokTimeoutError);
    expect(error).toMatchObject({ message: expect.stringContaining('did not take') });
    mute.close();
  });

  it('the headers', async () => {
    server = await startServer(silent);
    transport = transportTo(server.origin, { headersTimeoutMs: 200, maxRetries: 2 });
    const error = await errorOf(transport.ask());
    expect(error).toBeInstanceOf(TikTokTimeoutError);
    expect(error).toMatchObject({ message: expect.stringContaining('did not begin') });
    expect(server.requests).toHaveLength(1);
  });

  it('the body', async () => {
    server = await startServer(stalling);
    transport = transportTo(server.origin, { bodyTimeoutMs: 200 });
    const error = await errorOf(transport.ask());
    expect(error).toBeInstanceOf(TikTokTimeoutError);
    expect(error).toMatchObject({ message: expect.stringContaining('in the middle') });
  });

  it.each([
    ['silence', silent],
    ['a body that never ends', trickling],
  ])('the whole call: %s', async (_, handler) => {
    server = await startServer(handler);
    transport = transportTo(server.origin, { totalTimeoutMs: 300 });
    const error = await errorOf(transport.ask());
    expect(error).toBeInstanceOf(TikTokTimeoutError);
    expect(error).toMatchObject({ message: expect.stringContaining('deadline') });
  });

  it.each([
    ['while nothing came', silent],
    ['in the middle of the body', stalling],
  ])("gives a caller's own reason back: %s", async (_, handler) => {
    server = await startServer(handler);
    transport = transportTo(server.origin);
    const controller = new AbortController();
    const call = transport.ask({ signal: controller.signal });
    const reason = new Error('the caller has left');
    setTimeout(() => controller.abort(reason), 100);
    expect(await errorOf(call)).toBe(reason);
  });

  it('asks nobody for a caller who has left before', async () => {
    server = await startServer(silent);
    transport = transportTo(server.origin);
    const call = transport.ask({ signal: AbortSignal.abort(new Error('left')) });
    expect(await errorOf(call)).toMatchObject({ message: 'left' });
    expect(server.requests).toHaveLength(0);
  });
});

function trickling(...[, response]: Parameters<Handler>): void {
  const timer = setInterval(() => response.write('a little '), 20);
  response.once('close', () => clearInterval(timer));
}
