import { createHash } from 'node:crypto';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { FAULT_KINDS } from '../../src/sandbox';
import type { Reply, TestApi } from '../support/api';
import { startApi } from '../support/api';
import type { DocumentedRoute } from '../support/documented-routes';
import { examplePaths } from '../support/documented-routes';

const secrets = {
  token: 'sekret-token-aaaa',
  fileToken: 'sekret-token-bbbb',
  wrongToken: 'sekret-token-cccc',
  linkSecret: 'sekret-link-secret-dddd',
  redisPassword: 'sekret-redis-eeee',
  proxyPassword: 'sekret-proxy-ffff',
  signerPassword: 'sekret-signer-gggg',
  cookie: 'sekret-cookie-hhhh',
};

const folder = mkdtempSync(join(tmpdir(), 'secrets-'));
const tokenFile = join(folder, 'tokens');
const cookieFile = join(folder, 'cookies.txt');
writeFileSync(tokenFile, `${secrets.fileToken} 1000000\n`);
writeFileSync(cookieFile, `sessionid=${secrets.cookie}; ttwid=${secrets.cookie}`);

const common = {
  LOG_LEVEL: 'trace',
  API_TOKENS: secrets.token,
  API_TOKENS_FILE: tokenFile,
  RATE_LIMIT_PER_MINUTE: '0',
  MEDIA_LINK_SECRETS: secrets.linkSecret,
  TIKTOK_COOKIE_FILE: cookieFile,
  TIKTOK_TIMEOUT_MS: '5000',
  TIKTOK_OPERATION_TIMEOUT_MS: '10000',
};

/** Everything that leaves the process beside answers that went well. */
class Output {
  private readonly pieces: string[] = [];
  private readonly spies = [process.stdout, process.stderr].map((stream) =>
    jest.spyOn(stream, 'write').mockImplementation((chunk) => {
      this.pieces.push(String(chunk));
      return true;
    }),
  );

  add(reply: Reply): void {
    this.pieces.push(JSON.stringify(reply.headers));
    if (reply.status >= 400) this.pieces.push(reply.text);
  }

  say(text: string): void {
    this.pieces.push(text);
  }

  end(): string {
    for (const spy of this.spies) spy.mockRestore();
    return this.pieces.join('\n');
  }
}

function expectNoSecrets(text: string): void {
  for (const [name, secret] of Object.entries(secrets)) {
    expect([name, text.includes(secret)]).toEqual([name, false]);
    const hash = createHash('sha256').update(secret).digest('hex');
    expect([name, text.includes(hash)]).toEqual([name, false]);
  }
  const sealedLink = /v1\.\d+\.[\w~!-]+\.[0-9a-z]+\.[\w-]{43}/;
  const cookie = /\b(msToken|ttwid|sessionid)=[^(]/;
  expect([sealedLink.exec(text)?.[0], cookie.exec(text)?.[0]]).toEqual([undefined, undefined]);
}

const withToken = (path: string, token: string): string =>
  path.startsWith('/apis') ? path.replace(/token=[^&]*/, `token=${token}`) : path;

async function callAll(
  api: TestApi,
  routes: readonly DocumentedRoute[],
  output: Output,
): Promise<void> {
  for (const token of [secrets.token, secrets.fileToken, secrets.wrongToken])
    for (const { method, path } of routes) {
      if (method === 'HEAD') continue;
      const headers = { 'x-api-key': token, cookie: `sessionid=${secrets.cookie}` };
      output.add(await api.call(withToken(path, token), { method, headers }));
    }
}

describe('what the server keeps secret', () => {
  it('stays so on every route, whatever TikTok does', async () => {
    const output = new Output();
    const api = await startApi({ environment: { ...common, TIKTOK_MAX_RETRIES: '0' } });
    try {
      const routes = await examplePaths(api);
      expect(routes.length).toBeGreaterThan(30);
      await callAll(api, routes, output);
      const post = await api.call('/api/tiktok/statistic?url=6943996796519681281', {
        headers: { authorization: `Bearer ${secrets.token}` },
      });
      const [link = ''] = /http:\/\/[^"]+\/media\/[^"]+/.exec(post.text) ?? [];
      const { pathname } = new URL(link);
      output.add(await api.call(pathname));
      output.add(await api.call(pathname.replace(/.(?=\/[^/]+$)/, '!')));
      for (const fault of FAULT_KINDS) {
        api.sandbox.faults.clear();
        api.sandbox.faults.add({ route: '*', fault });
        const fresh = `/api/user/u${fault.replace(/\W/g, '_')}/info`;
        output.add(await api.call(fresh, { headers: { 'x-api-key': secrets.token } }));
        output.add(await api.call(pathname));
      }
      for (const path of ['/metrics', '/health/upstream', '/openapi.json', '/openapi.yaml'])
        output.say((await api.call(path, { headers: { 'x-api-key': secrets.token } })).text);
    } finally {
      await api.close();
      const text = output.end();
      // What is looked through is really the log, and really the errors.
      expect(text).toContain('"route":"/api/tiktok/statistic"');
      expect(text).toContain('"code":"tiktok.');
      expectNoSecrets(text);
    }
  }, 300_000);

  it('stays so when nothing that has a password can be reached', async () => {
    const output = new Output();
    const api = await startApi({
      environment: {
        ...common,
        REDIS_URL: `redis://user:${secrets.redisPassword}@127.0.0.1:1`,
        TIKTOK_PROXY_URLS: `http://user:${secrets.proxyPassword}@127.0.0.1:1`,
        TIKTOK_SIGNER_URL: `http://user:${secrets.signerPassword}@127.0.0.1:1`,
        TIKTOK_CONNECT_TIMEOUT_MS: '200',
      },
    });
    try {
      await callAll(api, await examplePaths(api), output);
      const headers = { 'x-api-key': secrets.token };
      for (const path of ['/metrics', '/health/upstream'])
        output.say((await api.call(path, { headers })).text);
    } finally {
      await api.close();
      const text = output.end();
      expect(text).toContain('Redis at redis://127.0.0.1:1 is not used');
      expectNoSecrets(text);
    }
  }, 300_000);

  it('has a line of JSON for each request, with the place of the token and not the token', async () => {
    const output = new Output();
    const api = await startApi({
      environment: { ...common, LOG_LEVEL: 'info', TIKTOK_TIMEOUT_MS: '' },
    });
    const headers = { 'x-api-key': secrets.fileToken, 'x-request-id': 'mine-1' };
    await api.call('/api/trending_videos', { headers });
    await api.close();
    const lines = output
      .end()
      .split('\n')
      .filter((line) => line.includes('mine-1'))
      .flatMap((line) => (line.startsWith('{"level"') ? [JSON.parse(line) as object] : []));
    expect(lines).toEqual([
      expect.objectContaining({
        reqId: 'mine-1',
        method: 'GET',
        route: '/api/trending_videos',
        status: 200,
        token: 'line 1',
        bytes: expect.any(Number),
        ms: expect.any(Number),
      }),
    ]);
    expect(lines[0]).toMatchObject({ bytes: expect.any(Number) });
  });
});
