import * as fc from 'fast-check';
import { hostileBytes } from './hostile-bytes';
import { RawServer } from './raw-server';
import { holds, runs } from './runs';

describe('bytes that no client would send', () => {
  let server: RawServer;

  beforeAll(async () => {
    server = await RawServer.start();
  });

  afterAll(() => server.stop());

  afterEach(async () => {
    expect(server.api.sandbox.counters.count()).toBe(0);
    expect(await server.serves()).toBe(true);
    await server.holdsNothing();
  });

  it.each(hostileBytes)('%s: answered once, and somebody else after it', async (...row) => {
    const [, bytes, statuses] = row;
    const [answer, ...more] = await server.exchange(bytes);
    expect(more).toEqual([]);
    expect(statuses).toContain(answer?.status);
    if (answer && answer.status >= 400)
      expect(JSON.parse(answer.body)).toMatchObject({ status: answer.status });
  });

  it('a body that hides a second request behind its first end gets no answer to it', async () => {
    for (const [name, bytes] of hostileBytes.filter(([name]) =>
      /length and|and a length/.test(name),
    )) {
      const connection = await server.connect();
      connection.send(bytes);
      await connection.closed;
      expect([name, (await connection.answers(2)).map(({ status }) => status)]).toEqual([
        name,
        [400],
      ]);
    }
  });

  it('any bytes are answered or closed', async () => {
    const bytes = fc.uint8Array({ minLength: 1, maxLength: 300 });
    await holds(
      bytes,
      async (some) => {
        const connection = await server.connect();
        connection.send(Buffer.concat([some, Buffer.from('\r\n\r\n\r\n\r\n')]));
        const [answer] = await connection.answers(1);
        expect(answer?.status ?? 400).toBe(400);
        connection.end();
      },
      10 * runs,
    );
  });
});
