import type { ChildProcess } from 'node:child_process';
import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { request } from 'undici';
import { eventually } from '../support/redis';

const root = join(__dirname, '../..');

/** The built server on its sandbox; gone when the test is. */
function launch(environment: Record<string, string>): {
  child: ChildProcess;
  output: () => string;
} {
  const child = spawn(process.execPath, ['dist/src/main', '--port', '0', '--upstream', 'sandbox'], {
    cwd: root,
    env: { PATH: process.env.PATH, LOG_LEVEL: 'warn', ...environment },
  });
  let output = '';
  child.stdout.on('data', (chunk: Buffer) => (output += chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => (output += chunk.toString()));
  return { child, output: () => output };
}

async function urlOf(output: () => string): Promise<string> {
  let url = '';
  await eventually(() => {
    url = /Swagger UI {2}(\S+)\/docs/.exec(output())?.[1] ?? '';
    expect(url).not.toBe('');
  });
  return url;
}

async function jsonOf(address: string): Promise<{ status: number; body: Record<string, unknown> }> {
  const { statusCode, body } = await request(address);
  return { status: statusCode, body: (await body.json()) as Record<string, unknown> };
}

describe('the end of the started program', () => {
  beforeAll(() => {
    execFileSync(process.execPath, ['scripts/build-if-stale.js'], { cwd: root });
  }, 240_000);

  it('is announced by readiness, finishes what is under way, and is a 0', async () => {
    const { child, output } = launch({
      SHUTDOWN_DELAY_SECONDS: '3',
      SHUTDOWN_GRACE_SECONDS: '60',
      SANDBOX_FAULTS: '*:slow-body:stallMs=5000',
    });
    const exit = once(child, 'exit');
    const url = await urlOf(output);
    expect((await jsonOf(`${url}/health/ready`)).status).toBe(200);
    const underWay = jsonOf(`${url}/api/user/luna_the_pantera/info`);
    await eventually(async () =>
      expect((await jsonOf(`${url}/health/upstream`)).body.underWay).toBe(1),
    );
    child.kill('SIGTERM');
    await eventually(async () => {
      const { status, body } = await jsonOf(`${url}/health/ready`);
      expect([status, body.code]).toEqual([503, 'server.stopping']);
    });
    expect((await jsonOf(`${url}/health/live`)).status).toBe(200);
    expect((await underWay).status).toBe(200);
    expect(await exit).toEqual([0, null]);
  });

  it('comes at once with a second signal', async () => {
    const { child, output } = launch({ SHUTDOWN_DELAY_SECONDS: '600' });
    const exit = once(child, 'exit');
    const url = await urlOf(output);
    child.kill('SIGTERM');
    await eventually(async () => expect((await jsonOf(`${url}/health/ready`)).status).toBe(503));
    child.kill('SIGTERM');
    expect(await exit).toEqual([null, 'SIGTERM']);
  });

  it('comes before the start where others could call and nothing says who may', async () => {
    const { child, output } = launch({ HOST: '0.0.0.0', PORT: 'x', CORS_ORIGINS: 'nowhere' });
    expect(await once(child, 'exit')).toEqual([1, null]);
    expect(output()).toMatch(/^Wrong configuration:\n/);
    for (const name of ['HOST=0.0.0.0', 'CORS_ORIGINS=nowhere', 'ALLOW_ANONYMOUS', 'API_TOKENS'])
      expect(output()).toContain(name);
    expect(output()).not.toContain('Swagger UI');
  });
});
