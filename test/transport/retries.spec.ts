import {
  TikTokBlockedError,
  TikTokNotFoundError,
  TikTokTimeoutError,
  TikTokUnreachableError,
} from '../../src/tiktok/tiktok.errors';
import type { TransportOptions } from '../../src/tiktok/transport/transport';
import type { Handler, TestServer, TestTransport } from './upstream-server';
import { errorOf, startServer, transportTo } from './upstream-server';

const reset: Handler = ({ socket }) => socket.resetAndDestroy();
const cutShort: Handler = ({ socket }, response) => {
  response.writeHead(200, { 'content-length': '100' }).write('half', () => socket.destroy());
};
const answer =
  (status: number, body = '', headers: Record<string, string> = {}): Handler =>
  (_, response) => {
    response.writeHead(status, headers).end(body);
  };
const overload = (headers: Record<string, string> = {}) =>
  answer(503, 'overload-protect triggered', headers);

describe('retries', () => {
  let server: TestServer;
  let transport: TestTransport;

  const start = async (handlers: Handler[], options: Partial<TransportOptions> = {}) => {
    const last = handlers.at(-1) ?? answer(200, 'fine');
    server = await startServer((request, response) =>
      (handlers[server.requests.length - 1] ?? last)(request, response),
    );
    transport = transportTo(server.origin, { maxRetries: 2, baseDelayMs: 5, ...options });
  };

  afterEach(async () => {
    await transport.close();
    await server.close();
  });

  it.each([
    ['a reset connection', reset],
    ['an answer that breaks off', cutShort],
    ['load', overload()],
    ['load that asks for a moment', overload({ 'retry-after': '0' })],
  ])('asks again after %s', async (_, failure) => {
    await start([failure, failure, answer(200, 'fine')]);
    expect((await transport.ask()).body.toString()).toBe('fine');
    expect(server.requests).toHaveLength(3);
  });

  it.each([
    ['a reset connection', reset, TikTokUnreachableError],
    ['load', overload(), TikTokBlockedError],
  ])('gives up on %s after two retries', async (_, failure, type) => {
    await start([failure]);
    expect(await errorOf(transport.ask())).toBeInstanceOf(type);
    expect(server.requests).toHaveLength(3);
  });

  it.each([
    ['an empty answer', answer(200), 'empty_answer'],
    ['a captcha', answer(200, '<title>Security Check</title>'), 'captcha'],
    ['a blocked address', answer(403, 'no'), 'blocked_page'],
    ['a rate limit', answer(429, 'slow down'), 'rate_limit'],
    ['load for longer than it is worth', overload({ 'retry-after': '60' }), 'overload'],
  ])('does not insist on %s', async (_, refusal, kind) => {
    await start([refusal]);
    expect(await errorOf(transport.ask())).toMatchObject({ code: 'tiktok.blocked', kind });
    expect(server.requests).toHaveLength(1);
  });

  it('does not insist on a server error or on what is not there', async () => {
    await start([answer(500, 'oh'), answer(404, 'gone')]);
    expect(await errorOf(transport.ask())).toBeInstanceOf(TikTokUnreachableError);
    expect(await errorOf(transport.ask())).toBeInstanceOf(TikTokNotFoundError);
    expect(server.requests).toHaveLength(2);
  });

  it('gives the refusal and not a timeout when no time is left for another try', async () => {
    await start([overload({ 'retry-after': '2' })]);
    const call = transport.ask({ deadlineAtMs: Date.now() + 1_500 });
    expect(await errorOf(call)).toMatchObject({ kind: 'overload', requestedWaitSeconds: 2 });
    expect(server.requests).toHaveLength(1);
  });

  it('asks nobody when the deadline has passed, and hears on a caller who gives up', async () => {
    await start([overload({ 'retry-after': '2' })]);
    const late = transport.ask({ deadlineAtMs: Date.now() - 1 });
    expect(await errorOf(late)).toBeInstanceOf(TikTokTimeoutError);
    const controller = new AbortController();
    const given = transport.ask({ signal: controller.signal });
    const reason = new Error('no longer needed');
    setTimeout(() => controller.abort(reason), 200);
    expect(await errorOf(given)).toBe(reason);
  });
});
