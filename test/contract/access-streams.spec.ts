import { once } from 'node:events';
import { connect } from 'node:net';
import type { TestApi } from '../support/api';
import { startApi } from '../support/api';

const day = '2026-11-21';

describe('units of streamed answers', () => {
  let api: TestApi;

  beforeAll(async () => {
    api = await startApi({ accessNowMs: () => Date.parse(`${day}T12:00:00Z`) });
  });

  afterAll(() => api.close());

  const search = (token: string, name: string) =>
    `/apis/tt/hashtag/recent-posts?name=${name}&days=365&token=${token}`;

  async function used(token: string): Promise<number> {
    const reply = await api.call(`/apis/customer/get-used-units?date=${day}&token=${token}`);
    return reply.json<{ data: { tiktok?: number } }>().data.tiktok ?? 0;
  }

  async function raw(request: string): Promise<string> {
    const socket = connect(Number(new URL(api.url).port), '127.0.0.1');
    socket.setEncoding('utf8');
    let answer = '';
    socket.on('data', (text: string) => (answer += text));
    socket.write(request);
    await once(socket, 'end');
    return answer;
  }

  it('stand in the header as far as they are known, and whole in the trailer and in the books', async () => {
    const answer = await raw(
      `GET ${search('whole', 'units')} HTTP/1.1\r\nhost: x\r\nconnection: close\r\n\r\n`,
    );
    const [head = ''] = answer.split('\r\n\r\n', 1);
    expect(head).toMatch(/^units_charged: 1$/m);
    expect(head.match(/units_charged:/g)).toHaveLength(1);
    expect(head).toMatch(/^trailer: x-tiktok-completeness, units_charged_total$/m);
    const total =
      /\r\n0\r\nx-tiktok-completeness: [a-z]+\r\nunits_charged_total: (\d+)\r\n\r\n$/.exec(
        answer,
      )?.[1];
    expect(Number(total)).toBeGreaterThan(1);
    expect(await used('whole')).toBe(Number(total));
  });

  it('are booked for what was read when the caller hangs up', async () => {
    const socket = connect(Number(new URL(api.url).port), '127.0.0.1');
    socket.write(`GET ${search('hung-up', 'fyp')} HTTP/1.1\r\nhost: x\r\n\r\n`);
    await once(socket, 'data');
    socket.destroy();
    let units = 0;
    while (units === 0) units = await used('hung-up');
    expect(units).toBeGreaterThanOrEqual(1);
    expect(wholeOf('fyp')).toBeGreaterThan(10);
    expect(units).toBeLessThan(wholeOf('fyp'));
  });

  /** A unit for each ten pages of twenty posts. */
  function wholeOf(name: string): number {
    const { world } = api.sandbox;
    const hashtag = world.hashtag(name);
    if (!hashtag) throw new Error(`no hashtag ${name}`);
    return Math.ceil(world.hashtagPosts(hashtag, { from: 0, limit: 10_000 }).length / 200);
  }

  it('reach callers of HTTP/1.0 without chunks and trailers', async () => {
    const answer = await raw(`GET ${search('old', 'units')} HTTP/1.0\r\n\r\n`);
    const [head = '', body = ''] = answer.split(/\r\n\r\n(.*)/s);
    expect(head).not.toMatch(/^(trailer|transfer-encoding):/im);
    expect(JSON.parse(body)).toMatchObject({ data: { posts: expect.any(Array) } });
  });
});
