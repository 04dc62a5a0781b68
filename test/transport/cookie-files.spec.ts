import { mkdtempSync, renameSync, rmSync, unlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inspect } from 'node:util';
import { TikTokBlockedError } from '../../src/tiktok/tiktok.errors';
import { SessionPool } from '../../src/tiktok/transport/session-pool';
import type { TestServer, TestTransport } from './upstream-server';
import { startServer, transportTo } from './upstream-server';

describe('a cookie file', () => {
  let server: TestServer;
  let transport: TestTransport;
  let folder: string;
  let path: string;
  let clock: { nowMs: number };
  let warnings: string[];

  beforeEach(async () => {
    server = await startServer((_, response) => {
      response.setHeader('set-cookie', 'ttwid=from-tiktok; Domain=tiktok.com; Path=/');
      response.end('fine');
    });
    transport = transportTo(server.origin);
    folder = mkdtempSync(join(tmpdir(), 'cookies-'));
    path = join(folder, 'cookies.txt');
    clock = { nowMs: Date.now() };
    warnings = [];
  });

  afterEach(async () => {
    rmSync(folder, { recursive: true });
    await transport.close();
    await server.close();
  });

  const start = () =>
    new SessionPool({
      cookieFile: path,
      nowMs: () => clock.nowMs,
      onWarning: (message) => void warnings.push(message),
    });
  const replace = (text: string) => {
    writeFileSync(`${path}.new`, text);
    renameSync(`${path}.new`, path);
    clock.nowMs += 1_000;
  };
  const sentBy = async (pool: SessionPool) => {
    await pool.use((session) => transport.ask({ session }));
    return server.requests.at(-1)?.headers.cookie;
  };

  it('goes with every session, and is read again when it changes', async () => {
    writeFileSync(path, 'sessionid=one; old=1');
    const pool = start();
    expect(await sentBy(pool)).toBe('sessionid=one; old=1');
    replace('sessionid=two');
    expect(await sentBy(pool)).toBe('ttwid=from-tiktok; sessionid=two');
    expect(warnings).toEqual([]);
  });

  it('is looked at once a second at most', async () => {
    writeFileSync(path, 'sessionid=one');
    const pool = start();
    replace('sessionid=two');
    clock.nowMs -= 1;
    expect(await sentBy(pool)).toContain('sessionid=one');
    clock.nowMs += 1;
    expect(await sentBy(pool)).toContain('sessionid=two');
  });

  it('goes with sessions that are started later', async () => {
    writeFileSync(path, 'sessionid=one');
    const pool = start();
    replace('sessionid=two');
    const sent: string[] = [];
    const work = pool.use(async (session) => {
      sent.push(await session.cookieHeader('https://www.tiktok.com/'));
      throw new TikTokBlockedError('captcha', 'captcha');
    });
    await expect(work).rejects.toThrow('captcha');
    expect(sent).toEqual(['sessionid=two', 'sessionid=two']);
  });

  it.each([
    ['is broken', () => replace('secret without a sign'), 'cookie 1 has no "="'],
    ['is gone', () => (unlinkSync(path), (clock.nowMs += 1_000)), 'ENOENT'],
  ])('that %s later: one warning, and the cookies of before', async (_, spoil, reason) => {
    writeFileSync(path, 'sessionid=secret');
    const pool = start();
    spoil();
    expect(await sentBy(pool)).toBe('sessionid=secret');
    clock.nowMs += 1_000;
    await sentBy(pool);
    expect(warnings).toEqual([expect.stringContaining(reason)]);
    expect(warnings.join()).not.toContain('secret');
    replace('sessionid=mended');
    expect(await sentBy(pool)).toContain('sessionid=mended');
    expect(warnings).toHaveLength(1);
  });

  it.each([
    ['broken', () => writeFileSync(path, '[{"name": "secret"'), 'not the JSON'],
    ['missing', () => undefined, 'ENOENT'],
  ])('that is %s stops the start', (_, prepare, reason) => {
    prepare();
    expect(start).toThrow(reason);
    expect(start).toThrow(path);
    expect(start).not.toThrow('secret');
  });

  it('is printed nowhere', async () => {
    writeFileSync(path, 'sessionid=secret');
    const pool = start();
    await sentBy(pool);
    expect(inspect(pool, { depth: 10 }) + JSON.stringify(pool)).not.toMatch(/secret|from-tiktok/);
  });
});
