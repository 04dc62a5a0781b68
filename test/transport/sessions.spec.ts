import { createHash } from 'node:crypto';
import type { Sandbox } from '../../src/sandbox';
import { startSandbox } from '../../src/sandbox';
import { readEmbeddedState } from '../../src/tiktok/parsers/embedded-state';
import { at } from '../../src/tiktok/parsers/read';
import type { Exchange } from '../../src/tiktok/transport/exchange';
import { Session } from '../../src/tiktok/transport/session';
import { ensureBooted } from '../../src/tiktok/transport/session-boot';
import type { TestTransport } from './upstream-server';
import { errorOf, startServer, transportTo } from './upstream-server';

describe('a session on the sandbox', () => {
  let sandbox: Sandbox;
  let transport: TestTransport;
  let session: Session;
  let pages: Buffer[];
  let asked: Exchange;

  beforeEach(async () => {
    sandbox = await startSandbox({ nowMs: Date.parse('2026-11-01T12:00:00Z') });
    transport = transportTo(sandbox.origin);
    session = new Session();
    pages = [];
    asked = async (request) => {
      const answer = await transport.exchange(request);
      pages.push(answer.body);
      return answer;
    };
  });

  afterEach(async () => {
    await transport.close();
    await sandbox.stop();
  });

  it('is booted once, with the cookies and the device id of the page', async () => {
    await Promise.all(Array.from({ length: 5 }, () => ensureBooted(session, asked)));
    await ensureBooted(session, asked);
    expect(pages).toHaveLength(1);
    const state = readEmbeddedState(pages[0] ?? '', 'universal');
    const wid = at(state, '__DEFAULT_SCOPE__', 'webapp.app-context', 'wid');
    expect(session.deviceId).toBe(wid);
    expect(await session.cookieHeader('https://www.tiktok.com/')).toMatch(/ttwid=/);
  });

  it('is booted by the next one who asks when the first page was refused', async () => {
    sandbox.faults.add({ route: '*', fault: 'captcha-page' });
    const { deviceId } = session;
    expect(await errorOf(ensureBooted(session, asked))).toMatchObject({ kind: 'captcha' });
    expect(session.deviceId).toBe(deviceId);
    sandbox.faults.clear();
    await ensureBooted(session, asked);
    expect(session.deviceId).not.toBe(deviceId);
  });

  it('boots on for the others when one of them leaves', async () => {
    const controller = new AbortController();
    const leaving = ensureBooted(session, asked, controller.signal);
    const staying = ensureBooted(session, asked);
    controller.abort(new Error('left'));
    expect(await errorOf(leaving)).toMatchObject({ message: 'left' });
    await staying;
    expect(pages).toHaveLength(1);
  });

  it('solves challenges, keeps what the page sets and forgets the solution', async () => {
    sandbox.faults.add({ route: '*', fault: 'challenge' });
    const load = () => transport.ask({ url: 'https://www.tiktok.com/@tiktok', session });
    const answers = await Promise.all([load(), load(), load()]);
    for (const { body } of answers) expect(body.includes('__UNIVERSAL_DATA')).toBe(true);
    const cookies = await session.cookieHeader('https://www.tiktok.com/');
    expect(cookies).toMatch(/ttwid=/);
    expect(cookies).not.toMatch(/_wafchallengeid|waforiginalreid/);
  });
});

describe('the solution of a challenge', () => {
  it("goes with the session's and the request's own cookies, once", async () => {
    const server = await startServer(({ headers }, response) => {
      const isSolved = headers.cookie?.includes('_waf=') ?? false;
      response.end(isSolved ? 'fine' : challengePage());
    });
    const transport = transportTo(server.origin);
    const session = new Session();
    const lines = ['kept=1', 'own=old'].map((pair) => `${pair}; Domain=tiktok.com; Path=/`);
    await session.keep(lines, 'https://www.tiktok.com/');
    const headers = { cookie: 'own=new' };
    for (let call = 0; call < 2; call += 1)
      expect((await transport.ask({ session, headers })).body.toString()).toBe('fine');
    const without = 'kept=1; own=new';
    const withIt = expect.stringMatching(/^kept=1; own=new; _waf=[\w+/=]+$/);
    expect(server.requests.map((request) => request.headers.cookie)).toEqual([
      without,
      withIt,
      without,
      withIt,
    ]);
    await transport.close();
    await server.close();
  });

  it('is not tried twice', async () => {
    const server = await startServer((_, response) => void response.end(challengePage()));
    const transport = transportTo(server.origin, { maxRetries: 2 });
    expect(await errorOf(transport.ask())).toMatchObject({ kind: 'challenge' });
    expect(server.requests).toHaveLength(2);
    await transport.close();
    await server.close();
  });
});

/** A "Please wait..." page whose answer is 7. */
function challengePage(): string {
  const prefix = Buffer.from('prefix');
  const digest = createHash('sha256').update(prefix).update('7').digest('base64');
  const puzzle = { v: { a: prefix.toString('base64'), c: digest } };
  const cs = Buffer.from(JSON.stringify(puzzle)).toString('base64').replace(/=+$/, '');
  return `<html>Please wait...<p id="wci" class="_waf"></p><p id="cs" class="${cs}"></p></html>`;
}
