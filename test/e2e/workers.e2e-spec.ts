import type { ChildProcess } from 'node:child_process';
import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Agent, request } from 'undici';
import { eventually } from '../support/redis';

const root = join(__dirname, '../..');

/** The built program with several processes on one port. */
class Server {
  output = '';
  private readonly child: ChildProcess;

  constructor(environment: Record<string, string>) {
    this.child = spawn(process.execPath, ['dist/src/main', '--upstream', 'sandbox'], {
      cwd: root,
      env: { ...process.env, LOG_LEVEL: 'warn', PORT: '0', WEB_CONCURRENCY: '2', ...environment },
    });
    for (const stream of [this.child.stdout, this.child.stderr])
      stream?.on('data', (chunk: Buffer) => (this.output += chunk.toString()));
  }

  async url(): Promise<string> {
    await eventually(() => expect(this.output).toContain('Swagger UI'));
    return /Swagger UI {2}(\S+)\/docs/.exec(this.output)?.[1] ?? '';
  }

  workers(): number[] {
    const { pid } = this.child;
    return readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8')
      .split(' ')
      .filter(Boolean)
      .map(Number);
  }

  async end(signal?: NodeJS.Signals): Promise<number | null> {
    if (this.child.exitCode !== null) return this.child.exitCode;
    const hasEnded = once(this.child, 'exit');
    if (signal) this.child.kill(signal);
    const [code] = (await hasEnded) as [number | null];
    return code;
  }
}

/** Every answer over a connection of its own, which any of the processes may take. */
async function get(url: string): Promise<{ status: number; body: Buffer }> {
  const dispatcher = new Agent();
  try {
    const { statusCode, body } = await request(url, { dispatcher });
    return { status: statusCode, body: Buffer.from(await body.arrayBuffer()) };
  } finally {
    await dispatcher.close();
  }
}

const describeOnLinux = process.platform === 'linux' ? describe : describe.skip;

describeOnLinux('several processes on one port', () => {
  beforeAll(() => {
    execFileSync(process.execPath, ['scripts/build-if-stale.js'], { cwd: root });
  }, 120_000);

  it('share a sandbox and a link secret, replace one that dies, and end together', async () => {
    const server = new Server({});
    try {
      const url = await server.url();
      await eventually(() => expect(server.workers()).toHaveLength(2));
      const links = JSON.parse(
        (await get(`${url}/api/user/gabrielymayra/videos?count=9`)).body.toString(),
      ) as Record<string, string>;
      const link = Object.values(links).find((each) => each.includes('.video.')) ?? '';
      for (let round = 0; round < 6; round += 1) expect((await get(link)).status).toBe(200);

      const [victim = 0] = server.workers();
      process.kill(victim, 'SIGKILL');
      await eventually(() => {
        expect(server.workers()).toHaveLength(2);
        expect(server.workers()).not.toContain(victim);
      });
      expect(server.output).toContain(`Process ${victim} has ended (SIGKILL)`);
      expect((await get(`${url}/health/live`)).status).toBe(200);
    } finally {
      expect(await server.end('SIGTERM')).toBe(0);
    }
    expect(server.output).toContain('Without REDIS_URL');
  });

  it('end with 1 where none of them can listen', async () => {
    const first = new Server({});
    const { port } = new URL(await first.url());
    const second = new Server({ PORT: port });
    expect(await second.end()).toBe(1);
    expect(second.output).toContain('EADDRINUSE');
    expect(await first.end('SIGINT')).toBe(0);
  });
});
