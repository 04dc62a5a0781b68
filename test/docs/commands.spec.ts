import { spawnSync } from 'node:child_process';
import type { TestApi } from '../support/api';
import { startApi } from '../support/api';
import type { Command } from './fences';
import { commandsOf, fencesOf, pages, read } from './fences';
import type { Outcome } from './shell';
import { ReadersShell } from './shell';
import { differences, jsonDifferences } from './shown-answer';

// How pages say what is done with a block of commands, behind its language:
//   sh                        it is run, and every curl in it must be answered with a status below 400
//   sh status: 422            the same, and this is the status of its last curl
//   sh until: Swagger UI      it goes on; it is stopped when it has said this
//   sh not-run: WHY           it is not run, and says why
// A block that says `file: NAME` behind its language is written there first.
// A block of `json` or `text` that follows at once is its answer, and is compared.
const notesOfCommands = ['status', 'until', 'not-run'];
const otherLanguages = [
  'text',
  'json',
  'http',
  'js',
  'ts',
  'python',
  'yaml',
  'ini',
  'nginx',
  'diff',
];
const all = pages();

const hasCurl = spawnSync('curl', ['--version']).status === 0;
const describeWithCurl = hasCurl ? describe : describe.skip;
if (!hasCurl) process.stderr.write('No curl: the commands of the pages are not run\n');

describe.each(all)('the blocks of %s', (page) => {
  it('say what they are', () => {
    const bare = fencesOf(page)
      .filter(({ language }) => language !== 'sh' && !otherLanguages.includes(language))
      .map(({ line, language }) => `${page}:${line} ${language}`);
    expect(bare).toEqual([]);
    expect(read(page).match(/^ *```/gm) ?? []).toHaveLength(fencesOf(page).length * 2);
  });

  it('say what is to be done with commands, and why where nothing is', () => {
    const odd = fencesOf(page).filter(({ language, notes }) =>
      Object.entries(notes).some(
        ([name, value]) =>
          !(language === 'sh' ? notesOfCommands : ['file']).includes(name) ||
          value.split(' ').length < (name === 'not-run' ? 3 : 1),
      ),
    );
    expect(odd).toEqual([]);
  });

  it('hide no command in another language', () => {
    const command = /^(\$ |sudo |curl |npm |npx |node |docker |git |systemctl |openssl )/m;
    const hidden = fencesOf(page).filter(
      ({ language, text }) => language !== 'sh' && command.test(text),
    );
    expect(hidden).toEqual([]);
  });

  it('name scripts that are there', () => {
    const { scripts } = JSON.parse(read('package.json')) as { scripts: Record<string, string> };
    const named = [...read(page).matchAll(/\bnpm run (?:--silent )?([a-z][a-z:-]*)/g)];
    expect(named.map(([, name = '']) => name).filter((name) => !(name in scripts))).toEqual([]);
  });
});

const runnable = all.flatMap((page) => {
  const commands = commandsOf(page).filter(({ notes }) => notes['not-run'] === undefined);
  return commands.length > 0 ? [{ page, commands }] : [];
});

describeWithCurl.each(runnable)('the commands of $page', ({ page, commands }) => {
  let api: TestApi;
  let shell: ReadersShell;

  beforeAll(async () => {
    // The day whose units the examples ask for.
    api = await startApi({ accessNowMs: () => Date.parse('2026-11-21T12:00:00Z') });
    shell = new ReadersShell();
    for (const { notes, text } of fencesOf(page)) if (notes.file) shell.write(notes.file, text);
  });

  afterAll(() => api.close());

  /** The servers of this test stand where a page says that the reader's are. */
  function here(text: string): string {
    return text
      .replaceAll(/http:\/\/(127\.0\.0\.1|localhost):3000/g, api.url)
      .replaceAll('http://127.0.0.1:4010', api.sandbox.origin);
  }

  async function run({ text, notes }: Command): Promise<Outcome> {
    return notes.until === undefined
      ? shell.run(here(text))
      : shell.runUntil(notes.until, text.replaceAll('--port 4010', '--port 0'));
  }

  it.each(commands.map((command) => [`${command.line}: ${command.text.trim()}`, command] as const))(
    'line %s',
    async (_, command) => {
      const outcome = await run(command);
      const { until, status } = command.notes;
      const failure = { ...outcome, statuses: outcome.statuses.filter((code) => code >= 400) };
      if (until === undefined)
        expect(failure).toMatchObject({ exitCode: 0, statuses: status ? [Number(status)] : [] });
      else expect(outcome.output).toContain(until);
      expect(differencesOf(command, outcome)).toEqual([]);
    },
    120_000,
  );
});

function differencesOf({ shown }: Command, { output }: Outcome): string[] {
  if (!shown) return [];
  return shown.language === 'json'
    ? jsonDifferences(JSON.parse(shown.text), JSON.parse(output))
    : differences(shown.text, output);
}
