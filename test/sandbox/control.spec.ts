import { DEMANDS_IN_ORDER, ROUTE_NAMES, SandboxControl, SWITCH_NAMES } from '../../src/sandbox';
import type { Sandbox } from '../../src/sandbox';
import { DEVICE, fetchFrom, FIXED_NOW_MS, startFixedSandbox } from './sandbox-client';

const LIST = `/api/explore/item_list/?${DEVICE}&count=2`;

let sandbox: Sandbox;
let control: SandboxControl;
beforeEach(async () => {
  sandbox = await startFixedSandbox();
  control = new SandboxControl(sandbox.origin);
});
afterEach(() => sandbox.stop());

function own(path: string, options?: Parameters<typeof fetchFrom>[2]) {
  return fetchFrom(sandbox, `http://127.0.0.1/__sandbox${path}`, options);
}

describe('control API', () => {
  it('describes itself', async () => {
    const about = (await own('/')).json();
    expect(about.routes).toEqual(['*', ...ROUTE_NAMES]);
    expect(Object.keys(about.switches)).toEqual(SWITCH_NAMES);
    expect(about.demands).toEqual(DEMANDS_IN_ORDER);
  });

  it('switches faults on and off', async () => {
    await control.failNext('explore', 'empty-200', 2);
    expect((await fetchFrom(sandbox, LIST)).text).toBe('');
    expect(await control.faults()).toEqual([
      { route: 'explore', fault: 'empty-200', times: 2, left: 1 },
    ]);
    await control.clearFaults();
    expect((await fetchFrom(sandbox, LIST)).json().itemList).toHaveLength(2);
    const rules = [{ route: '*', fault: 'reset', probability: 0.5 } as const];
    expect(await control.addFaults(...rules)).toEqual(rules);
  });

  it('shapes traffic', async () => {
    await control.shape({ route: 'explore', latencyMs: 40, bytesPerSecond: 1_000_000 });
    expect(await control.traffic()).toEqual([
      { route: 'explore', latencyMs: 40, bytesPerSecond: 1_000_000 },
    ]);
    expect(sandbox.traffic.paceOf('explore')).toEqual({ latencyMs: 40, bytesPerSecond: 1_000_000 });
    expect((await fetchFrom(sandbox, LIST)).json().itemList).toHaveLength(2);
    await control.clearTraffic();
    expect(sandbox.traffic.paceOf('explore')).toEqual({ latencyMs: 0, bytesPerSecond: Infinity });
  });

  it('counts the requests that were TikTok’s, and not its own', async () => {
    await fetchFrom(sandbox, LIST);
    await fetchFrom(sandbox, LIST);
    await fetchFrom(sandbox, '/');
    expect(await control.counters()).toEqual({ total: 3, routes: { explore: 2, home: 1 } });
    await control.resetCounters();
    expect(await control.counters()).toEqual({ total: 0, routes: {} });
  });

  it('moves the clock', async () => {
    expect((await control.clock()).nowMs).toBe(FIXED_NOW_MS);
    expect((await control.advanceClock(60_000)).nowMs).toBe(FIXED_NOW_MS + 60_000);
    expect((await control.setClock('2026-12-24T00:00:00Z')).now).toBe('2026-12-24T00:00:00.000Z');
    for (const answer of [await fetchFrom(sandbox, '/'), await own('/clock')]) {
      expect(answer.headers.date).toBe('Thu, 24 Dec 2026 00:00:00 GMT');
    }
  });

  it('changes what is demanded', async () => {
    expect((await control.setDemands({ explore: 'seal' })).explore).toBe('seal');
    expect((await fetchFrom(sandbox, LIST)).text).toBe('');
    await control.setDemands({ explore: 'none' });
    expect((await fetchFrom(sandbox, '/api/explore/item_list/')).json().statusCode).toBe(0);
  });

  it('brings everything back to the start', async () => {
    await control.failNext('*', 'reset', 5);
    await control.shape({ route: '*', latencyMs: 9 });
    await control.setDemands({ explore: 'seal' });
    await control.setSwitches({ carrier: 'sigi' });
    await control.advanceClock(1000);
    await control.reset();
    expect(await control.faults()).toEqual([]);
    expect(await control.traffic()).toEqual([]);
    expect((await control.demands()).explore).toBe('device-id');
    expect((await control.switches()).carrier).toBe('universal');
    expect((await control.clock()).nowMs).toBe(FIXED_NOW_MS);
  });

  it('says in a sentence what is wrong', async () => {
    const attempts: [() => Promise<unknown>, string][] = [
      [() => control.addFaults({ route: 'nowhere' as 'home', fault: 'reset' }), 'nowhere'],
      [() => control.addFaults({ route: 'home', fault: 'oops' as 'reset' }), 'oops'],
      [() => control.shape({ route: 'home', latencyMs: -1 }), 'latencyMs'],
      [() => control.setClock('yesterday'), 'clock'],
      [() => control.setSwitches({ carrier: 'pigeon' as 'sigi' }), 'universal, sigi, next'],
      [() => control.setDemands({ explore: 'money' as 'seal' }), 'device-id'],
    ];
    for (const [attempt, word] of attempts) await expect(attempt()).rejects.toThrow(word);
    expect((await own('/faults', { method: 'POST', body: '{' })).status).toBe(400);
    expect((await own('/nothing')).status).toBe(404);
    const wrong = await own('/reset');
    expect([wrong.status, wrong.headers.allow]).toEqual([405, 'POST']);
  });

  it('adds all faults of a list or none', async () => {
    const good = { route: 'home', fault: 'reset' } as const;
    const bad = { route: 'home', fault: 'oops' as 'reset' } as const;
    await expect(control.addFaults(good, bad)).rejects.toThrow('oops');
    expect(await control.faults()).toEqual([]);
  });

  it('answers to this machine’s own names only', async () => {
    for (const host of ['www.tiktok.com', 'sandbox.internal', '127.0.0.1.example.org']) {
      const answer = await fetchFrom(sandbox, `http://${host}/__sandbox/faults`);
      expect(answer.status).toBe(404);
      expect(answer.text).not.toContain('"faults"');
    }
    expect((await fetchFrom(sandbox, 'http://localhost:4010/__sandbox/faults')).status).toBe(200);
  });
});
