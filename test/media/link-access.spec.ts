import { createServer } from 'node:http';
import { connect, type Socket } from 'node:net';
import { request } from 'undici';
import type { MediaFile } from '../../src/tiktok';
import { linkAccessOf } from '../../src/tiktok/transport/link-access';
import { startApi } from '../support/api';
import { clientOn, startClient } from '../support/client';
import { listen } from '../transport/upstream-server';
import { bytesOf, read, smallPostId } from './sandbox-files';

const video: MediaFile = { kind: 'video' };
const postIds = Array.from({ length: 12 }, (_, n) => `694399679651968${1290 + n}`);

describe('how links are opened', () => {
  it.each([
    [
      'what the answer set',
      'tt_chain_token=old',
      ['ttwid=1; Path=/', 'tt_chain_token=new==; Path=/; HttpOnly'],
      'tt_chain_token=new==',
    ],
    [
      'what was sent',
      'sessionid=secret; tt_chain_token=old==; ttwid=1',
      ['ttwid=2'],
      'tt_chain_token=old==',
    ],
    ['nothing', 'sessionid=secret; xtt_chain_token=x', ['sid_tt=secret'], undefined],
  ])('is said by %s, and by no other cookie', (_, cookie, setCookies, expected) => {
    const sent = { cookie, 'user-agent': 'An agent' };
    const access = linkAccessOf({ sent, setCookies, proxy: undefined });
    expect(access).toEqual({ cookie: expected, userAgent: 'An agent', proxyNumber: undefined });
  });

  it('is kept with each answer, however many come at once and whatever the session has by then', async () => {
    const test = await startClient({ sandbox: { switches: { 'play-links': 'wrong-region' } } });
    const answers = await Promise.all(postIds.map((id) => test.client.post(id)));
    const videos = answers.filter(({ value }) => value.kind === 'video');
    expect(videos.length).toBeGreaterThan(5);
    for (const { meta } of videos)
      expect(meta.linkAccess?.cookie).toMatch(/^tt_chain_token=\S+==$/);
    for (const { value, meta } of videos) {
      expect(JSON.parse(JSON.stringify(meta.linkAccess))).toEqual(meta.linkAccess);
      const { bytes } = await read(await test.media.file(value.id, video));
      expect(bytes.equals(bytesOf(test.sandbox, value.id, video))).toBe(true);
    }
    expect(test.sandbox.counters.count('video-page')).toBe(postIds.length);
    await test.close();
  });

  it.each(['page', 'phone-page', 'embed', 'player', 'signed-api'] as const)(
    'is known of posts by %s, too',
    async (source) => {
      const test = await startClient({ sandbox: { switches: { 'play-links': 'wrong-region' } } });
      const { faults } = test.sandbox;
      const rank = ['page', 'phone-page', 'embed', 'player', 'signed-api'].indexOf(source);
      if (rank >= 1)
        faults.add({ route: 'video-page', fault: 'captcha-page', times: rank === 1 ? 2 : 99 });
      if (rank >= 3) faults.add({ route: 'embed-post', fault: 'captcha-page' });
      if (rank >= 4) faults.add({ route: 'player-items', fault: 'captcha-page' });
      const { value, meta } = await test.client.post(smallPostId);
      expect(meta.source).toBe(source);
      expect(value.id).toBe(smallPostId);
      const { bytes, contentType } = await read(await test.media.file(smallPostId, video));
      expect(contentType).toBe('video/mp4');
      expect(bytes.toString('latin1', 4, 8)).toBe('ftyp');
      await test.close();
    },
  );

  it('goes through the proxy that the link was found through', async () => {
    const test = await startClient();
    const proxies = [await startProxy(), await startProxy()];
    const proxyUrls = proxies.map(({ address }) => `http://${address}`);
    const { client, media, close } = clientOn(test.sandbox, {
      client: { sessions: { proxyUrls } },
    });
    const { meta } = await client.post(smallPostId);
    const used = meta.linkAccess?.proxyNumber ?? 0;
    const before = proxies.map(({ tunnelCount }) => tunnelCount());
    const { bytes } = await read(await media.file(smallPostId, video));
    expect(bytes.equals(bytesOf(test.sandbox, smallPostId, video))).toBe(true);
    expect(JSON.stringify(meta)).not.toContain('127.0.0.1');
    const added = proxies.map(({ tunnelCount }, n) => tunnelCount() - (before[n] ?? 0));
    expect(added[used - 1]).toBe(1);
    expect(added[2 - used]).toBe(0);
    await close();
    for (const proxy of proxies) proxy.close();
    await test.close();
  });

  it('is in no answer of ours', async () => {
    const api = await startApi();
    const paths = [
      `/api/tiktok/downloader?url=${smallPostId}&detail=full`,
      `/api/tiktok/downloader?url=${smallPostId}&links=upstream`,
      '/health/upstream',
    ];
    for (const path of paths) {
      const { headers, body } = await request(api.url + path);
      const said = JSON.stringify(headers) + (await body.text());
      expect(said).not.toMatch(/tt_chain_token=[^&"\\]*==/);
    }
    await api.close();
  });
});

async function startProxy() {
  const sockets = new Set<Socket>();
  const server = createServer();
  let tunnels = 0;
  server.on('connection', (socket) => sockets.add(socket));
  server.on('connect', ({ url = '' }, client: Socket) => {
    tunnels += 1;
    const [host, port] = url.split(':');
    const onward = connect(Number(port), host, () => {
      client.write('HTTP/1.1 200 Connected\r\n\r\n');
      onward.pipe(client).pipe(onward);
    });
    for (const socket of [client, onward]) socket.on('error', () => client.destroy());
    sockets.add(onward);
  });
  const address = `127.0.0.1:${await listen(server)}`;
  const close = () => {
    server.close();
    for (const socket of sockets) socket.destroy();
  };
  return { address, tunnelCount: () => tunnels, close };
}
