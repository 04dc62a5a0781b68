import type { TestApi } from '../support/api';
import { startApi } from '../support/api';
import { eventually } from '../support/redis';

const kept = '/api/user/gabrielymayra/info';

describe('more work than there is room for', () => {
  let api: TestApi;

  beforeEach(async () => {
    api = await startApi({ environment: { TIKTOK_MAX_OPERATIONS: '2' } });
    await api.call(kept);
  });

  afterEach(() => api.close());

  it('is refused at once, while hits and health are answered, and taken when there is room', async () => {
    api.sandbox.faults.add({ route: '*', fault: 'slow-body', stallMs: 600_000 });
    const stalled = ['a.one', 'a.two'].map((handle) =>
      api.call(`/api/user/${handle}/info`).catch(() => undefined),
    );
    const underWay = async (): Promise<unknown> =>
      (await api.call('/health/upstream')).json().underWay;
    await eventually(async () => expect(await underWay()).toBe(2));
    const refused = await api.call('/api/user/a.three/info');
    expect([refused.status, refused.json().code]).toEqual([503, 'tiktok.busy']);
    expect(refused.headers['retry-after']).toBe('2');
    const inEnvelope = await api.call('/api/tiktok/statistic?url=7571171661639170204');
    expect([inEnvelope.status, inEnvelope.json().error]).toEqual([503, 'tiktok.busy']);
    const paid = await api.call('/apis/tt/user/info?username=a.four&token=t');
    expect([paid.status, paid.headers.units_charged]).toEqual([503, '0']);
    expect((await api.call(kept)).status).toBe(200);
    expect((await api.call('/health/ready')).status).toBe(200);
    api.sandbox.faults.clear();
    await Promise.all(stalled);
    await eventually(async () => expect(await underWay()).toBe(0));
    expect((await api.call('/api/user/a.three/info')).status).toBe(200);
  });
});

describe('a process that is late with its work', () => {
  it('begins nothing new until it has caught up, and serves what it has', async () => {
    const api = await startApi({ environment: { MAX_EVENT_LOOP_DELAY_MS: '10' } });
    try {
      await api.call(kept);
      let isBusy = true;
      const keepBusy = (): void => {
        const untilMs = performance.now() + 60;
        while (performance.now() < untilMs);
        if (isBusy) setImmediate(keepBusy);
      };
      keepBusy();
      const ask = () => api.call(`/api/user/u${String(Math.random()).slice(2, 12)}/info`);
      await eventually(async () => expect((await ask()).json().code).toBe('tiktok.busy'));
      expect((await api.call(kept)).status).toBe(200);
      isBusy = false;
      await eventually(async () => expect((await ask()).status).toBe(200));
    } finally {
      await api.close();
    }
  });
});
