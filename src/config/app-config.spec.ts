import packageJson from '../../package.json';
import { ConfigError, loadConfig } from './app-config';
import { product } from './product';

function problemsOf(environment: Record<string, string>, argv: string[] = []): readonly string[] {
  try {
    loadConfig(environment, argv);
  } catch (error) {
    if (error instanceof ConfigError) return error.problems;
    throw error;
  }
  return [];
}

describe('loadConfig', () => {
  it('has a default for everything: loopback, port 3000, live TikTok', () => {
    const config = loadConfig({}, []);
    expect(config).toMatchObject({ host: '127.0.0.1', port: 3000, upstream: 'tiktok' });
    expect(config.tiktok.baseUrl).toBeUndefined();
  });

  it('takes values from the environment, and the command line before it', () => {
    const config = loadConfig(
      { PORT: '8080', CACHE_MAX_MB: '2', SANDBOX_NOW: '2026-01-02T03:04:05Z' },
      ['--upstream', 'sandbox', '--port', '9090'],
    );
    expect(config).toMatchObject({
      port: 9090,
      upstream: 'sandbox',
      cache: { maxBytes: 2 * 1024 * 1024 },
      sandbox: { nowMs: Date.UTC(2026, 0, 2, 3, 4, 5) },
    });
  });

  it('takes an empty variable for one that is not set', () => {
    expect(loadConfig({ PORT: '', TIKTOK_BASE_URL: '' }, [])).toMatchObject({ port: 3000 });
  });

  it('names every wrong variable at once', () => {
    const problems = problemsOf({
      PORT: '80a',
      UPSTREAM: 'sandbx',
      TIKTOK_BASE_URL: 'ftp://x',
      CACHE_MAX_MB: '0',
      SANDBOX_NOW: 'yesterday',
    });
    expect(problems.map((problem) => problem.split('=')[0]).sort()).toEqual([
      'CACHE_MAX_MB',
      'PORT',
      'SANDBOX_NOW',
      'TIKTOK_BASE_URL',
      'UPSTREAM',
    ]);
  });

  it('refuses an option that it does not know', () => {
    expect(problemsOf({}, ['--prot', '1'])).toEqual([expect.stringContaining('--prot')]);
  });
});

describe('product', () => {
  it('is what package.json says', () => {
    expect([product.name, product.version]).toEqual([packageJson.name, packageJson.version]);
  });
});
