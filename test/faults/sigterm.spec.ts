import { setTimeout as sleep } from 'node:timers/promises';
import { request } from 'undici';
import type { Sandbox } from '../../src/sandbox';
import { startSandbox } from '../../src/sandbox';
import { fixedNowMs } from '../support/api';
import type { Route } from './routes';
import { routesOn } from './routes';
import { ServerProcess } from './server-process';

/** How one request ended: with a whole answer, before there was one, or in the middle of one. */
type Ending = number | 'no answer' | 'cut off';

const callers = 16;

async function endingOf(url: string, { path, operation, body }: Route): Promise<Ending> {
  const headers = body === undefined ? {} : { 'content-type': 'application/json' };
  const answer = await request(url + path, {
    method: operation.method,
    headers,
    body,
    // A connection of its own: what is not accepted any more is refused, and nothing else can be.
    reset: true,
  }).catch(() => undefined);
  if (!answer) return 'no answer';
  return answer.body.arrayBuffer().then(
    () => answer.statusCode,
    () => 'cut off',
  );
}

describe('SIGTERM under load on all routes', () => {
  let sandbox: Sandbox;
  let routes: readonly Route[];
  let server: ServerProcess | undefined;

  beforeAll(async () => {
    ServerProcess.build();
    sandbox = await startSandbox({ nowMs: fixedNowMs });
    routes = await routesOn(sandbox);
  }, 240_000);

  afterAll(async () => {
    await server?.kill();
    await sandbox.stop();
  });

  it('cuts no answer off, refuses with a word, and ends with 0', async () => {
    server = await ServerProcess.start(sandbox, { environment: { CACHE_MAX_MB: '1' } });
    const { url, child } = server;
    const endings: { readonly name: string; readonly ending: Ending }[] = [];
    let isOver = false;
    const call = async (first: number): Promise<void> => {
      for (let at = first; !isOver; at += 1) {
        const route = routes[at % routes.length];
        if (!route) return;
        const ending = await endingOf(url, route);
        endings.push({ name: route.name, ending });
        isOver ||= ending === 'no answer';
      }
    };
    const load = Promise.all(
      Array.from({ length: callers }, (_, index) =>
        call(Math.floor((index * routes.length) / callers)),
      ),
    );
    while (endings.length < 4 * routes.length && !isOver) await sleep(20);
    expect(isOver).toBe(false);
    child.kill('SIGTERM');
    await load;
    expect(await server.ended()).toEqual([0, null]);
    const wrong = endings.filter(({ ending }) => ![200, 503, 'no answer'].includes(ending));
    expect(wrong).toEqual([]);
    expect(new Set(endings.map(({ name }) => name)).size).toBe(routes.length);
  }, 240_000);
});
