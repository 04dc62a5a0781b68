import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseEnv } from 'node:util';
import { loadConfig } from '../../src/config/app-config';
import { errorNumbers } from '../../src/ensembledata/error-numbers';
import { statusByCode } from '../../src/http/error-status';
import { sourceTable } from '../../src/tiktok/source-table';

const root = join(__dirname, '../..');
const read = (path: string): string => readFileSync(join(root, path), 'utf8');

function sourceFiles(): string[] {
  const all = readdirSync(join(root, 'src'), { recursive: true, encoding: 'utf8' });
  return all
    .filter((path) => path.endsWith('.ts') && !path.endsWith('.spec.ts'))
    .map((path) => join('src', path));
}

describe('docs/sources.md', () => {
  it('is what the table says (npm run sources writes it)', () => {
    execFileSync(process.execPath, ['scripts/build-if-stale.js'], { cwd: root });
    const target = join(mkdtempSync(join(tmpdir(), 'sources-')), 'sources.md');
    execFileSync(process.execPath, ['scripts/write-sources.js', target], { cwd: root });
    expect(read('docs/sources.md')).toBe(readFileSync(target, 'utf8'));
  }, 120_000);
});

describe('what docs/sources.md says of the sources', () => {
  it('has a line for every one', () => {
    const sources = Object.values(sourceTable).flatMap((rungs) =>
      rungs.map(({ source }) => source),
    );
    const explained = [...read('docs/sources.md').matchAll(/^\| `([a-z-]+)` \| [A-Z]/gm)];
    const names = new Set<string | undefined>([...sources, 'derived']);
    expect(explained.map(([, name]) => name).sort()).toEqual([...names].sort());
  });
});

describe('docs/caching.md', () => {
  it('has the table of the policies (npm run caching writes it)', () => {
    execFileSync(process.execPath, ['scripts/build-if-stale.js'], { cwd: root });
    const target = join(mkdtempSync(join(tmpdir(), 'caching-')), 'caching.md');
    execFileSync(process.execPath, ['scripts/write-caching.js', target], { cwd: root });
    expect(read('docs/caching.md')).toBe(readFileSync(target, 'utf8'));
  }, 120_000);
});

describe('docs/routes.md', () => {
  it('is what the document asks and the sandbox answers (npm run routes writes it)', () => {
    execFileSync(process.execPath, ['scripts/build-if-stale.js'], { cwd: root });
    const target = join(mkdtempSync(join(tmpdir(), 'routes-')), 'routes.md');
    execFileSync(process.execPath, ['scripts/write-routes.js', target], { cwd: root });
    expect(read('docs/routes.md')).toBe(readFileSync(target, 'utf8'));
  }, 120_000);
});

describe('docs/configuration.md and .env.example', () => {
  it('are what the schema says (npm run configuration writes them)', () => {
    execFileSync(process.execPath, ['scripts/build-if-stale.js'], { cwd: root });
    const folder = mkdtempSync(join(tmpdir(), 'configuration-'));
    const targets = [join(folder, 'configuration.md'), join(folder, '.env.example')];
    execFileSync(process.execPath, ['scripts/write-configuration.js', ...targets], { cwd: root });
    expect(['docs/configuration.md', '.env.example'].map(read)).toEqual(
      targets.map((target) => readFileSync(target, 'utf8')),
    );
  }, 120_000);

  it('have a line for every variable, and for no other', () => {
    const declared = [
      ...read('src/config/environment.ts').matchAll(/^ {2}([A-Z][A-Z_]+)[?:]? ?[=:?]/gm),
    ];
    const names = declared.map(([, name]) => name).sort();
    const documented = [...read('docs/configuration.md').matchAll(/^\| `([A-Z_]+)` \|/gm)];
    const exemplified = [...read('.env.example').matchAll(/^#([A-Z_]+)=/gm)];
    expect(declared.length).toBeGreaterThan(20);
    expect(documented.map(([, name]) => name).sort()).toEqual(names);
    expect(exemplified.map(([, name]) => name).sort()).toEqual(names);
  });

  it('say the defaults: with every line of the example taken in, nothing is different', () => {
    const lines = read('.env.example').replaceAll(/^#([A-Z_]+=)/gm, '$1');
    expect(loadConfig(parseEnv(lines), [])).toEqual(loadConfig({}, []));
  });
});

describe('docs/errors.md', () => {
  const lines = [...read('docs/errors.md').matchAll(/^\| `([a-z]+\.[a-z_]+)` \| (\d+) \|/gm)];

  it('has a line for every code of TikTok with its status', () => {
    const ofTikTok = lines.filter(([, code = '']) => code.startsWith('tiktok.'));
    const statuses = ofTikTok.map(([, code, status]) => [code, Number(status)]);
    expect(Object.fromEntries(statuses)).toEqual(statusByCode);
  });

  it('has a line for every code that the source has, and for no other', () => {
    const inSource = sourceFiles().flatMap((path) => [
      ...read(path).matchAll(/'((?:request|post|media|tiktok|server|internal)\.[a-z_]+)'/g),
    ]);
    const codes = new Set(inSource.map(([, code]) => code));
    // A name of a host, and the word on lists that TikTok cut: that one ends no answer.
    for (const other of ['tiktok.com', 'tiktok.capped']) codes.delete(other);
    expect(codes.size).toBeGreaterThan(20);
    expect(lines.map(([, code]) => code).sort()).toEqual([...codes].sort());
  });

  it('says of every kind of refusal what helps', () => {
    const [, union = ''] =
      /type RefusalKind =([^;]+);/.exec(read('src/tiktok/tiktok.errors.ts')) ?? [];
    const kinds = [...union.matchAll(/'([a-z_]+)'/g)].map(([, kind]) => kind);
    const documented = [...read('docs/errors.md').matchAll(/^\| `([a-z_]+)` \|/gm)];
    expect(kinds.length).toBeGreaterThan(5);
    expect(documented.map(([, kind]) => kind)).toEqual(kinds);
  });

  it('has a line for every number under /apis that is answered', () => {
    const never = ['492', '493'];
    const documented = [...read('docs/errors.md').matchAll(/^\| (\d{3}) \|/gm)];
    expect([...documented.map(([, number]) => number), ...never].sort()).toEqual(
      Object.keys(errorNumbers).sort(),
    );
  });
});

describe('docs/dependencies.md', () => {
  it('has a line for every runtime dependency, and for no other', () => {
    const { dependencies } = JSON.parse(read('package.json')) as { dependencies: object };
    const documented = [...read('docs/dependencies.md').matchAll(/^\| `([^`]+)` \|/gm)];
    expect(documented.map(([, name]) => name).sort()).toEqual(Object.keys(dependencies).sort());
  });
});

describe('links between the pages', () => {
  it('lead to files that are there', () => {
    const pages = ['README.md', ...readdirSync(join(root, 'docs')).map((name) => `docs/${name}`)];
    const broken = pages
      .filter((page) => page.endsWith('.md'))
      .flatMap((page) =>
        [...read(page).matchAll(/\]\(([^)#:]+)\)/g)]
          .map(([, link]) => join(page, '..', String(link)))
          .filter((path) => {
            try {
              read(path);
              return false;
            } catch {
              return true;
            }
          })
          .map((path) => `${page}: ${path}`),
      );
    expect(broken).toEqual([]);
  });
});
