import { once } from 'node:events';
import type { Server, Socket } from 'node:net';
import type { RawConnection } from './raw-connection';
import { RawServer } from './raw-server';

const mebibyte = 2 ** 20;
const bodyBytes = 100 * mebibyte;
const piece = Buffer.alloc(64 * 1024, ' ');

/** What lies in the buffers of two sockets and the network between, of which nobody reads anything. */
const onTheWayBytes = 16 * mebibyte;

const length = `content-length: ${bodyBytes}\r\n\r\n`;
const chunked = 'transfer-encoding: chunked\r\n\r\n';
const head = (line: string): string =>
  `${line} HTTP/1.1\r\nhost: a\r\ncontent-type: application/json\r\n`;
const search = '/apis/tt/user/info?username=zachking&token=x';

describe('a body of 100 MB', () => {
  let server: RawServer;
  let taken: () => number;

  beforeAll(async () => {
    server = await RawServer.start();
    const sockets: Socket[] = [];
    const http = server.api.app.getHttpServer() as Server;
    http.on('connection', (socket: Socket) => sockets.push(socket));
    taken = () => sockets.reduce((sum, { bytesRead }) => sum + bytesRead, 0);
  });

  afterAll(() => server.stop());

  afterEach(async () => {
    expect(await server.serves()).toBe(true);
    await server.holdsNothing();
  });

  /** Sends for as long as the server takes it. */
  async function pour(connection: RawConnection, isChunked: boolean): Promise<void> {
    for (let sent = 0; sent < bodyBytes && !connection.isClosed; sent += piece.length) {
      if (isChunked) connection.socket.write(`${piece.length.toString(16)}\r\n`);
      const isFull = !connection.socket.write(isChunked ? Buffer.concat([piece, crlf]) : piece);
      if (isFull) await Promise.race([drained(connection), connection.closed]);
    }
  }

  const crlf = Buffer.from('\r\n');

  /** A connection that breaks meanwhile is closed, which says it as well. */
  const drained = ({ socket, closed }: RawConnection): Promise<unknown> =>
    once(socket, 'drain').catch(() => closed);

  it.each([
    ['of known length to a route with a body', head('POST /api/user/videos') + length, 413],
    ['in chunks to a route with a body', head('POST /api/user/videos') + chunked, 413],
    ['of known length to a route without', head('GET /health/live') + length, 200],
    ['in chunks to a route without', head('GET /health/live') + chunked, 200],
    ['of known length under /apis', head(`GET ${search}`) + length, 200],
    ['of known length to no route', head('POST /nothing') + length, 413],
    ['in chunks to no route', head('POST /nothing') + chunked, 413],
    ['to a method that is not allowed', head(`POST ${search}`) + length, 405],
    ['announced first', `${head('POST /api/user/videos')}expect: 100-continue\r\n${length}`, 413],
  ])('%s is answered early and not taken', async (_, bytes, status) => {
    const before = taken();
    const connection = await server.connect();
    connection.send(bytes);
    await pour(connection, bytes.includes('chunked'));
    await connection.closed;
    const statuses = (await connection.answers(2)).map((answer) => answer.status);
    expect(statuses.filter((one) => one !== 100)).toEqual([status]);
    expect(taken() - before).toBeLessThan(onTheWayBytes);
  });
});
