import { setTimeout as sleep } from 'node:timers/promises';
import type { TestApi } from '../support/api';
import { startApi } from '../support/api';
import { RawConnection } from './raw-connection';

const head = 'POST /api/user/videos HTTP/1.1\r\nhost: a\r\ncontent-type: application/json\r\n';

/** How much of a request comes before its sender falls silent. */
const unfinished: Readonly<Record<string, string>> = {
  'half of its first line': 'GET /health/li',
  'half of its headers': 'GET /health/live HTTP/1.1\r\nhost: a\r\nx-slow: ',
  'headers and no body': `${head}content-length: 20\r\n\r\n`,
  'half of its body': `${head}content-length: 20\r\n\r\n{"user_id":`,
  'half of a chunk': `${head}transfer-encoding: chunked\r\n\r\n14\r\n{"user_id":`,
};

describe('a request that comes in slowly', () => {
  let api: TestApi;

  beforeAll(async () => {
    api = await startApi({
      environment: { REQUEST_HEADERS_TIMEOUT_MS: '200', REQUEST_TIMEOUT_MS: '400' },
    });
  });

  afterAll(() => api.close());

  it.each(Object.entries(unfinished))(
    'is answered 408 after %s, and its connection closed',
    async (_, bytes) => {
      const connection = await RawConnection.to(api.url);
      connection.send(bytes);
      const { status, headers, body } = await connection.answer();
      expect([status, headers['content-type'], headers.connection]).toEqual([
        408,
        'application/problem+json',
        'close',
      ]);
      expect(JSON.parse(body)).toMatchObject({ status: 408, code: 'request.timeout' });
      await connection.closed;
    },
  );

  it.each([
    ['headers', 'GET /health/live HTTP/1.1\r\nhost: a\r\n', () => 'x-slow: a\r\n'],
    ['bytes of its body', `${head}content-length: 60000\r\n\r\n`, () => ' '],
  ])('is answered 408 also when %s come without end', async (_, start, drip) => {
    const connection = await RawConnection.to(api.url);
    connection.send(start);
    while (!connection.text) {
      connection.send(drip());
      await sleep(25);
    }
    expect((await connection.answer()).status).toBe(408);
    await connection.closed;
  });

  it('holds up nobody else', async () => {
    const slow = await Promise.all(
      Object.values(unfinished).map(async (bytes) => {
        const connection = await RawConnection.to(api.url);
        connection.send(bytes);
        return connection;
      }),
    );
    expect((await api.call('/api/trending_videos')).status).toBe(200);
    await Promise.all(slow.map(({ closed }) => closed));
  });
});
