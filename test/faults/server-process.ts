import type { ChildProcess, StdioOptions } from 'node:child_process';
import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { request } from 'undici';
import type { Sandbox } from '../../src/sandbox';
import { linkSecret } from '../support/api';

const root = join(__dirname, '../..');

export interface ServerProcessOptions {
  readonly environment?: Readonly<Record<string, string>>;
  /** Options of Node itself. */
  readonly nodeOptions?: readonly string[];
  readonly stdio?: StdioOptions;
  readonly cwd?: string;
}

/** The built server in a process of its own, on a sandbox of the test's. */
export class ServerProcess {
  private constructor(
    readonly child: ChildProcess,
    readonly url: string,
    private readonly exit: Promise<unknown[]>,
  ) {}

  static build(): void {
    execFileSync(process.execPath, ['scripts/build-if-stale.js'], { cwd: root });
  }

  static async start(sandbox: Sandbox, options: ServerProcessOptions = {}): Promise<ServerProcess> {
    const { environment, nodeOptions = [], stdio = 'ignore', cwd = root } = options;
    const port = await freePort();
    const main = join(root, 'dist/src/main');
    const child = spawn(process.execPath, [...nodeOptions, main, '--port', String(port)], {
      cwd,
      stdio,
      env: {
        PATH: process.env.PATH,
        TIKTOK_BASE_URL: sandbox.origin,
        TIKTOK_SIGNER_URL: sandbox.signerUrl,
        MEDIA_LINK_SECRETS: linkSecret,
        MAX_EVENT_LOOP_DELAY_MS: '60000',
        ...environment,
      },
    });
    const server = new ServerProcess(child, `http://127.0.0.1:${port}`, once(child, 'exit'));
    // On a machine that is busy with tests a start takes its time; one that failed has ended.
    while (server.isRunning && !(await server.isListening())) await sleep(100);
    return server;
  }

  async statusOf(path: string): Promise<number> {
    const { statusCode, body } = await request(this.url + path);
    await body.dump();
    return statusCode;
  }

  private isListening(): Promise<boolean> {
    return this.statusOf('/health/live').then(
      () => true,
      () => false,
    );
  }

  get isRunning(): boolean {
    return this.child.exitCode === null && this.child.signalCode === null;
  }

  /** The exit code and the signal, when it has ended. */
  ended(): Promise<unknown[]> {
    return this.exit;
  }

  async kill(): Promise<void> {
    this.child.kill('SIGKILL');
    await this.exit;
  }
}

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const address = probe.address();
  await new Promise((resolve) => probe.close(resolve));
  if (typeof address !== 'object' || address === null) throw new Error('There is no free port');
  return address.port;
}
