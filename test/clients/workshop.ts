import { execFile } from 'node:child_process';
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import type { Known } from './known';
import { programOf, root, toolModules, versionOf } from './tools';

const run = promisify(execFile);

export interface Outcome {
  readonly status?: number;
  readonly data?: unknown;
  /** In words, when the call of the client threw. */
  readonly threw?: string;
}

const compilerOptions = {
  strict: true,
  module: 'nodenext',
  target: 'ES2023',
  lib: ['ES2023', 'DOM', 'DOM.Iterable'],
  types: ['node'],
  typeRoots: [join(root, 'node_modules/@types')],
  rootDir: '.',
  outDir: 'out',
  // Of what is installed only: what is generated here is source.
  skipLibCheck: true,
};

/** A project of a user of the API, in a temporary folder: what generators write and what is built on it. */
export class Workshop {
  readonly folder = mkdtempSync(join(tmpdir(), 'clients-'));

  /** `environment` is what its programs see. */
  constructor(private readonly environment: Record<string, string> = {}) {
    symlinkSync(toolModules, join(this.folder, 'node_modules'));
    this.write('package.json', JSON.stringify({ type: 'module' }));
    this.write('tsconfig.json', JSON.stringify({ compilerOptions, include: ['src', 'programs'] }));
    cpSync(join(__dirname, 'programs'), join(this.folder, 'programs'), { recursive: true });
    cpSync(join(__dirname, 'known.ts'), join(this.folder, 'programs/known.ts'));
  }

  write(path: string, text: string): void {
    mkdirSync(dirname(join(this.folder, path)), { recursive: true });
    writeFileSync(join(this.folder, path), text);
  }

  /** Runs `npx TOOL@VERSION ...` with the tool that is installed, which must be of that version. */
  async npx(line: string): Promise<string> {
    const [, , tool = '', version, rest = ''] = /^npx ((@?[^@ ]+)@(\S+)) (.*)$/.exec(line) ?? [];
    if (versionOf(tool) !== version) throw new Error(`${line}: ${versionOf(tool)} is installed`);
    return this.node([programOf(tool), ...rest.split(' ')]);
  }

  /** Compiles all that is there with this version of TypeScript; throws with what the compiler found. */
  async compile(modules: string, options: readonly string[] = []): Promise<void> {
    await this.node([join(modules, 'typescript/bin/tsc'), '--project', this.folder, ...options]);
  }

  /** What a compiled program writes, which makes every call that it has. */
  async outcomesOf(program: string, known: Known): Promise<Record<string, Outcome>> {
    const asked = join(this.folder, `${program}.asked.json`);
    const written = join(this.folder, `${program}.outcomes.json`);
    writeFileSync(asked, JSON.stringify(known));
    await this.node([join('out/programs', `${program}.mjs`), asked, written]);
    return JSON.parse(readFileSync(written, 'utf8')) as Record<string, Outcome>;
  }

  /** Runs Node here; what it prints, on both streams. */
  async node(args: readonly string[]): Promise<string> {
    const env = { PATH: process.env.PATH, HOME: this.folder, NO_COLOR: '1', ...this.environment };
    const { stdout, stderr } = await run(process.execPath, args, { cwd: this.folder, env }).catch(
      (failure: { stdout: string; stderr: string }) => {
        throw new Error(`${args.join(' ')}\n${failure.stdout}${failure.stderr}`);
      },
    );
    return stdout + stderr;
  }

  remove(): void {
    rmSync(this.folder, { recursive: true, force: true });
  }
}
