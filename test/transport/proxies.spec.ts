import { createServer } from 'node:http';
import { connect, type Socket } from 'node:net';
import { inspect } from 'node:util';
import { TikTokUnreachableError } from '../../src/tiktok/tiktok.errors';
import { SessionPool } from '../../src/tiktok/transport/session-pool';
import type { TestServer } from './upstream-server';
import { errorOf, listen, startServer, transportTo } from './upstream-server';

interface TestProxy {
  readonly address: string;
  /** `host:port` and credentials of every tunnel that was asked for. */
  readonly tunnels: { readonly target: string; readonly authorization: string | undefined }[];
  close(): void;
}

async function startProxy(status: number | 'silent' = 200): Promise<TestProxy> {
  const tunnels: TestProxy['tunnels'] = [];
  const sockets = new Set<Socket>();
  const server = createServer();
  server.on('connection', (socket) => sockets.add(socket));
  server.on('connect', ({ url = '', headers }, client: Socket) => {
    tunnels.push({ target: url, authorization: headers['proxy-authorization'] });
    client.on('error', () => undefined);
    if (status === 'silent') return;
    if (status !== 200) return client.end(`HTTP/1.1 ${status} No\r\ncontent-length: 0\r\n\r\n`);
    const [host, port] = url.split(':');
    const onward = connect(Number(port), host, () => {
      client.write('HTTP/1.1 200 Connected\r\n\r\n');
      onward.pipe(client).pipe(onward);
    });
    onward.on('error', () => client.destroy());
  });
  const port = await listen(server);
  const close = () => {
    server.close();
    for (const socket of sockets) socket.destroy();
  };
  return { address: `127.0.0.1:${port}`, tunnels, close };
}

const basic = (text: string) => `Basic ${Buffer.from(text).toString('base64')}`;

describe('proxies', () => {
  let server: TestServer;
  let proxies: TestProxy[];

  beforeEach(async () => {
    let count = 0;
    server = await startServer(({ url }, response) => {
      count += 1;
      response.setHeader('set-cookie', `ttwid=guest-${count}; Domain=tiktok.com; Path=/`);
      if (url === '/refused') response.end('<title>Security Check</title>');
      else response.end('fine');
    });
    proxies = [await startProxy(), await startProxy()];
  });

  afterEach(async () => {
    await server.close();
    for (const proxy of proxies) proxy.close();
  });

  it('carry one identity each', async () => {
    const [one, two] = proxies;
    const pool = new SessionPool({
      proxyUrls: [`http://user:pa%3Ass@${one?.address}`, `http://${two?.address}`],
      rest: { refusalsBeforeRest: 1 },
    });
    const transport = transportTo(server.origin);
    const ask = (path: string) =>
      pool.use((session) =>
        transport.exchange({ url: `https://www.tiktok.com${path}`, kind: 'page', session }),
      );
    await ask('/first');
    await ask('/second');
    const tunnel = { target: `127.0.0.1:${server.port}` };
    const ofUser = { ...tunnel, authorization: basic('user:pa:ss') };
    expect(one?.tunnels).toEqual(one?.tunnels.map(() => ofUser));
    expect(one?.tunnels).not.toEqual([]);
    expect(two?.tunnels).toEqual([]);
    // Refused as the first guest, then as the second one, who has cookies of its own.
    await errorOf(ask('/refused'));
    await ask('/third');
    expect(two?.tunnels).toEqual(two?.tunnels.map(() => ({ ...tunnel, authorization: undefined })));
    expect(two?.tunnels).not.toEqual([]);
    expect(server.requests.map(({ url, headers }) => [url, headers.cookie])).toEqual([
      ['/first', undefined],
      ['/second', 'ttwid=guest-1'],
      ['/refused', 'ttwid=guest-2'],
      ['/refused', undefined],
      ['/third', expect.stringMatching(/^ttwid=guest-[34]$/)],
    ]);
    await transport.close();
  });

  it('are given up when they say nothing', async () => {
    const proxy = await startProxy('silent');
    proxies.push(proxy);
    const pool = new SessionPool({ proxyUrls: [`http://${proxy.address}`] });
    const transport = transportTo(server.origin, { connectTimeoutMs: 200 });
    const url = 'https://www.tiktok.com/@a';
    const call = pool.use((session) => transport.exchange({ url, kind: 'page', session }));
    expect(await errorOf(call)).toMatchObject({
      code: 'tiktok.timeout',
      message: expect.not.stringContaining('deadline'),
    });
    await transport.close();
  });

  it.each([
    ['that refuses us', () => startProxy(407)],
    ['that is not there', async () => ({ ...(await startProxy()), address: '127.0.0.1:1' })],
  ])('%s: an error without credentials', async (_, start) => {
    const proxy = await start();
    proxies.push(proxy);
    const pool = new SessionPool({ size: 1, proxyUrls: [`http://user:secret@${proxy.address}`] });
    const transport = transportTo(server.origin);
    const url = 'https://www.tiktok.com/@a';
    const call = pool.use((session) => transport.exchange({ url, kind: 'page', session }));
    const error = await errorOf(call);
    expect(error).toBeInstanceOf(TikTokUnreachableError);
    expect(inspect(error, { depth: 10 })).not.toMatch(/secret|dXNlcjpzZWNyZXQ/);
    expect(server.requests).toHaveLength(0);
    expect(pool.health().sessions).toMatchObject([{ lastRefusal: { kind: 'no_connection' } }]);
    await transport.close();
  });
});
