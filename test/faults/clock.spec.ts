import { once } from 'node:events';
import { join } from 'node:path';
import { request } from 'undici';
import type { Sandbox } from '../../src/sandbox';
import { startSandbox } from '../../src/sandbox';
import { DocumentedAnswers } from '../generated/documented-answer';
import { fixedNowMs, startApi } from '../support/api';
import { eventually } from '../support/redis';
import { ask } from './replies';
import type { Route } from './routes';
import { documentedRoutes } from './routes';
import { ServerProcess } from './server-process';

const hourMs = 3_600_000;
const dayMs = 24 * hourMs;
const jumps = [hourMs, dayMs, 400 * dayMs, -hourMs, -dayMs, -400 * dayMs];
const info = '/api/user/gabrielymayra/info';

describe('a clock that jumps', () => {
  let sandbox: Sandbox;
  let server: ServerProcess;
  let routes: readonly Route[];
  let documented: DocumentedAnswers;
  /** Links end with the clock, as they should, so each jump has one of its own. */
  let routesNow: () => Promise<readonly Route[]>;

  beforeAll(() => ServerProcess.build(), 240_000);

  beforeEach(async () => {
    sandbox = await startSandbox({ nowMs: fixedNowMs });
    const api = await startApi({ on: sandbox });
    const known = await documentedRoutes(api);
    await api.close();
    documented = new DocumentedAnswers(known.document);
    routes = known.routes;
    server = await ServerProcess.start(sandbox, {
      nodeOptions: ['--require', join(__dirname, 'shifted-clock.js')],
      stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    });
    routesNow = async () => {
      const path = await mediaPathOf(server.url);
      return routes.map((route) => (route.name.includes('/media/') ? { ...route, path } : route));
    };
  });

  afterEach(async () => {
    await server.kill();
    await sandbox.stop();
  });

  const jump = async (shiftMs: number): Promise<void> => {
    const isDone = once(server.child, 'message');
    server.child.send({ shiftMs });
    await isDone;
  };

  const call = async (path: string) => {
    const { statusCode, headers, body } = await request(server.url + path);
    return { status: statusCode, headers, text: await body.text() };
  };

  const problems = async (): Promise<string[]> => {
    const found: string[] = [];
    for (const route of await routesNow()) {
      const answer = await ask(server.url, route);
      if (answer.status !== 200) found.push(`${route.name}: ${answer.status} ${answer.text}`);
      for (const problem of documented.problems(route.operation, answer))
        found.push(`${route.name}: ${problem}`);
    }
    return found;
  };

  it.each(jumps)('by %d ms and back leaves every route as right as before', async (shiftMs) => {
    expect(await problems()).toEqual([]);
    await jump(shiftMs);
    expect(await problems()).toEqual([]);
    await jump(0);
    expect(await problems()).toEqual([]);
    expect(server.isRunning).toBe(true);
  });

  it('keeps no answer longer than it would live', async () => {
    await jump(dayMs);
    await call(info);
    const isHit = async () => String((await call(info)).headers['cache-status']).includes('; hit');
    expect(await isHit()).toBe(true);
    await jump(0);
    expect(await isHit()).toBe(false);
    expect(await isHit()).toBe(true);
  });

  it.each([dayMs, -dayMs])('by %d ms ends no question under way', async (shiftMs) => {
    sandbox.faults.add({ route: 'user-page', fault: 'slow-body', times: 1, stallMs: 1_500 });
    const underWay = call(info);
    await eventually(() => expect(sandbox.counters.count('user-page')).toBe(1));
    await jump(shiftMs);
    const { status, headers } = await underWay;
    expect([status, headers['x-tiktok-source']]).toEqual([200, 'sandbox:page']);
  });
});

async function mediaPathOf(url: string): Promise<string> {
  const { body } = await request(`${url}/api/tiktok/downloader?url=6943996796519681281`);
  const { data } = (await body.json()) as { data: { media: { no_watermark: string } } };
  return new URL(data.media.no_watermark).pathname;
}
