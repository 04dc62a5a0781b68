/* eslint-disable @typescript-eslint/no-unsafe-return, @typescript-eslint/no-unsafe-call -- tests walk JSON that has no types */
import {
  FAULT_KINDS,
  parseFaults,
  SANDBOX_SEAL,
  type FaultKind,
  type Sandbox,
} from '../../src/sandbox';
import { stuckCursor } from '../../src/sandbox/faults/json-bends';
import {
  DEVICE,
  fetchFrom,
  scopeIn,
  startFixedSandbox,
  stateIn,
  type Answer,
} from './sandbox-client';

const PAGE = '/@gabrielymayra';
const DAY_MS = 86_400_000;
const SIGNED = `/api/recommend/item_list/?${DEVICE}&count=2&X-Bogus=1&X-Gnarly=${SANDBOX_SEAL}`;
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

function creatorList(aheadMs = 0): string {
  const account = sandbox.world.user('gabrielymayra');
  const cursor = sandbox.clock.nowMs() + aheadMs;
  return `/api/creator/item_list/?${DEVICE}&secUid=${account?.secUid}&cursor=${cursor}`;
}

function idsOf({ itemList }: { itemList: { id: string }[] }): string[] {
  return itemList.map(({ id }) => id);
}

async function cover(): Promise<string> {
  const page = await fetchFrom(sandbox, PAGE);
  return scopeIn(page.text, 'webapp.user-detail').userInfo.user.avatarThumb;
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
  'research-500': async () => {
    const untouched = await once('research-500');
    const failed = await fetchFrom(sandbox, '/v2/research/user/info/', { method: 'POST' });
    expect([untouched.status, failed.json().error.code]).toEqual([200, 'internal_error']);
  },
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
  'empty-scope': async () => {
    const answer = await once('empty-scope');
    expect(stateIn(answer.text)).toEqual({ __DEFAULT_SCOPE__: {} });
  },
  'unknown-scopes': async () => {
    const answer = await once('unknown-scopes');
    expect(scopeIn(answer.text, 'webapp.sandbox-unknown')).toEqual({
      statusCode: 0,
      itemInfo: null,
    });
    expect(scopeIn(answer.text, 'webapp.user-detail').statusCode).toBe(0);
  },
  'cut-body': async () => {
    await expect(once('cut-body', LIST)).rejects.toMatchObject({ code: 'ECONNRESET' });
  },
  'first-signed-empty': async () => {
    sandbox.faults.add({ route: '*', fault: 'first-signed-empty' });
    const sizes = [];
    for (const path of [LIST, SIGNED, SIGNED]) {
      sizes.push((await fetchFrom(sandbox, path)).bytes.length > 0);
    }
    expect(sizes).toEqual([true, false, true]);
    const other = SIGNED.replace('0000001', '0000002');
    expect((await fetchFrom(sandbox, other)).text).toBe('');
  },
  'address-budget': async () => {
    sandbox.faults.add({ route: 'creator-list', fault: 'address-budget', budget: 2 });
    const sizes = [];
    for (let n = 0; n < 4; n += 1) {
      sizes.push((await fetchFrom(sandbox, creatorList())).bytes.length > 0);
    }
    expect(sizes).toEqual([true, true, false, false]);
    expect((await fetchFrom(sandbox, LIST)).json().statusCode).toBe(0);
  },
  'same-page': async () => {
    const first = (await fetchFrom(sandbox, creatorList())).json();
    const later = (await once('same-page', creatorList(-200 * DAY_MS))).json();
    expect(idsOf(later)).toEqual(idsOf(first));
    expect(later.hasMorePrevious).toBe(true);
  },
  'stuck-cursor': async () => {
    // No unsigned list has a cursor of its own; the body is what matters here.
    const asked = `${LIST}&cursor=30`;
    const body = (await once('stuck-cursor', asked)).json();
    expect(body.hasMore).toBe(true);
    const change = stuckCursor(new URLSearchParams('cursor=30'));
    const page = { cursor: '60', minCursor: 7, hasMore: false, itemList: [] };
    change(page);
    expect(page).toEqual({ cursor: '30', minCursor: 30, hasMore: true, itemList: [] });
  },
  'null-comments': async () => {
    const body = (await once('null-comments', LIST)).json();
    expect(body.itemList).toBeNull();
  },
  'repeated-rows': async () => {
    const first = (await fetchFrom(sandbox, creatorList())).json();
    const honest = (await fetchFrom(sandbox, creatorList(-200 * DAY_MS))).json();
    const later = (await once('repeated-rows', creatorList(-200 * DAY_MS))).json();
    expect(idsOf(later)).toEqual([...idsOf(first).slice(0, 3), ...idsOf(honest)]);
  },
  'pinned-out-of-order': async () => {
    const { itemList } = (await once('pinned-out-of-order', creatorList())).json();
    expect(itemList[0].isPinnedItem).toBe(true);
    expect(itemList[0].createTime).toBeLessThan(itemList[2].createTime);
  },
  'unknown-entries': async () => {
    const { itemList } = (await once('unknown-entries', LIST)).json();
    expect(itemList).toHaveLength(5);
    expect(itemList[2]).toMatchObject({ type: 999 });
  },
  'disordered-keys': async () => {
    const honest = (await fetchFrom(sandbox, creatorList())).json();
    const body = (await once('disordered-keys', creatorList())).json();
    expect(Object.keys(body)[0]).toBe(Object.keys(honest).at(-1));
    expect(body.itemList[0].author).toHaveProperty('sandboxUnknownKey');
    expect(idsOf(body)).toEqual(idsOf(honest));
    const page = await once('disordered-keys');
    expect(scopeIn(page.text, 'webapp.user-detail')).toHaveProperty('sandboxUnknownKey');
  },
  'link-expired': async () => {
    const answer = await once('link-expired', await cover());
    expect([answer.status, answer.headers['x-tiktok-sandbox-refusal']]).toEqual([403, 'expired']);
  },
  'zero-bytes': async () => {
    const answer = await once('zero-bytes', await cover());
    expect([answer.status, answer.bytes.length]).toEqual([200, 0]);
    expect(answer.headers['content-type']).toBe('image/jpeg');
  },
  'head-refused': async () => {
    const url = await cover();
    sandbox.faults.add({ route: 'media-image', fault: 'head-refused', times: 1 });
    expect((await fetchFrom(sandbox, url)).status).toBe(200);
    expect((await fetchFrom(sandbox, url, { method: 'HEAD' })).status).toBe(403);
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

  it('are not used up by answers that they cannot spoil', async () => {
    sandbox.faults.add({ route: '*', fault: 'empty-page', times: 1 });
    expect((await fetchFrom(sandbox, PAGE)).status).toBe(200);
    expect((await fetchFrom(sandbox, LIST)).json().itemList).toEqual([]);
    expect((await fetchFrom(sandbox, LIST)).json().itemList).toHaveLength(4);
  });

  it('strike with the given probability, the same way every time', async () => {
    sandbox.faults.add({ route: 'home', fault: 'too-many-429', probability: 0.3 });
    let struck = 0;
    for (let n = 0; n < 200; n += 1) {
      if ((await fetchFrom(sandbox, '/')).status === 429) struck += 1;
    }
    expect(Math.abs(struck - 60)).toBeLessThan(30);
  });

  it('are read from text', () => {
    expect(parseFaults('home:address-budget:budget=5,home:slow-body:2:stallMs=9')).toEqual([
      { route: 'home', fault: 'address-budget', budget: 5 },
      { route: 'home', fault: 'slow-body', times: 2, stallMs: 9 },
    ]);
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
