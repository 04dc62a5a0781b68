import { once } from 'node:events';
import { join } from 'node:path';
import { request } from 'undici';
import type { Sandbox } from '../../src/sandbox';
import { startSandbox } from '../../src/sandbox';
import { fixedNowMs } from '../support/api';
import { ServerProcess } from './server-process';

const minuteMs = 60_000;
const dayMs = 24 * 60 * minuteMs;

/** What ends by the clock, or is counted by it. */
describe('limits under a clock that jumps', () => {
  let sandbox: Sandbox;
  let server: ServerProcess;

  beforeAll(() => ServerProcess.build(), 240_000);

  beforeEach(async () => {
    sandbox = await startSandbox({ nowMs: fixedNowMs });
  });

  afterEach(async () => {
    await server.kill();
    await sandbox.stop();
  });

  const start = async (environment: Record<string, string> = {}): Promise<void> => {
    server = await ServerProcess.start(sandbox, {
      environment,
      nodeOptions: ['--require', join(__dirname, 'shifted-clock.js')],
      stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    });
  };

  const jump = async (shiftMs: number): Promise<void> => {
    const isDone = once(server.child, 'message');
    server.child.send({ shiftMs });
    await isDone;
  };

  it.each([minuteMs, 400 * dayMs, -minuteMs, -400 * dayMs])(
    'of requests a minute: by %d ms and back keeps nobody out for longer than a minute',
    async (shiftMs) => {
      await start({ RATE_LIMIT_PER_MINUTE: '3' });
      const path = '/api/user/gabrielymayra/info';
      /** Until too many; a minute of the clock may end meanwhile, so it is not after three for sure. */
      const useUp = async (): Promise<number> => {
        for (let count = 1; count < 10; count += 1) {
          const { statusCode, headers, body } = await request(server.url + path);
          await body.dump();
          if (statusCode === 200) continue;
          expect([statusCode, count > 3]).toEqual([429, true]);
          return Number(headers['retry-after']);
        }
        throw new Error('Nobody is ever refused');
      };
      for (const shift of [0, shiftMs, 0]) {
        await jump(shift);
        const seconds = await useUp();
        expect(seconds).toBeGreaterThan(0);
        expect(seconds).toBeLessThanOrEqual(60);
      }
    },
  );

  it('of units a day: each day has its own, and keeps what was used of it', async () => {
    await start({ API_TOKENS: 'one', API_DAILY_UNITS: '1' });
    const asked = (): Promise<number> =>
      server.statusOf('/apis/tt/user/info?username=gabrielymayra&token=one');
    // Far from midnight, wherever this runs.
    const noonMs = 12 * 60 * minuteMs - (Date.now() % dayMs);
    await jump(noonMs);
    expect([await asked(), await asked()]).toEqual([200, 495]);
    await jump(noonMs + dayMs);
    expect([await asked(), await asked()]).toEqual([200, 495]);
    await jump(noonMs - 400 * dayMs);
    expect([await asked(), await asked()]).toEqual([200, 495]);
    await jump(noonMs);
    expect(await asked()).toBe(495);
  });

  it('of links: they end when their time is over, and are good again where the clock is set right', async () => {
    await start();
    const linkNow = async (): Promise<string> => {
      const { body } = await request(`${server.url}/api/tiktok/downloader?url=6943996796519681281`);
      const { data } = (await body.json()) as { data: { media: { no_watermark: string } } };
      return new URL(data.media.no_watermark).pathname;
    };
    const link = await linkNow();
    expect(await server.statusOf(link)).toBe(200);
    await jump(400 * dayMs);
    expect(await server.statusOf(link)).toBe(410);
    const later = await linkNow();
    expect(await server.statusOf(later)).toBe(200);
    await jump(-400 * dayMs);
    expect([await server.statusOf(link), await server.statusOf(later)]).toEqual([200, 200]);
    await jump(0);
    expect([await server.statusOf(link), await server.statusOf(later)]).toEqual([200, 200]);
  });
});
