import type { FaultKind } from '../../src/sandbox';
import type { TestApi } from '../support/api';
import { startApi } from '../support/api';

const routes = [
  '/api/trending_videos',
  '/api/user/gabrielymayra/info',
  '/api/user/gabrielymayra/videos',
  '/api/user/luna_the_pantera/6954415245976751361/likes_count',
];
const refusals: FaultKind[] = ['empty-200', 'captcha-page', 'shell-page'];

describe('a TikTok that refuses', () => {
  let api: TestApi;

  beforeEach(async () => {
    api = await startApi();
  });

  afterEach(() => api.close());

  it.each(refusals.flatMap((fault) => routes.map((route) => [fault, route] as const)))(
    '%s: 503 for %s, and fine again when it is over',
    async (fault, route) => {
      api.sandbox.faults.add({ route: '*', fault });
      const refused = await api.call(route);
      expect(refused.status).toBe(503);
      expect(refused.headers['retry-after']).toMatch(/^\d+$/);
      expect(refused.headers['content-type']).toBe('application/problem+json');
      expect(refused.json()).toMatchObject({
        code: 'tiktok.blocked',
        retryable: true,
        attempts: expect.arrayContaining([expect.objectContaining({ code: 'tiktok.blocked' })]),
      });
      api.sandbox.faults.clear();
      expect((await api.call(route)).status).toBe(200);
    },
  );

  it('keeps no refusal: the next request is asked anew', async () => {
    api.sandbox.faults.add({ route: '*', fault: 'captcha-page' });
    expect((await api.call('/api/user/a/info')).status).toBe(503);
    const askedFirst = api.sandbox.counters.count('user-page');
    expect((await api.call('/api/user/a/info')).status).toBe(503);
    expect(api.sandbox.counters.count('user-page')).toBe(2 * askedFirst);
  });

  it('goes round a refused page by a signed call where a signer is set up, and says so', async () => {
    api.sandbox.faults.add({ route: 'user-page', fault: 'captcha-page' });
    const reply = await api.call('/api/user/gabrielymayra/info');
    expect([reply.status, reply.headers['x-tiktok-source']]).toEqual([200, 'sandbox:signed-api']);
  });
});

describe('a TikTok that refuses a server without a signer', () => {
  let api: TestApi;

  beforeEach(async () => {
    api = await startApi({ hasSigner: false });
  });

  afterEach(() => api.close());

  it('goes round a refused page by the embed surface, and says so', async () => {
    api.sandbox.faults.add({ route: 'user-page', fault: 'captcha-page' });
    const reply = await api.call('/api/user/gabrielymayra/info');
    expect(reply.status).toBe(200);
    expect(reply.headers['x-tiktok-source']).toBe('sandbox:embed');
    const { userInfo } = reply.json<{ userInfo: { user: Record<string, unknown> } }>();
    expect(userInfo.user.uniqueId).toBe('gabrielymayra');
    expect(userInfo.user).not.toHaveProperty('secUid');
  });

  it('goes round a refused list by the embed surface, and says that it is short', async () => {
    api.sandbox.faults.add({ route: 'creator-list', fault: 'empty-200' });
    const reply = await api.call('/api/user/gabrielymayra/videos');
    expect(reply.status).toBe(200);
    expect(Object.keys(reply.json())).toHaveLength(10);
    expect(reply.headers).toMatchObject({
      'x-tiktok-source': 'sandbox:embed',
      'x-tiktok-completeness': 'capped',
      'x-tiktok-completeness-reason': 'this source shows no more than 10 items',
    });
  });

  it('gives what it read when a list breaks off half way, and says so', async () => {
    const whole = await api.call('/api/user/gabrielymayra/videos?links=upstream&count=15');
    expect(Object.keys(whole.json())).toHaveLength(15);
    api.sandbox.faults.add({ route: '*', fault: 'empty-200' });
    const reply = await api.call('/api/user/gabrielymayra/videos?links=upstream&count=60');
    expect(reply.status).toBe(200);
    expect(reply.text).toBe(whole.text);
    expect(reply.headers).toMatchObject({
      'x-tiktok-completeness': 'partial',
      'x-tiktok-completeness-reason': expect.stringContaining('tiktok.blocked'),
      'cache-control': 'no-cache',
    });
  });

  it('solves the proof of work', async () => {
    api.sandbox.faults.add({ route: 'user-page', fault: 'challenge' });
    const reply = await api.call('/api/user/gabrielymayra/info');
    expect(reply.status).toBe(200);
    expect(reply.headers['x-tiktok-source']).toBe('sandbox:page');
  });

  it('knows a former handle on the embed surface too, which shows no secUid', async () => {
    api.sandbox.faults.add({ route: 'user-page', fault: 'captcha-page' });
    const likesOf = (handle: string) =>
      api.call(`/api/user/${handle}/6954415245976751361/likes_count`);
    const reply = await likesOf('tatyanka_yak');
    expect([reply.status, reply.text]).toEqual([200, expect.stringMatching(/ \d+ likes$/)]);
    expect((await likesOf('gabrielymayra')).status).toBe(404);
  });

  it('shows in /health/upstream how it was refused', async () => {
    api.sandbox.faults.add({ route: 'user-page', fault: 'captcha-page' });
    await api.call('/api/user/gabrielymayra/info');
    const { rungs, guests } = (await api.call('/health/upstream')).json<{
      guests: object[];
      rungs: { operation: string; source: string; state: string; lastFailure?: object }[];
    }>();
    const stateOf = (operation: string, source: string) =>
      rungs.find((rung) => rung.operation === operation && rung.source === source);
    expect(stateOf('user', 'page')).toMatchObject({
      state: 'failing',
      failures: expect.any(Number),
      lastFailure: { code: 'tiktok.blocked', kind: 'captcha' },
    });
    expect(stateOf('user', 'embed')).toMatchObject({ state: 'works', successes: 1 });
    expect(stateOf('trending', 'web-api')).toMatchObject({ state: 'never tried' });
    expect(guests[0]).toMatchObject({ state: 'works', lastRefusal: 'captcha' });
  });
});
