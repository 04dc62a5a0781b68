import type { Server } from 'node:http';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { TestApi } from '../support/api';
import { startApi } from '../support/api';
import { hostileAddresses, postId, postPath } from '../support/hostile-addresses';

const id = postId;
const path = postPath;
const www = 'https://www.tiktok.com';
const hostile = hostileAddresses;

/** What is odd and still names the post. */
const odd: readonly string[] = [
  id,
  ` ${id}\r\n`,
  `${www}${path}`,
  `HTTPS://WWW.TIKTOK.COM${path}`,
  `https://www.tiktok.com:443${path}`,
  `http://www.tiktok.com:80${path}`,
  `${www}${path}/`,
  `${www}${path}#comments`,
  `${www}/@/video/${id}`,
  `${www}/@_/video/${id}`,
  `${www}/@luna/../@other/video/${id}`,
  `${www}/./@other/video/${id}`,
  `${www}\\@other\\video\\${id}`,
  `${www}/@%D0%BA%D0%BE%D1%88%D0%BA%D0%B0/video/${id}`,
  `${www}/@other/photo/${id}`,
  `${www}/embed/v2/${id}`,
  `${www}/embed/${id}`,
  `${www}/player/v1/${id}`,
  `${www}/share/video/${id}`,
  `${www}/video/${id}`,
  `https://m.tiktok.com/v/${id}.html?u_code=1`,
  `https://www.tiktokv.com/share/video/${id}/`,
  `${www}/foryou?item_id=${id}`,
  `tiktok.com/@other/video/${id}`,
  `Look at this https://www.tiktok.com/@other/video/${id}, it is great!`,
  `see ${www}/@luna and then ${www}${path}`,
  `line\nbreak ${www}${path}\nand more`,
];

const routes = ['statistic', 'downloader', 'slides'] as const;

describe('the url of the routes about a post', () => {
  let api: TestApi;

  beforeAll(async () => {
    api = await startApi();
  });

  afterAll(() => api.close());

  it('is tried in 100 hostile ways and more', () => {
    expect(new Set(hostile).size).toBeGreaterThanOrEqual(100);
    expect(new Set(hostile).size).toBe(hostile.length);
  });

  const named = hostile.map((url) => [url.slice(0, 90), url] as const);

  it.each(named)('%j is refused before anybody is asked', async (_, url) => {
    api.sandbox.counters.reset();
    for (const route of routes) {
      const reply = await api.call(`/api/tiktok/${route}?url=${encodeURIComponent(url)}`);
      expect([reply.status, reply.headers['content-type']]).toEqual([
        400,
        'application/json; charset=utf-8',
      ]);
      expect(reply.json()).toEqual({
        author: 'TikTok data API',
        code: 400,
        docs: `${api.url}/docs`,
        server_time: expect.stringMatching(/^\d{4}-\d\d-\d\dT[\d:.]+Z$/),
        status: 'error',
        message: expect.stringMatching(/^url [a-z]/),
        error: 'request.invalid',
      });
    }
    expect(api.sandbox.counters.count()).toBe(0);
  });

  it.each([
    ['', 'url must be given'],
    ['?url=1&url=2', 'url must be given once'],
    ['?url[]=1', 'url must be given'],
    ['?URL=1', 'url must be given'],
    [`?url=${id}&uri=1`, 'uri'],
    [`?url=${id}&links=mine`, 'links'],
    [`?url=${id}&links=own&links=own`, 'links'],
  ])('%s is refused: %s', async (query, message) => {
    api.sandbox.counters.reset();
    const reply = await api.call(`/api/tiktok/statistic${query}`);
    expect([reply.status, reply.json().error]).toEqual([400, 'request.invalid']);
    expect(reply.json().message).toContain(message);
    expect(api.sandbox.counters.count()).toBe(0);
  });

  it.each(odd)('%j names the post', async (url) => {
    const reply = await api.call(`/api/tiktok/statistic?url=${encodeURIComponent(url)}`);
    expect(reply.status).toBe(200);
    expect(reply.text).toContain(`/media/v1.${id}.video.`);
  });

  it.each([
    ['profileAB12', 400, 'tiktok.invalid_address'],
    ['musicAB12', 400, 'tiktok.invalid_address'],
    ['liveAB12', 400, 'tiktok.invalid_address'],
    ['expiredAB', 404, 'tiktok.not_found'],
    ['loginAB', 404, 'tiktok.not_found'],
    ['notfoundAB', 404, 'tiktok.not_found'],
  ])('a short link like %s is answered with %i %s', async (code, status, error) => {
    const url = encodeURIComponent(`https://vm.tiktok.com/${code}/`);
    const reply = await api.call(`/api/tiktok/statistic?url=${url}`);
    expect([reply.status, reply.json().code, reply.json().error]).toEqual([status, status, error]);
    if (status === 400) expect(reply.json().message).toMatch(/^url /);
  });
});

describe('a short link that leads elsewhere', () => {
  const asked: string[] = [];
  let elsewhere: Server;
  let upstream: Server;
  let api: TestApi;
  let location = '';

  const listening = (server: Server): Promise<string> =>
    new Promise((resolve) =>
      server.listen(0, '127.0.0.1', () =>
        resolve(`http://127.0.0.1:${(server.address() as AddressInfo).port}`),
      ),
    );

  beforeAll(async () => {
    elsewhere = createServer((request, response) => {
      asked.push(String(request.url));
      response.end('gotcha');
    });
    upstream = createServer((_, response) => {
      response.writeHead(301, { location }).end();
    });
    await listening(elsewhere);
    api = await startApi({ environment: { TIKTOK_BASE_URL: await listening(upstream) } });
  });

  afterAll(async () => {
    await api.close();
    for (const server of [elsewhere, upstream]) {
      server.closeAllConnections();
      server.close();
    }
  });

  it.each([
    ['another site', (port: number) => `http://127.0.0.1:${port}/@a/video/${id}`],
    ['another site by name', (port: number) => `http://localhost:${port}/@a/video/${id}`],
    ['user info', (port: number) => `https://www.tiktok.com@127.0.0.1:${port}/@a/video/${id}`],
    ['no scheme', (port: number) => `//127.0.0.1:${port}/@a/video/${id}`],
    ['a script', () => 'javascript:alert(1)'],
    ['a file', () => 'file:///etc/passwd'],
    ['another short link', () => 'https://vm.tiktok.com/again12/'],
  ])('to %s is not followed', async (_, target) => {
    location = target((elsewhere.address() as AddressInfo).port);
    const code = `code${Buffer.from(location).toString('hex').slice(-12)}`;
    const reply = await api.call(`/api/tiktok/statistic?url=https://vm.tiktok.com/${code}/`);
    expect([reply.status, reply.json().error]).toEqual([400, 'tiktok.invalid_address']);
    expect(reply.json().message).toMatch(/^url names no post: /);
    expect(asked).toEqual([]);
  });
});
