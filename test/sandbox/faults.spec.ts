/* eslint-disable @typescript-eslint/no-unsafe-return, @typescript-eslint/no-unsafe-call -- tests walk JSON that has no types */
import { createHash } from 'node:crypto';
import { FAULT_KINDS, parseFaults, type FaultKind, type Sandbox } from '../../src/sandbox';
import { DEVICE, fetchFrom, scopeIn, startFixedSandbox, type Answer } from './sandbox-client';

const PAGE = '/@gabrielymayra';
const LIST = `/api/explore/item_list/?${DEVICE}&count=4`;

let sandbox: Sandbox;
beforeAll(async () => {
  sandbox = await startFixedSandbox();
});
afterAll(() => sandbox.stop());
beforeEach(() => {
  sandbox.faults.clear();
});

function once(fault: FaultKind, path = PAGE): Promise<Answer> {
  sandbox.faults.add({ route: '*', fault, times: 1 });
  return fetchFrom(sandbox, path);
}

/** What each fault looks like from outside; one entry per kind, or this does not compile. */
const SIGNS: Record<FaultKind, () => Promise<void>> = {
  'empty-200': async () => {
    const answer = await once('empty-200', LIST);
    expect([answer.status, answer.text, answer.headers['tt_orcas_res']]).toEqual([200, '', '1']);
  },
  challenge: async () => {
    const answer = await once('challenge');
    expect(answer.status).toBe(200);
    expect(answer.text).toContain('Please wait...');
    expect(answer.text).toContain('SlardarWAF');
  },
  'captcha-page': async () => {
    expect((await once('captcha-page')).text).toContain('<title>Security Check</title>');
  },
  'blocked-page': async () => {
    expect((await once('blocked-page')).headers['x-tt-system-error']).toBe('3');
  },
  'shell-page': async () => {
    const answer = await once('shell-page');
    expect(scopeIn(answer.text, 'webapp.app-context')).toBeDefined();
    expect(scopeIn(answer.text, 'webapp.user-detail')).toBeUndefined();
  },
  'no-script': async () => {
    const answer = await once('no-script');
    expect(answer.status).toBe(200);
    expect(answer.text).not.toContain('<script id="__UNIVERSAL');
  },
  'login-redirect': async () => {
    const answer = await once('login-redirect');
    expect(answer.status).toBe(302);
    expect(answer.headers.location).toContain('/login?redirect_url=');
  },
  'not-found-redirect': async () => {
    expect((await once('not-found-redirect')).headers.location).toContain('/notfound');
  },
  'unauthorized-401': async () => expect((await once('unauthorized-401')).status).toBe(401),
  'forbidden-403': async () => expect((await once('forbidden-403')).status).toBe(403),
  'too-many-429': async () => expect((await once('too-many-429')).status).toBe(429),
  'overload-503': async () => {
    const answer = await once('overload-503');
    expect([answer.status, answer.text]).toEqual([503, 'overload-protect triggered']);
  },
  'socket-close': async () => {
    await expect(once('socket-close')).rejects.toMatchObject({ code: 'ECONNRESET' });
  },
  reset: async () => {
    await expect(once('reset')).rejects.toMatchObject({ code: 'ECONNRESET' });
  },
  'slow-body': async () => {
    sandbox.faults.add({ route: 'explore', fault: 'slow-body', times: 1, stallMs: 5 });
    expect((await fetchFrom(sandbox, LIST)).json().itemList).toHaveLength(4);
  },
  'truncated-json': async () => {
    const list = await once('truncated-json', LIST);
    expect(() => list.json()).toThrow(SyntaxError);
    const page = await once('truncated-json');
    expect(() => scopeIn(page.text, 'webapp.user-detail')).toThrow(SyntaxError);
  },
  'verify-json': async () => {
    expect((await once('verify-json', LIST)).json()).toMatchObject({ type: 'verify' });
  },
  'verify-header': async () => {
    expect((await once('verify-header', LIST)).headers).toHaveProperty('bdturing-verify');
  },
  'status-mismatch': async () => {
    const body = (await once('status-mismatch', LIST)).json();
    expect(body).toMatchObject({ statusCode: 10204, status_code: 0 });
    expect(body).not.toHaveProperty('itemList');
  },
  'status-as-text': async () => {
    expect((await once('status-as-text', LIST)).json().statusCode).toBe('10101');
  },
  'empty-page': async () => {
    expect((await once('empty-page', LIST)).json()).toMatchObject({ itemList: [], hasMore: true });
  },
  'missing-list': async () => {
    const body = (await once('missing-list', LIST)).json();
    expect(body.statusCode).toBe(0);
    expect(body).not.toHaveProperty('itemList');
  },
  'duplicate-rows': async () => {
    const { itemList } = (await once('duplicate-rows', LIST)).json();
    expect(itemList).toHaveLength(8);
    expect(itemList[0]).toEqual(itemList[1]);
  },
  'reversed-rows': async () => {
    const account = sandbox.world.user('gabrielymayra');
    const list = `/api/creator/item_list/?${DEVICE}&secUid=${account?.secUid}`;
    const { itemList } = (await once('reversed-rows', list)).json();
    expect(itemList[0].createTime).toBeLessThan(itemList[1].createTime);
  },
  'items-without-video': async () => {
    const { itemList } = (await once('items-without-video', LIST)).json();
    expect(itemList[0]).not.toHaveProperty('video');
    expect(itemList[0]).toHaveProperty('stats');
  },
  'items-without-stats': async () => {
    const { itemList } = (await once('items-without-stats', LIST)).json();
    expect(itemList[0]).not.toHaveProperty('stats');
    expect(itemList[0]).not.toHaveProperty('statsV2');
  },
  'html-instead': async () => {
    expect((await once('html-instead')).headers['content-type']).toContain('text/html');
  },
};

