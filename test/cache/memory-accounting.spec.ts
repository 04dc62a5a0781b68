import { execFile, execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { Sandbox } from '../../src/sandbox';
import { startSandbox } from '../../src/sandbox';

const root = join(__dirname, '../..');
const run = promisify(execFile);

describe('the memory that answers are counted for', () => {
  let sandbox: Sandbox;

  beforeAll(async () => {
    execFileSync(process.execPath, ['scripts/build-if-stale.js'], { cwd: root });
    sandbox = await startSandbox();
  }, 120_000);

  afterAll(() => sandbox.stop());

  it.each([
    ['profiles', '400'],
    ['posts', '120'],
    ['followers', '120'],
    ['searches', '90'],
  ])('is near what they take: %s', async (kind, count) => {
    const script = ['--expose-gc', 'dist/test/bench/cache-memory'];
    const { stdout } = await run(
      process.execPath,
      [...script, sandbox.origin, sandbox.signerUrl, kind, count],
      { cwd: root },
    );
    const report = JSON.parse(stdout) as Record<'entries' | 'usedBytes' | 'accountedBytes', number>;
    expect(report.entries).toBeGreaterThan(50);
    const share = report.accountedBytes / report.usedBytes;
    expect(share).toBeGreaterThan(0.75);
    expect(share).toBeLessThan(1.5);
  });
});
