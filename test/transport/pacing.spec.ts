import type { ServerResponse } from 'node:http';
import { TikTokBusyError } from '../../src/tiktok/tiktok.errors';
import type { TransportOptions } from '../../src/tiktok/transport/transport';
import type { TestServer, TestTransport } from './upstream-server';
import { errorOf, startServer, transportTo } from './upstream-server';

describe('pacing', () => {
  let server: TestServer;
  let transport: TestTransport;
  /** Requests that wait for the test to let them go. */
  let held: ServerResponse[];

  const start = async (options: Partial<TransportOptions>) => {
    held = [];
    server = await startServer((_, response) => void held.push(response));
    transport = transportTo(server.origin, options);
  };
  const until = async (isTrue: () => boolean) => {
    while (!isTrue()) await new Promise((resolve) => setTimeout(resolve, 5));
  };
  const letGo = () => held.shift()?.end('fine');
  const ask = (path: string, signal?: AbortSignal) =>
    transport.ask({ url: `https://www.tiktok.com/${path}`, signal });

  afterEach(async () => {
    await server.close();
    await transport.close();
  });

  it('lets so many through at once, the others in order', async () => {
    await start({ maxConcurrentPerHost: 2 });
    const calls = ['1', '2', '3', '4', '5'].map((path) => ask(path));
    await until(() => held.length === 2);
    expect(transport.load()).toEqual([
      { host: 'www.tiktok.com', inFlightCount: 2, queuedCount: 3 },
    ]);
    for (let asked = 3; asked <= 5; asked += 1) {
      letGo();
      await until(() => server.requests.length === asked);
      expect(held).toHaveLength(2);
    }
    letGo();
    letGo();
    await Promise.all(calls);
    const [first, second, ...later] = server.requests.map(({ url }) => url);
    expect([first, second].sort()).toEqual(['/1', '/2']);
    expect(later).toEqual(['/3', '/4', '/5']);
    expect(transport.load()).toEqual([]);
  });

  it('counts each host by itself', async () => {
    await start({ maxConcurrentPerHost: 1, maxQueuedPerHost: 0 });
    const calls = ['www', 'm', 'vm'].map((name) =>
      transport.ask({ url: `https://${name}.tiktok.com/` }),
    );
    await until(() => held.length === 3);
    while (held.length > 0) letGo();
    await Promise.all(calls);
  });

  it('says that it is busy when the queue is full, and asks nobody', async () => {
    await start({ maxConcurrentPerHost: 1, maxQueuedPerHost: 1, maxRetries: 2 });
    const calls = [ask('1'), ask('2')];
    await until(() => held.length === 1);
    const error = await errorOf(ask('3'));
    expect(error).toBeInstanceOf(TikTokBusyError);
    expect(error).toMatchObject({
      code: 'tiktok.busy',
      isRetryable: true,
      retryAfterSeconds: expect.any(Number),
    });
    letGo();
    await until(() => held.length === 1);
    letGo();
    await Promise.all(calls);
    expect(server.requests).toHaveLength(2);
  });

  it('says that it is busy when the turn does not come in time', async () => {
    await start({ maxConcurrentPerHost: 1, maxQueueWaitMs: 50 });
    const first = ask('1');
    await until(() => held.length === 1);
    expect(await errorOf(ask('2'))).toBeInstanceOf(TikTokBusyError);
    letGo();
    await first;
    expect(server.requests).toHaveLength(1);
    expect(transport.load()).toEqual([]);
  });

  it('forgets a caller who leaves the queue', async () => {
    await start({ maxConcurrentPerHost: 1, maxQueuedPerHost: 1 });
    const first = ask('1');
    await until(() => held.length === 1);
    const controller = new AbortController();
    const given = ask('given-up', controller.signal);
    const reason = new Error('left');
    await until(() => transport.load()[0]?.queuedCount === 1);
    controller.abort(reason);
    expect(await errorOf(given)).toBe(reason);
    // Its place is free again.
    const next = ask('2');
    letGo();
    await first;
    await until(() => held.length === 1);
    letGo();
    await next;
    expect(server.requests.map(({ url }) => url)).toEqual(['/1', '/2']);
  });

  it('frees the place of a request that fails', async () => {
    await start({ maxConcurrentPerHost: 1 });
    const broken = ask('1');
    const next = ask('2');
    await until(() => held.length === 1);
    held.shift()?.destroy();
    await errorOf(broken);
    await until(() => held.length === 1);
    letGo();
    await next;
  });

  it('keeps requests apart, also where places are free', async () => {
    await start({ minSpacingMs: 60_000, maxConcurrentPerHost: 8 });
    const first = ask('1');
    await until(() => held.length === 1);
    const controller = new AbortController();
    const second = ask('2', controller.signal);
    await until(() => transport.load()[0]?.queuedCount === 1);
    letGo();
    await first;
    expect(transport.load()).toEqual([
      { host: 'www.tiktok.com', inFlightCount: 0, queuedCount: 1 },
    ]);
    controller.abort();
    await errorOf(second);
    expect(server.requests).toHaveLength(1);
  });

  it('comes to everyone in the end', async () => {
    await start({ minSpacingMs: 20, maxConcurrentPerHost: 2 });
    const calls = ['1', '2', '3', '4'].map((path) => ask(path));
    for (let asked = 1; asked <= 4; asked += 1) {
      await until(() => held.length > 0);
      letGo();
    }
    await Promise.all(calls);
    expect(server.requests.map(({ url }) => url)).toEqual(['/1', '/2', '/3', '/4']);
  });
});
