import { fork, type ChildProcess } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';
import type { Complaints } from './complaints';
import type { ProbeReport } from './probe';

export interface Program {
  /** The built file, without its extension. */
  readonly file: string;
  readonly args?: readonly string[];
  readonly environment?: Readonly<Record<string, string>>;
}

/** A server of ours in a process of its own: what it uses, and what it complains of. */
export class WatchedProcess {
  private isWanted = true;
  /** What it ended with: 0 where all was well. */
  private readonly ended: Promise<number | string | null>;

  private constructor(
    private readonly child: ChildProcess,
    private readonly name: string,
    private readonly complaints: Complaints,
    /** Where it listens. */
    readonly origin: string,
  ) {
    this.ended = new Promise((resolve) => {
      child.once('exit', (code, signal) => {
        if (this.isWanted) complaints.add('crash', `${name} ended with ${code ?? signal}`);
        resolve(code ?? signal);
      });
    });
  }

  static async start(name: string, program: Program, complaints: Complaints) {
    const { file, args = [], environment = {} } = program;
    const child = fork(file, [...args], {
      execArgv: ['--require', require.resolve('./probe')],
      env: { ...process.env, ...environment },
      stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    });
    const { stdout, stderr } = child;
    if (!stdout || !stderr) throw new Error('a forked process has both');
    eachLine(stderr, (line) => complaints.add('words on stderr', `${name}: ${line}`));
    const origin = await originIn(stdout, name);
    eachLine(stdout, (line) => noteError(line, complaints));
    return new WatchedProcess(child, name, complaints, origin);
  }

  /** Undefined once it has ended. */
  async report(): Promise<ProbeReport | undefined> {
    if (!this.child.connected) return undefined;
    const answers = new Promise<ProbeReport>((resolve) => this.child.once('message', resolve));
    this.child.send('report');
    const report = await Promise.race([answers, this.ended.then(() => undefined)]);
    for (const reason of report?.rejections ?? [])
      this.complaints.add('unhandled rejection', `${this.name}: ${reason}`);
    return report;
  }

  /** Files, sockets and pipes that it has open; undefined where the system does not tell. */
  openFiles(): number | undefined {
    try {
      return readdirSync(`/proc/${this.child.pid}/fd`).length;
    } catch {
      return undefined;
    }
  }

  /** As a person would end it; it has to end by itself and with 0. */
  async stop(): Promise<void> {
    this.isWanted = false;
    if (this.child.exitCode !== null || this.child.signalCode !== null) return;
    const patience = setTimeout(() => this.child.kill('SIGKILL'), 15_000);
    this.child.kill('SIGTERM');
    const code = await this.ended;
    clearTimeout(patience);
    if (code !== 0) this.complaints.add('crash', `${this.name} ended with ${code} on SIGTERM`);
  }
}

/** Reads until the server has said all that it says when it listens, and gives its address. */
async function originIn(stdout: Readable, name: string): Promise<string> {
  let greeting = '';
  for await (const chunk of stdout.iterator({ destroyOnReturn: false })) {
    greeting += String(chunk);
    const [origin] = /http:\/\/127\.0\.0\.1:\d+/.exec(greeting) ?? [];
    if (origin !== undefined && /(?:Try +curl|Control) +http\S+\n$/.test(greeting)) return origin;
  }
  throw new Error(`${name} did not start: ${greeting}`);
}

function eachLine(stream: Readable, take: (line: string) => void): void {
  createInterface({ input: stream }).on('line', take);
}

const errorLevel = 50;

/** The log is JSON lines. An answer that says that TikTok refuses is logged too, and judged by its status elsewhere. */
function noteError(line: string, complaints: Complaints): void {
  if (!line.startsWith('{')) return;
  const { level = 0, code = '' } = JSON.parse(line) as { level?: number; code?: string };
  if (level >= errorLevel && !code.startsWith('tiktok.'))
    complaints.add('error in the log', line.slice(0, 600));
}
