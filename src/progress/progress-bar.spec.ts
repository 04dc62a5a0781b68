import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const root = join(__dirname, '../..');
const hasTerminal = spawnSync('script', ['--version']).status === 0;
if (!hasTerminal)
  console.warn('Skipped: there is no script(1) (util-linux), which gives a program a terminal');

const work = `
  const { startProgressBar } = require(${JSON.stringify(join(root, 'dist/src/progress/progress-bar'))});
  const bar = startProgressBar({ label: 'probing', total: 3 });
  bar.at(1, 'user by page');
  bar.above(() => process.stdout.write('a row of results\\n'));
  bar.advance(1, 'post by embed');
  bar.above(() => process.stdout.write('another row\\n'));
  bar.stop();
  bar.stop();
  bar.above(() => process.stdout.write('the end\\n'));
`;
const results = 'a row of results\nanother row\nthe end\n';

describe('a progress bar', () => {
  let folder: string;
  let program: string;

  beforeAll(() => {
    execFileSync(process.execPath, ['scripts/build-if-stale.js'], { cwd: root });
    folder = mkdtempSync(join(tmpdir(), 'bar-'));
    program = join(folder, 'work.js');
    writeFileSync(program, work);
  }, 120_000);

  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it('is not drawn where nobody looks', () => {
    const { stdout, stderr, status } = spawnSync(process.execPath, [program], { encoding: 'utf8' });
    expect({ stdout, stderr, status }).toEqual({ stdout: results, stderr: '', status: 0 });
  });

  (hasTerminal ? describe : describe.skip)('on a terminal', () => {
    const onTerminal = (command: string): string => {
      const { stdout, status } = spawnSync(
        'script',
        ['-qec', command, join(folder, 'typescript')],
        {
          encoding: 'utf8',
        },
      );
      expect(status).toBe(0);
      return stdout;
    };

    it('says how far the work is and what is under way, and goes away in the end', () => {
      const shown = onTerminal(`${process.execPath} ${program}`);
      expect(shown).toContain('probing');
      expect(shown).toMatch(/1\/3 \S+ user by page/);
      expect(shown).toMatch(/2\/3 \S+ post by embed/);
      expect(screenOf(shown)).toEqual(['a row of results', 'another row', 'the end']);
    });

    it('leaves standard output to the results', () => {
      const file = join(folder, 'results.txt');
      const shown = onTerminal(`${process.execPath} ${program} > ${file}`);
      expect(readFileSync(file, 'utf8')).toBe(results);
      expect(shown).toMatch(/1\/3 \S+ user by page/);
      expect(screenOf(shown)).toEqual([]);
    });
  });
});

/** What a person sees in the end: the lines, with what was overwritten and erased gone. */
function screenOf(shown: string): string[] {
  const lines: string[] = [''];
  for (const [token] of shown.matchAll(/\x1b\[\d*[A-Za-z]|[\r\n]|[^\x1b\r\n]+/g)) {
    if (token === '\n') lines.push('');
    // Erasing: the line, or all below the cursor; the cursor is at its start whenever the bar does so.
    else if (/^\x1b\[(2K|0?J)$/.test(token)) lines[lines.length - 1] = '';
    else if (!/^[\r\x1b]/.test(token)) lines[lines.length - 1] = token;
  }
  return lines.filter((line) => line !== '');
}
