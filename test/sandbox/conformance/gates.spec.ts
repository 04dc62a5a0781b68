import type { Sandbox } from '../../../src/sandbox';
import { startFixedSandbox } from '../sandbox-client';
import { solveChallenge } from './challenge-solver';
import { scopesIn } from './page-reader';
import type { Response } from './session';
import { Visitor } from './surfaces';
import { addressOf } from './web-api';

jest.setTimeout(120_000);

let sandbox: Sandbox;
let visitor: Visitor;
beforeEach(async () => {
  sandbox = await startFixedSandbox();
  visitor = await Visitor.booted(sandbox.port);
});
afterEach(async () => {
  visitor.close();
  await sandbox.stop();
});

const FEED = '/api/recommend/item_list/';

function expectSilence({ status, headers, bytes }: Response): void {
  expect([status, bytes.length]).toEqual([200, 0]);
  expect(headers).toMatchObject({ tt_orcas_res: '1', 'content-length': '0' });
}

describe('the challenge', () => {
  it('gives way to its answer, for that request, and comes again', async () => {
    sandbox.faults.add({ route: 'user-page', fault: 'challenge' });
    const page = await visitor.session.send('/@somebody');
    expect(page.text).toContain('Please wait...');
    expect(scopesIn(page.text)).toBeUndefined();
    const cookies = solveChallenge(page.text);
    for (const [name, value] of cookies ?? []) visitor.session.cookies.set(name, value);
    const passed = await visitor.session.send('/@somebody');
    expect(scopesIn(passed.text)).toHaveProperty(['webapp.user-detail', 'statusCode'], 0);
    // The real cookies live for one second: a client forgets them.
    for (const name of cookies?.keys() ?? []) visitor.session.cookies.delete(name);
    expect((await visitor.session.send('/@somebody')).text).toContain('Please wait...');
  });

  it('stays with a wrong answer, and with one to a question that nobody asked', async () => {
    sandbox.faults.add({ route: 'user-page', fault: 'challenge' });
    const { text } = await visitor.session.send('/@somebody');
    const [[name, right] = ['', '']] = [...(solveChallenge(text) ?? [])];
    const answered = JSON.parse(Buffer.from(right, 'base64').toString('utf8')) as {
      v: { a: string };
      d: string;
    };
    const wrongs = [
      { ...answered, d: Buffer.from('1000001').toString('base64') },
      { ...answered, v: { ...answered.v, a: 'AAAA' } },
      {},
    ];
    for (const wrong of wrongs) {
      const value = Buffer.from(JSON.stringify(wrong)).toString('base64');
      visitor.session.cookies.set(name, value);
      expect((await visitor.session.send('/@somebody')).text).toContain('Please wait...');
    }
  });
});

describe('a demand', () => {
  it('for a seal meets the unsigned with silence', async () => {
    expectSilence(await visitor.api.call(FEED, { count: 6 }));
    expectSilence(await visitor.api.call(FEED, { count: 6, 'X-Bogus': '1', 'X-Gnarly': 'x' }));
  });

  it('for a device id meets those without one with silence', async () => {
    visitor.session.deviceId = '';
    expectSilence(await visitor.api.call('/api/explore/item_list/', { count: 6 }));
  });

  it('never takes an msToken that was made up', async () => {
    const msToken = 'A'.repeat(128);
    expectSilence(await visitor.api.call('/api/explore/item_list/', { count: 6, msToken }));
    const empty = await visitor.api.call('/api/explore/item_list/', { count: 6, msToken: '' });
    expect(JSON.parse(empty.text)).toHaveProperty('itemList');
  });

  it('is met by the signer', async () => {
    const signed = await visitor.api.callSigned(FEED, { count: 6 });
    expect(JSON.parse(signed.text)).toMatchObject({ statusCode: 0, hasMore: true });
  });

  it('is not met by a signature for another query', async () => {
    const { data } = await visitor.api.sign(addressOf(visitor.session, FEED, { count: 6 }));
    const headers = { 'user-agent': data.navigator.user_agent };
    const bent = data.signed_url.replace('count=6', 'count=7');
    expect(bent).not.toBe(data.signed_url);
    expectSilence(await visitor.session.send(bent, { headers }));
    const otherAgent = { 'user-agent': 'curl/8.0' };
    expectSilence(await visitor.session.send(data.signed_url, { headers: otherAgent }));
  });
});
