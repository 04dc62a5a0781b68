import { openSync } from 'node:fs';
import type { Sandbox } from '../../src/sandbox';
import { startSandbox } from '../../src/sandbox';
import { fixedNowMs } from '../support/api';
import { eventually } from '../support/redis';
import { ask } from './replies';
import type { Route } from './routes';
import { routesOn } from './routes';
import type { ServerProcessOptions } from './server-process';
import { ServerProcess } from './server-process';

describe('a disk that takes nothing', () => {
  let sandbox: Sandbox;
  let routes: readonly Route[];
  let server: ServerProcess | undefined;

  beforeAll(async () => {
    ServerProcess.build();
    sandbox = await startSandbox({ nowMs: fixedNowMs });
    routes = await routesOn(sandbox);
  }, 240_000);

  afterEach(() => server?.kill());
  afterAll(() => sandbox.stop());

  const start = async (options: ServerProcessOptions): Promise<ServerProcess> => {
    server = await ServerProcess.start(sandbox, options);
    return server;
  };

  const refused = async ({ url }: ServerProcess): Promise<string[]> => {
    const answers = await Promise.all(
      routes.map(async (route) => ({ route, answer: await ask(url, route) })),
    );
    return answers.flatMap(({ route, answer }) =>
      answer.status === 200 ? [] : [`${route.name}: ${answer.status} ${answer.text.slice(0, 200)}`],
    );
  };

  it('is not missed: nothing is ever written to it', async () => {
    // Without a permission to write, Node throws wherever a file is opened for it.
    const nodeOptions = ['--experimental-permission', '--allow-fs-read=*'];
    const running = await start({ nodeOptions, cwd: '/' });
    expect(await refused(running)).toEqual([]);
    expect(running.isRunning).toBe(true);
    running.child.kill('SIGTERM');
    expect(await running.ended()).toEqual([0, null]);
  });

  it('or a full one behind standard output and standard error ends nothing', async () => {
    const full = openSync('/dev/full', 'w');
    const environment = { LOG_LEVEL: 'trace' };
    const running = await start({ stdio: ['ignore', full, full], environment });
    expect(await refused(running)).toEqual([]);
    sandbox.faults.add({ route: '*', fault: 'captcha-page' });
    await running.statusOf('/api/user/some.body/info');
    sandbox.faults.clear();
    expect(await refused(running)).toEqual([]);
    expect(running.isRunning).toBe(true);
    running.child.kill('SIGTERM');
    expect(await running.ended()).toEqual([0, null]);
  });

  it('and nobody who reads the log any more end nothing either', async () => {
    const environment = { LOG_LEVEL: 'trace' };
    const running = await start({ stdio: ['ignore', 'pipe', 'pipe'], environment });
    running.child.stdout?.destroy();
    running.child.stderr?.destroy();
    expect(await refused(running)).toEqual([]);
    expect(await refused(running)).toEqual([]);
    await eventually(async () => expect(await running.statusOf('/health/live')).toBe(200));
    expect(running.isRunning).toBe(true);
    running.child.kill('SIGTERM');
    expect(await running.ended()).toEqual([0, null]);
  });
});
