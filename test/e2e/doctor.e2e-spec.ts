import { execFileSync, spawnSync } from 'node:child_process';
import { createServer } from 'node:net';
import { once } from 'node:events';
import { join } from 'node:path';
import type { UpstreamProbeDto } from '../../src/health/probe/probe.dto';
import { sourceTable } from '../../src/tiktok/source-table';

const root = join(__dirname, '../..');
const rowCount = Object.values(sourceTable).flat().length;

interface Visit {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** What `npm run doctor` runs, without npm between. */
function doctor(args: readonly string[], environment: Record<string, string> = {}): Visit {
  return spawnSync(process.execPath, ['dist/src/doctor', ...args], {
    cwd: root,
    encoding: 'utf8',
    env: { ...process.env, TIKTOK_BASE_URL: '', ...environment },
  });
}

const onSandbox = ['--upstream', 'sandbox'];

/** The cells of each line of the table. */
function tableIn(stdout: string): string[][] {
  const lines = stdout.split('\n');
  const start = lines.findIndex((line) => line.startsWith('operation '));
  const end = lines.indexOf('', start);
  return lines.slice(start + 1, end).map((line) => line.split(/ {2,}/));
}

describe('npm run doctor', () => {
  beforeAll(() => {
    execFileSync(process.execPath, ['scripts/build-if-stale.js'], { cwd: root });
  }, 120_000);

  it('says that all is well with a sandbox, whose data are invented, and ends with 0', () => {
    const { status, stdout, stderr } = doctor(onSandbox);
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    expect(stdout).toContain('whose data are all invented');
    expect(tableIn(stdout)).toHaveLength(rowCount);
    for (const [, , outcome] of tableIn(stdout)) expect(outcome).toBe('works');
    expect(stdout).toContain('well: 18 of 18 operations are answered');
  });

  it('names a refusing source and what to do, and ends with 1 while others answer', () => {
    const { status, stdout } = doctor(onSandbox, { SANDBOX_FAULTS: 'embed-post:overload-503' });
    expect(status).toBe(1);
    const refused = tableIn(stdout).filter(([, , outcome]) => outcome === 'refused');
    expect(refused).toEqual([['post', 'embed', 'refused', expect.anything(), expect.anything()]]);
    expect(stdout).toMatch(
      /^refused: post \(embed\)\n {2}TikTok sheds load.* - docs\/doctor\.md#refused$/m,
    );
    expect(stdout).toContain('degraded: 18 of 18 operations are answered');
  });

  it('names an operation that nobody answers and the path that is missing, and ends with 2', () => {
    const { status, stdout } = doctor(onSandbox, {
      SANDBOX_FAULTS: 'explore:missing-list,recommend:missing-list',
    });
    expect(status).toBe(2);
    expect(stdout).toMatch(/^trending +web-api +changed +\d+ +itemList is missing/m);
    expect(stdout).toContain('failing: 17 of 18 operations are answered\n  not answered: trending');
  });

  it('gives the same as JSON, and nothing else, on standard output', () => {
    const { status, stdout, stderr } = doctor([...onSandbox, '--json'], {
      SANDBOX_FAULTS: 'user-page:captcha-page',
    });
    expect({ status, stderr }).toEqual({ status: 1, stderr: '' });
    const report = JSON.parse(stdout) as UpstreamProbeDto;
    expect(report).toMatchObject({ upstream: 'sandbox', verdict: 'degraded' });
    expect(report.rows).toHaveLength(rowCount);
    expect(report.rows[0]).toMatchObject({
      operation: 'user',
      source: 'page',
      outcome: 'refused',
      kind: 'captcha',
      docs: 'docs/doctor.md#refused',
    });
  });

  it('asks for what it is told to', () => {
    const { status, stdout } = doctor(onSandbox, { PROBE_USER: 'missing.somebody' });
    expect(status).toBe(2);
    expect(stdout).toMatch(/^user +page +no sample/m);
    expect(stdout).toContain('PROBE_USER');
  });

  it('says clearly that nobody can be reached, of every source, and ends with 2', async () => {
    const closed = createServer().listen(0, '127.0.0.1');
    await once(closed, 'listening');
    const address = closed.address();
    const port = typeof address === 'object' && address !== null ? address.port : 0;
    closed.close();
    const { status, stdout } = doctor([], { TIKTOK_BASE_URL: `http://127.0.0.1:${port}` });
    expect(status).toBe(2);
    expect(stdout).toContain(
      'cannot be reached from here\nfailing: 0 of 18 operations are answered',
    );
    const outcomes = new Set(tableIn(stdout).map(([, , outcome]) => outcome));
    expect([...outcomes].sort()).toEqual(['needs signer', 'unreachable']);
    expect(tableIn(stdout)).toHaveLength(rowCount);
  });

  it.each([
    [['--upstream', 'sandbx'], {}, 'UPSTREAM=sandbx'],
    [['--jsn'], {}, '--jsn'],
    [onSandbox, { PROBE_POST: 'the newest' }, 'PROBE_POST'],
    [onSandbox, { SANDBOX_FAULTS: 'no-such' }, 'SANDBOX_FAULTS'],
  ])('ends with 3 and names what is wrong in %j %j', (args, environment, named) => {
    const { status, stdout, stderr } = doctor(args, environment);
    expect({ status, stdout }).toEqual({ status: 3, stdout: '' });
    expect(stderr).toContain(named);
  });

  it('explains itself', () => {
    const { status, stdout } = doctor(['--help']);
    expect(status).toBe(0);
    expect(stdout).toContain('--upstream tiktok|sandbox');
  });
});
