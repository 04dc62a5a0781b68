import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';

const root = join(__dirname, '../..');
const depcruise = join(root, 'node_modules/dependency-cruiser/bin/dependency-cruise.mjs');

interface Report {
  readonly modules: readonly { readonly source: string }[];
  readonly summary: {
    readonly violations: readonly { rule: { name: string }; from: string; to: string }[];
  };
}

async function cruise(...paths: string[]): Promise<Report> {
  const run = promisify(execFile)(
    process.execPath,
    [depcruise, '--config', '.dependency-cruiser.js', '--output-type', 'json', ...paths],
    { cwd: root, maxBuffer: 64 * 1024 * 1024 },
  );
  const { stdout } = await run;
  return JSON.parse(stdout) as Report;
}

describe('the dependency rule', () => {
  it('holds in all of src', async () => {
    const { modules, summary } = await cruise('src');
    expect(modules.filter(({ source }) => source.startsWith('src/')).length).toBeGreaterThan(50);
    const offenders = summary.violations.map(
      ({ rule, from, to }) => `${rule.name}: ${from} -> ${to}`,
    );
    expect(offenders).toEqual([]);
  }, 60_000);
});
