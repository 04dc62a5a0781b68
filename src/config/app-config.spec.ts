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

  it.each(['127.0.0.1', '127.1.2.3', '::1', 'localhost'])('opens %s without tokens', (HOST) => {
    expect(problemsOf({ HOST })).toEqual([]);
    expect(loadConfig({ HOST }, []).access.requestsPerMinute).toBeUndefined();
  });

  it.each(['0.0.0.0', '::', '192.168.1.5', 'example.org', '127.0.0.1.example.org'])(
    'opens %s only when it is said who may call, and counts calls then',
    (HOST) => {
      expect(problemsOf({ HOST })).toEqual([expect.stringMatching(/^HOST=.*ALLOW_ANONYMOUS/)]);
      for (const who of [
        { API_TOKENS: 'a' },
        { API_TOKENS_FILE: 'b' },
        { ALLOW_ANONYMOUS: 'true' },
      ])
        expect(loadConfig({ HOST, ...who }, []).access.requestsPerMinute).toBe(600);
      const unlimited = { HOST, API_TOKENS: 'a', RATE_LIMIT_PER_MINUTE: '0' };
      expect(loadConfig(unlimited, []).access.requestsPerMinute).toBeUndefined();
    },
  );

  it.each([
    ['10.0.0.0/8', true],
    ['10.1.2.3, fd00::/8,loopback', true],
    ['10.0.0.0/33', false],
    ['fd00::/129', false],
    ['10.0.0.0/8/8', false],
    ['proxy.example.org', false],
    ['true', false],
    ['', true],
  ])('TRUST_PROXY=%s is right: %s', (TRUST_PROXY, isRight) => {
    expect(problemsOf({ TRUST_PROXY }).length === 0).toBe(isRight);
  });

  it('shows no credentials of what is wrong', () => {
    const problems = problemsOf({
      TIKTOK_PROXY_URLS: 'http://user:sec@ret@proxy.example:1,ftp://u:secret@other.example',
      REDIS_URL: 'http://:secret@redis',
      API_TOKENS: 'secret token',
      MEDIA_LINK_SECRETS: 'secret',
    });
    expect(problems).toHaveLength(4);
    expect(problems.join()).not.toMatch(/sec@?ret/);
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
