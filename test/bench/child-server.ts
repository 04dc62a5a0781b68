import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import type { ProcessReport } from './process-report';

export interface ServerOptions {
  readonly args?: readonly string[];
  readonly environment?: Readonly<Record<string, string>>;
}

/** A server in a process of its own, which says what it uses. */
export class ChildServer {
  private constructor(
    private readonly child: ChildProcess,
    readonly origin: string,
    /** All that it printed until it was ready. */
    readonly greeting: string,
  ) {}

  /** @param file beside this one, without its extension; it prints the address that it listens on */
  static async start(file: string, { args = [], environment = {} }: ServerOptions = {}) {
    const child = fork(join(__dirname, file), args, {
      // Without a collection at every report: each makes V8 forget code that it had compiled.
      execArgv: ['--require', join(__dirname, 'process-report')],
      env: { ...process.env, NODE_ENV: 'production', ...environment },
      stdio: ['ignore', 'pipe', 'inherit', 'ipc'],
    });
    let greeting = '';
    for await (const chunk of child.stdout ?? []) {
      greeting += String(chunk);
      const origin = /http:\/\/127\.0\.0\.1:\d+/.exec(greeting)?.[0];
      if (origin === undefined || !greeting.endsWith('\n')) continue;
      // What it prints from now on (its log) is read and thrown away, as a collector of logs would take it.
      child.stdout?.resume();
      return new ChildServer(child, origin, greeting);
    }
    throw new Error(`${file} did not start: ${greeting}`);
  }

  /** The sandbox, with its options of the command line. */
  static sandbox(...args: readonly string[]): Promise<ChildServer> {
    return ChildServer.start('../../src/sandbox/main', { args: ['--port', '0', ...args] });
  }

  /** The server of this project, on a sandbox. */
  static ours(
    sandbox: ChildServer,
    environment: Readonly<Record<string, string>> = {},
  ): Promise<ChildServer> {
    const signer = /Signer\s+(\S+)/.exec(sandbox.greeting)?.[1] ?? '';
    const upstream = { UPSTREAM: 'tiktok', TIKTOK_BASE_URL: sandbox.origin };
    return ChildServer.start('../../src/main', {
      environment: {
        ...upstream,
        TIKTOK_SIGNER_URL: signer,
        PORT: '0',
        LOG_LEVEL: 'silent',
        // A machine that does something else as well makes the numbers worse, and turns no caller away.
        MAX_EVENT_LOOP_DELAY_MS: '60000',
        ...environment,
      },
    });
  }

  async report(): Promise<ProcessReport> {
    this.child.send('report');
    const [report] = (await once(this.child, 'message')) as [ProcessReport];
    return report;
  }

  /** The most that it has in memory while something runs, in megabytes. */
  async peakWhile(work: () => Promise<unknown>): Promise<number> {
    let peak = 0;
    let isDone = false;
    const watch = async (): Promise<void> => {
      while (!isDone) {
        peak = Math.max(peak, (await this.report()).residentMegabytes);
        await new Promise((resolve) => setTimeout(resolve, 50));
      }
    };
    const watching = watch();
    try {
      await work();
    } finally {
      isDone = true;
      await watching;
    }
    return Math.max(peak, (await this.report()).residentMegabytes);
  }

  async stop(): Promise<void> {
    const ended = once(this.child, 'exit');
    this.child.disconnect();
    this.child.kill('SIGKILL');
    await ended;
  }
}
