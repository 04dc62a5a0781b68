import { OperationCache } from '../../src/cache/operation-cache';
import type { TestApi } from '../support/api';
import { startApi } from '../support/api';
import { eventually } from '../support/redis';

const info = '/api/user/gabrielymayra/info';
const minuteMs = 60_000;

describe('answers that are no longer fresh', () => {
  let api: TestApi;
  let passedMs = 0;

  /** This process believes that time has passed; what waits for timers does not notice. */
  const passTime = (ms: number): void => {
    passedMs += ms;
  };

  beforeEach(async () => {
    passedMs = 0;
    const realNow = Date.now.bind(Date);
    jest.spyOn(Date, 'now').mockImplementation(() => realNow() + passedMs);
    api = await startApi({ environment: { API_TOKENS: 'a-token' } });
  });

  afterEach(async () => {
    await api.close();
    jest.restoreAllMocks();
  });

  const call = (path: string, headers: Record<string, string> = {}) =>
    api.call(path, { headers: { authorization: 'Bearer a-token', ...headers } });

  it('are sent at once and renewed behind', async () => {
    const before = await call(info);
    api.sandbox.clock.advance(100 * 24 * 60 * minuteMs);
    passTime(11 * minuteMs);
    const stale = await call(info);
    expect(stale.text).toBe(before.text);
    expect(stale.headers['cache-status']).toMatch(/^tiktok-data-api; hit; ttl=-\d+$/);
    expect(Number(stale.headers.age)).toBeGreaterThanOrEqual(11 * 60);
    await eventually(async () => {
      const renewed = await call(info);
      expect(renewed.headers['cache-status']).toMatch(/^tiktok-data-api; hit; ttl=\d+$/);
      expect(renewed.text).not.toBe(before.text);
    });
    expect(api.app.get(OperationCache).stats()).toMatchObject({ renewals: 1, failedRenewals: 0 });
  });

  it('stand in when TikTok refuses, marked, and a forced refresh is told the refusal', async () => {
    const path = '/api/user/gabrielymayra/videos';
    const before = await call(path);
    api.sandbox.faults.add({ route: '*', fault: 'forbidden-403' });
    passTime(60 * minuteMs);
    const spare = await call(path);
    expect([spare.status, spare.text]).toEqual([200, before.text]);
    expect(spare.headers['cache-status']).toMatch(
      /^tiktok-data-api; fwd=stale; ttl=-\d+; detail=stale-if-error$/,
    );
    const refreshed = await api.call('/api/user/videos', {
      method: 'POST',
      headers: { authorization: 'Bearer a-token', 'content-type': 'application/json' },
      body: JSON.stringify({ user_id: 'gabrielymayra', update_cache: true }),
    });
    expect([refreshed.status, refreshed.json().code]).toEqual([503, 'tiktok.blocked']);
    expect((await call(path)).text).toBe(before.text);
  });

  it('are fetched anew for a caller with a token who says no-cache, and for nobody else', async () => {
    const before = await call(info);
    api.sandbox.clock.advance(100 * 24 * 60 * minuteMs);
    expect((await call(info, { 'cache-control': 'max-age=0' })).text).toBe(before.text);
    const renewed = await call(info, { 'cache-control': 'No-Cache, max-age=0' });
    expect(renewed.text).not.toBe(before.text);
    expect(renewed.headers['cache-status']).toContain('; fwd=request;');
    expect((await call(info)).text).toBe(renewed.text);
  });

  it('are what a caller without a token gets who says no-cache', async () => {
    const open = await startApi({ on: api.sandbox });
    await open.call(info);
    const again = await open.call(info, { headers: { 'cache-control': 'no-cache' } });
    expect(again.headers['cache-status']).toContain('; hit;');
    await open.close();
  });
});
