import { RawServer } from './raw-server';

const host = 'host: a\r\n';
const get = (path: string, id: number): string =>
  `GET ${path} HTTP/1.1\r\n${host}x-request-id: ${id}\r\n\r\n`;

/** Cheap and costly ones, good and bad ones, with an answer of many chunks among them. */
const paths = [
  '/api/user/zachking/videos?count=60',
  '/health/live',
  '/api/trending_videos?count=0',
  '/apis/tt/keyword/full-search?name=tesla&period=180&token=x',
  '/api/nothing',
  '/metrics',
];

describe('several requests in one go', () => {
  let server: RawServer;

  beforeAll(async () => {
    server = await RawServer.start();
  });

  afterAll(() => server.stop());

  afterEach(async () => {
    expect(await server.serves()).toBe(true);
    await server.holdsNothing();
  });

  it('are answered in their order', async () => {
    const requests = Array.from({ length: 30 }, (_, id) =>
      get(paths[id % paths.length] ?? '/', id),
    );
    const answers = await server.exchange(requests.join(''), requests.length);
    expect(answers.map(({ headers }) => headers['x-request-id'])).toEqual(
      requests.map((_, id) => String(id)),
    );
    expect(answers.slice(0, 5).map(({ status }) => status)).toEqual([200, 200, 400, 200, 404]);
  });

  it.each(paths.slice(0, 4))('%s is answered whole when garbage follows it', async (path) => {
    const expected = await server.exchange(get(path, 1));
    const answers = await server.exchange(`${get(path, 2)}GARBAGE\r\n\r\n`, 2);
    expect(answers.map(({ status }) => status)).toEqual([expected[0]?.status, 400]);
    expect(answers[0]?.body.length).toBe(expected[0]?.body.length);
  });

  it('a second request that is too slow does not cut the answer of the first', async () => {
    const answers = await server.exchange(`${get('/api/user/zachking/videos', 1)}GET /heal`, 1);
    expect(answers.map(({ status }) => status)).toEqual([200]);
  });

  it('are given up when their caller is gone', async () => {
    const connection = await server.connect();
    connection.send(paths.map(get).join(''));
    connection.end();
    await connection.closed;
  });

  it('are answered when the caller has said that nothing more comes', async () => {
    const connection = await server.connect({ allowHalfOpen: true });
    connection.send(get('/api/user/zachking/videos', 1));
    connection.socket.end(get('/health/live', 2));
    const answers = await connection.answers(2);
    expect(answers.map(({ status }) => status)).toEqual([200, 200]);
    await connection.closed;
  });

  it('a caller who ends in the middle of a request is let go', async () => {
    for (const part of ['', 'GET /he', `GET / HTTP/1.1\r\n${host}`]) {
      const connection = await server.connect({ allowHalfOpen: true });
      connection.socket.end(part);
      await connection.closed;
    }
  });
});
