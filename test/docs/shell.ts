import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import {
  chmodSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { root } from './fences';

export interface Outcome {
  readonly output: string;
  readonly complaints: string;
  readonly exitCode: number | null;
  /** What curl was answered with, one for each time it was called. */
  readonly statuses: readonly number[];
}

/** Says what every call of curl was answered with, and shows no progress. */
const curl = (path: string) =>
  `#!/bin/sh\nexec ${path} -sS --max-time 60 -w '%{stderr}\\nHTTP status %{http_code}\\n' "$@"\n`;

/** `npm ci` is tried without installing anything: the modules of this checkout are in use. */
const npm = (path: string) => `#!/bin/sh
if [ "$1" != ci ]; then exec ${path} "$@"; fi
shift
trial=$(mktemp -d) && cp package.json package-lock.json .npmrc "$trial" && cd "$trial"
exec ${path} ci --dry-run --silent "$@"
`;

/** A folder that looks like the project to a reader of its pages; what is written into it stays there. */
export class ReadersShell {
  private readonly folder = mkdtempSync(join(tmpdir(), 'reader-'));
  private readonly programs = mkdtempSync(join(tmpdir(), 'programs-'));

  constructor() {
    for (const name of readdirSync(root))
      if (name !== '.git') symlinkSync(join(root, name), join(this.folder, name));
    this.replace('curl', curl);
    this.replace('npm', npm);
  }

  /** Beside what the project has, never in it: the folders of the project are links. */
  write(name: string, text: string): void {
    if (name.includes('/')) throw new Error(`${name} would be written into the project`);
    writeFileSync(join(this.folder, name), text);
  }

  /** Runs lines as a reader would who types them. */
  async run(script: string, environment: Record<string, string> = {}): Promise<Outcome> {
    return this.start(script, { environment });
  }

  /** Runs lines that go on until they are stopped, and stops them when they have said something. */
  async runUntil(words: string, script: string): Promise<Outcome> {
    return this.start(script, { words, environment: { PORT: '0' } });
  }

  private replace(name: string, wrapper: (path: string) => string): void {
    const path = execFileSync('which', [name], { encoding: 'utf8' }).trim();
    mkdirSync(this.programs, { recursive: true });
    writeFileSync(join(this.programs, name), wrapper(path));
    chmodSync(join(this.programs, name), 0o755);
  }

  private async start(
    script: string,
    { words, environment }: { words?: string; environment: Record<string, string> },
  ): Promise<Outcome> {
    const child = spawn('bash', ['-euo', 'pipefail', '-c', script], {
      cwd: this.folder,
      detached: true,
      stdio: ['ignore', 'pipe', 'pipe'],
      env: {
        ...process.env,
        NODE_ENV: '',
        ...environment,
        PATH: `${this.programs}${delimiter}${process.env.PATH ?? ''}`,
      },
    });
    const group = -(child.pid ?? 0);
    let output = '';
    let complaints = '';
    child.stdout.on('data', (chunk: Buffer) => {
      output += chunk.toString();
      if (words !== undefined && output.includes(words)) stop(group);
    });
    child.stderr.on('data', (chunk: Buffer) => (complaints += chunk.toString()));
    const [exitCode] = (await once(child, 'close')) as [number | null];
    const statuses = [...complaints.matchAll(/^HTTP status (\d+)$/gm)].map(([, status]) =>
      Number(status),
    );
    return { output, complaints, exitCode, statuses };
  }
}

/** The whole group: npm, and what it started. */
function stop(group: number): void {
  try {
    process.kill(group, 'SIGTERM');
  } catch {
    // It has ended by itself meanwhile.
  }
}
