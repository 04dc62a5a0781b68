import type { ChildProcess } from 'node:child_process';
import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { connect } from 'node:net';
import { join } from 'node:path';
import { request } from 'undici';

const root = join(__dirname, '../..');

interface Server {
  readonly child: ChildProcess;
  readonly url: string;
  readonly output: () => string;
}

/** Starts what `npm run start:sandbox` starts, without npm between us and the process. */
async function start(
  ...[option, upstream, environment = {}]: [string, string, Record<string, string>?]
): Promise<Server> {
  const child = spawn(process.execPath, ['dist/src/main', '--port', '0', option, upstream], {
    cwd: root,
    env: { ...process.env, LOG_LEVEL: 'warn', TIKTOK_BASE_URL: '', ...environment },
  });
  let output = '';
  child.stdout.on('data', (chunk: Buffer) => (output += chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => (output += chunk.toString()));
  while (!/Swagger UI {2}(\S+)\/docs/.test(output)) {
    if (child.exitCode !== null) throw new Error(`ended before it listened: ${output}`);
    await Promise.race([once(child.stdout, 'data'), once(child, 'exit')]);
  }
  const url = /Swagger UI {2}(\S+)\/docs/.exec(output)?.[1] ?? '';
  return { child, url, output: () => output };
}

describe('the started program', () => {
  beforeAll(() => {
    execFileSync(process.execPath, ['scripts/build-if-stale.js'], { cwd: root });
  }, 120_000);

  it('serves the sandbox, says that its data are invented, and ends with 0 on SIGTERM', async () => {
    const { child, url, output } = await start('--upstream', 'sandbox');
    try {
      const { statusCode, headers, body } = await request(`${url}/api/trending_videos`);
      expect(statusCode).toBe(200);
      expect(headers['x-tiktok-source']).toBe('sandbox:web-api');
      expect(Object.keys((await body.json()) as object)).toHaveLength(10);
      expect(output()).toContain('ALL DATA ARE INVENTED');
    } finally {
      child.kill('SIGTERM');
    }
    const [code] = (await once(child, 'exit')) as [number | null];
    expect(code).toBe(0);
  }, 30_000);

  it('ends within its grace though a client holds a connection and TikTok stalls', async () => {
    const { child, url } = await start('--upstream', 'sandbox', {
      SANDBOX_FAULTS: '*:slow-body:stallMs=60000',
    });
    const { hostname, port } = new URL(url);
    const idle = connect(Number(port), hostname);
    idle.on('error', () => undefined);
    const waiting = request(`${url}/api/user/someone/info`).catch(() => undefined);
    await once(idle, 'connect');
    child.kill('SIGTERM');
    const [code] = (await once(child, 'exit')) as [number | null];
    expect(code).toBe(0);
    await waiting;
  }, 30_000);

  it('ends with 1 when its port is taken', async () => {
    const first = await start('--upstream', 'sandbox');
    const { port } = new URL(first.url);
    const second = spawn(
      process.execPath,
      ['dist/src/main', '--upstream', 'sandbox', '--port', port],
      {
        cwd: root,
        env: { ...process.env, LOG_LEVEL: 'silent' },
      },
    );
    const [code] = (await once(second, 'exit')) as [number | null];
    expect(code).toBe(1);
    first.child.kill('SIGTERM');
    await once(first.child, 'exit');
  }, 30_000);

  it.each([
    ['TIKTOK_COOKIE_FILE', '/nowhere/cookies.txt', 'TIKTOK_COOKIE_FILE'],
    ['SANDBOX_FAULTS', 'nonsense', 'SANDBOX_FAULTS'],
    ['TIKTOK_SIGNER_URL', 'ftp://user:secret@host', 'TIKTOK_SIGNER_URL=ftp://(hidden)@host'],
  ])(
    'names %s when it is wrong, without its secrets',
    async (name, value, expected) => {
      const child = spawn(
        process.execPath,
        ['dist/src/main', '--upstream', 'sandbox', '--port', '0'],
        {
          cwd: root,
          env: { ...process.env, LOG_LEVEL: 'silent', [name]: value },
        },
      );
      let output = '';
      child.stderr.on('data', (chunk: Buffer) => (output += chunk.toString()));
      const [code] = (await once(child, 'exit')) as [number | null];
      expect(code).toBe(1);
      expect(output).toMatch(/^Wrong configuration:/);
      expect(output).toContain(expected);
      expect(output).not.toContain('secret');
    },
    30_000,
  );

  it('names every wrong variable and opens no port', async () => {
    const child = spawn(process.execPath, ['dist/src/main'], {
      cwd: root,
      env: { ...process.env, PORT: 'http', UPSTREAM: 'tictoc' },
    });
    let output = '';
    child.stderr.on('data', (chunk: Buffer) => (output += chunk.toString()));
    const [code] = (await once(child, 'exit')) as [number | null];
    expect(code).toBe(1);
    expect(output).toMatch(/^Wrong configuration:\n {2}- PORT=.*\n {2}- UPSTREAM=.*\n$/);
  }, 30_000);
});
