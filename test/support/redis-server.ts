import type { ChildProcess } from 'node:child_process';
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { createClient } from '@redis/client';

/** Whether there is a redis-server on this machine. */
export function isRedisInstalled(): boolean {
  return spawnSync('redis-server', ['--version']).status === 0;
}

/** A redis-server of the test's own, which it may freeze, kill and start again on the same port. */
export class TestRedis {
  private server: ChildProcess | undefined;

  private constructor(readonly port: number) {}

  /** A port where nothing listens yet. */
  static async absent(): Promise<TestRedis> {
    const probe = createServer().listen(0, '127.0.0.1');
    await once(probe, 'listening');
    const address = probe.address();
    await new Promise((resolve) => probe.close(resolve));
    if (typeof address !== 'object' || address === null) throw new Error('There is no free port');
    return new TestRedis(address.port);
  }

  static async start(): Promise<TestRedis> {
    const redis = await TestRedis.absent();
    await redis.start();
    return redis;
  }

  get url(): string {
    return `redis://127.0.0.1:${this.port}`;
  }

  /** Resolves when it answers. It keeps nothing on disk. */
  async start(): Promise<void> {
    const options = ['--port', String(this.port), '--bind', '127.0.0.1', '--save', ''];
    this.server = spawn('redis-server', [...options, '--appendonly', 'no'], { stdio: 'ignore' });
    await this.ask(['PING']);
  }

  freeze(): void {
    this.server?.kill('SIGSTOP');
  }

  thaw(): void {
    this.server?.kill('SIGCONT');
  }

  async kill(): Promise<void> {
    const { server } = this;
    this.server = undefined;
    if (!server || server.exitCode !== null || server.signalCode !== null) return;
    const hasEnded = once(server, 'exit');
    server.kill('SIGKILL');
    await hasEnded;
  }

  /** What one command gives, over a connection of its own; a server that is just starting is waited for. */
  async ask(command: readonly (string | Buffer)[]): Promise<unknown> {
    const client = createClient({
      url: this.url,
      socket: { reconnectStrategy: (retries) => (retries < 200 ? 25 : false) },
    });
    client.on('error', () => undefined);
    await client.connect();
    try {
      return await client.sendCommand([...command]);
    } finally {
      client.destroy();
    }
  }
}