describe('faults', () => {
  it.each(FAULT_KINDS)('%s', (kind) => SIGNS[kind]());

  it('strike as often as they were told to, on their route only', async () => {
    sandbox.faults.add({ route: 'user-page', fault: 'forbidden-403', times: 2 });
    expect((await fetchFrom(sandbox, LIST)).status).toBe(200);
    const statuses = [];
    for (let n = 0; n < 3; n += 1) statuses.push((await fetchFrom(sandbox, PAGE)).status);
    expect(statuses).toEqual([403, 403, 200]);
  });

  it('strike with the given probability, the same way every time', async () => {
    sandbox.faults.add({ route: 'home', fault: 'too-many-429', probability: 0.3 });
    let struck = 0;
    for (let n = 0; n < 200; n += 1) {
      if ((await fetchFrom(sandbox, '/')).status === 429) struck += 1;
    }
    expect(struck).toBeGreaterThan(30);
    expect(struck).toBeLessThan(90);
  });

  it('are read from text', () => {
    expect(parseFaults('user-page:challenge:1, *:empty-200:20%,explore:reset')).toEqual([
      { route: 'user-page', fault: 'challenge', times: 1 },
      { route: '*', fault: 'empty-200', probability: 0.2 },
      { route: 'explore', fault: 'reset' },
    ]);
    expect(() => parseFaults('nowhere:reset')).toThrow('nowhere');
    expect(() => parseFaults('explore:oops')).toThrow('oops');
    expect(() => parseFaults('explore:reset:often')).toThrow('often');
  });
});

describe('challenge', () => {
  function solved(html: string): string {
    const encoded = /id="cs" class="([^"]+)"/.exec(html)?.[1] ?? '';
    const asked = JSON.parse(Buffer.from(encoded, 'base64').toString('utf8'));
    const prefix = Buffer.from(asked.v.a, 'base64');
    for (let i = 0; i <= 1_000_000; i += 1) {
      const digest = createHash('sha256').update(prefix).update(String(i)).digest('base64');
      if (digest !== asked.v.c) continue;
      const answer = { ...asked, d: Buffer.from(String(i)).toString('base64') };
      return Buffer.from(JSON.stringify(answer)).toString('base64');
    }
    throw new Error('no answer');
  }

  it('lets the right answer through and nothing else', async () => {
    sandbox.faults.add({ route: 'user-page', fault: 'challenge' });
    const page = await fetchFrom(sandbox, PAGE);
    const cookie = `_wafchallengeid=${solved(page.text)}`;
    const passed = await fetchFrom(sandbox, PAGE, { headers: { cookie } });
    expect(scopeIn(passed.text, 'webapp.user-detail').statusCode).toBe(0);
    for (const wrong of ['', '_wafchallengeid=e30=', cookie.replace('=ey', '=eY')]) {
      const again = await fetchFrom(sandbox, PAGE, { headers: { cookie: wrong } });
      expect(again.text).toContain('Please wait...');
    }
  });

  it('never stands in the way of the API', async () => {
    sandbox.faults.add({ route: '*', fault: 'challenge' });
    expect((await fetchFrom(sandbox, LIST)).json().statusCode).toBe(0);
  });
});
