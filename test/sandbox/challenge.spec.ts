import { createHash } from 'node:crypto';
import type { Sandbox } from '../../src/sandbox';
import { DEVICE, fetchFrom, scopeIn, startFixedSandbox } from './sandbox-client';

const PAGE = '/@gabrielymayra';
const LIST = `/api/explore/item_list/?${DEVICE}&count=4`;

let sandbox: Sandbox;
beforeEach(async () => {
  sandbox = await startFixedSandbox();
});
afterEach(() => sandbox.stop());

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

describe('challenge', () => {
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

  it('is put once to every new session where that is switched on', async () => {
    sandbox.switches.set({ challenge: 'new-sessions' });
    const asked = await fetchFrom(sandbox, PAGE);
    expect(asked.text).toContain('Please wait...');
    expect(asked.cookies.size).toBe(0);
    const second = /id="rs" class="([^"]+)"/.exec(asked.text)?.[1];
    const cookie = `_wafchallengeid=${solved(asked.text)}; waforiginalreid=${second}`;
    const passed = await fetchFrom(sandbox, PAGE, { headers: { cookie } });
    expect(scopeIn(passed.text, 'webapp.user-detail').statusCode).toBe(0);
    const session = `ttwid=${passed.cookies.get('ttwid')}`;
    const later = await fetchFrom(sandbox, '/@zachking', { headers: { cookie: session } });
    expect(scopeIn(later.text, 'webapp.user-detail').statusCode).toBe(0);
    const forged = await fetchFrom(sandbox, PAGE, { headers: { cookie: 'ttwid=1%7Cx%7C1%7C2' } });
    expect(forged.text).toContain('Please wait...');
  });

  it('is put on pages only: lists and embeds answer new sessions', async () => {
    sandbox.switches.set({ challenge: 'new-sessions' });
    expect((await fetchFrom(sandbox, LIST)).json().statusCode).toBe(0);
    expect((await fetchFrom(sandbox, '/embed/@gabrielymayra')).text).toContain('videoList');
  });
});
