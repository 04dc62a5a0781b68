import { execFileSync, spawnSync } from 'node:child_process';
import { join } from 'node:path';

const root = join(__dirname, '../..');

function soak(...args: readonly string[]): { status: number | null; text: string } {
  const { status, stdout, stderr } = spawnSync(process.execPath, ['dist/test/soak/main', ...args], {
    cwd: root,
    encoding: 'utf8',
  });
  return { status, text: stdout + stderr };
}

describe('the soak', () => {
  beforeAll(() => {
    execFileSync(process.execPath, ['scripts/build-if-stale.js'], { cwd: root });
  }, 240_000);

  it('fails on a server that lies, leaks, grows, rejects and answers 500, and names each', () => {
    const app = 'dist/test/soak/stand-ins/misbehaving';
    const { status, text } = soak('--minutes', '0.4', '--no-redis', '--app', app);
    expect({ status, text }).toMatchObject({ status: 1 });
    for (const kind of ['wrong body', 'unexpected status', 'unhandled rejection', 'growth', 'leak'])
      expect(text).toMatch(new RegExp(`^${kind}: \\d+$`, 'm'));
    expect(text).toMatch(/TCPSocketWrap: \d+ before, \d+ when all was over/);
  }, 300_000);

  it('fails when the server ends', () => {
    const { status, text } = soak(
      '--minutes',
      '0.2',
      '--no-redis',
      '--app',
      'dist/test/soak/stand-ins/mortal',
    );
    expect({ status, text }).toMatchObject({ status: 1 });
    expect(text).toMatch(/^crash: \d+\n {2}the server ended with 7$/m);
  }, 300_000);

  it('refuses options that it cannot read', () => {
    expect(soak('--minutes', 'ten')).toMatchObject({
      status: 1,
      text: expect.stringContaining('--minutes must be a number above 0: ten'),
    });
  });
});
