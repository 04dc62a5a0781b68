import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseEnv } from 'node:util';
import { loadConfig } from '../../src/config/app-config';
import { statusByCode } from '../../src/http/error-status';

const root = join(__dirname, '../..');
const read = (path: string): string => readFileSync(join(root, path), 'utf8');

describe('docs/sources.md', () => {
  it('is what the table says (npm run sources writes it)', () => {
    execFileSync(process.execPath, ['scripts/build-if-stale.js'], { cwd: root });
    const target = join(mkdtempSync(join(tmpdir(), 'sources-')), 'sources.md');
    execFileSync(process.execPath, ['scripts/write-sources.js', target], { cwd: root });
    expect(read('docs/sources.md')).toBe(readFileSync(target, 'utf8'));
  }, 120_000);
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
  it('has a line for every code with its status', () => {
    const documented = [
      ...read('docs/errors.md').matchAll(/^\| `(tiktok\.[a-z_]+)` \| (\d+) \|/gm),
    ];
    const lines = documented.map(([, code, status]) => [code, Number(status)]);
    expect(Object.fromEntries(lines)).toEqual(statusByCode);
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
