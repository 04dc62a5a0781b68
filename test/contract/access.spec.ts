import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Reply, TestApi } from '../support/api';
import { startApi } from '../support/api';

const fieldRequired = (name: string) => ({
  detail: [{ loc: ['query', name], msg: 'field required', type: 'value_error.missing' }],
});

/** A call that costs one unit, of an account that the sandbox makes up. */
const paid = (token: string, username = 'someone') =>
  `/apis/tt/user/info?username=${username}&token=${token}`;

const usedOn = (day: string, token: string) =>
  `/apis/customer/get-used-units?date=${day}&token=${token}`;

describe('tokens of the configuration', () => {
  let api: TestApi;

  beforeAll(async () => {
    api = await startApi({ environment: { API_TOKENS: 'first-token, second-token' } });
  });

  afterAll(() => api.close());

  it.each(['first-token', 'second-token'])('%s passes', async (token) => {
    expect((await api.call(usedOn('2026-11-21', token))).status).toBe(200);
  });

  it.each([
    'first-toke',
    'first-token2',
    'FIRST-TOKEN',
    '',
    'undefined',
    'first-token,%20second-token',
  ])('"%s" is answered with 491', async (token) => {
    const reply = await api.call(usedOn('2026-11-21', token));
    expect([reply.status, reply.json()]).toEqual([491, { detail: 'Token not found' }]);
  });

  it.each([
    ['no token and no parameter', '/apis/tt/user/info', 422, fieldRequired('token')],
    ['an unknown token and no parameter', '/apis/tt/user/info?token=x', 491, expect.anything()],
    [
      'a token and no parameter',
      '/apis/tt/user/info?token=first-token',
      422,
      fieldRequired('username'),
    ],
  ])('asks for the token before the parameters: %s', async (_, path, status, body) => {
    api.sandbox.counters.reset();
    const reply = await api.call(path);
    expect([reply.status, reply.json()]).toEqual([status, body]);
    expect(reply.headers.units_charged).toBe('0');
    expect(api.sandbox.counters.count()).toBe(0);
  });

  it('takes the last of a parameter that is given twice, and any that it does not know', async () => {
    const reply = await api.call(`${usedOn('2026-11-20', 'x')}&token=first-token&more=1`);
    expect(reply.status).toBe(200);
  });
});

describe('without configured tokens', () => {
  it('takes any token where only this machine can call', async () => {
    const api = await startApi();
    try {
      expect((await api.call(usedOn('2026-11-21', 'anything'))).status).toBe(200);
    } finally {
      await api.close();
    }
  });

  it('does not start where others can call, unless it is told to let everybody in', async () => {
    await expect(startApi({ environment: { HOST: '0.0.0.0' } })).rejects.toThrow(
      /HOST=0\.0\.0\.0: .*API_TOKENS.*API_TOKENS_FILE.*ALLOW_ANONYMOUS/,
    );
    const api = await startApi({ environment: { HOST: '0.0.0.0', ALLOW_ANONYMOUS: 'true' } });
    try {
      expect((await api.call(usedOn('2026-11-21', 'anything'))).status).toBe(200);
    } finally {
      await api.close();
    }
  });
});

describe('tokens of a file', () => {
  const folder = mkdtempSync(join(tmpdir(), 'tokens-'));
  const path = join(folder, 'tokens');
  let api: TestApi;
  let nowMs = Date.parse('2026-11-21T12:00:00Z');

  beforeAll(async () => {
    writeFileSync(path, '# ours\nkept-token\nsmall-token 2  # two units a day\n\n');
    api = await startApi({
      environment: { API_TOKENS: 'fixed-token', API_TOKENS_FILE: path },
      accessNowMs: () => nowMs,
    });
  });

  afterAll(async () => {
    await api.close();
    rmSync(folder, { recursive: true });
  });

  async function statusOf(token: string): Promise<number> {
    // The file is looked at once a second at most.
    nowMs += 2_000;
    return (await api.call(usedOn('2026-11-21', token))).status;
  }

  it('pass beside those of the configuration', async () => {
    expect(await statusOf('kept-token')).toBe(200);
    expect(await statusOf('small-token')).toBe(200);
    expect(await statusOf('fixed-token')).toBe(200);
    expect(await statusOf('ours')).toBe(491);
  });

  it('have the limit that stands behind them', async () => {
    const calls = [1, 2, 3].map((number) => paid('small-token', `limited.${number}`));
    const statuses: number[] = [];
    for (const call of calls) statuses.push((await api.call(call)).status);
    expect(statuses).toEqual([200, 200, 495]);
  });

  it('come and go with the file, and stay when it is broken or gone', async () => {
    writeFileSync(path, 'new-token\n');
    expect([await statusOf('new-token'), await statusOf('kept-token')]).toEqual([200, 491]);
    writeFileSync(path, 'other-token not-a-number\n');
    expect([await statusOf('new-token'), await statusOf('other-token')]).toEqual([200, 491]);
    rmSync(path);
    expect([await statusOf('new-token'), await statusOf('new-token')]).toEqual([200, 200]);
    writeFileSync(path, 'last-token 5\n');
    expect([await statusOf('last-token'), await statusOf('new-token')]).toEqual([200, 491]);
  });

  it('stop the start when the file cannot be read, without a word of its content', async () => {
    const broken = join(folder, 'broken');
    writeFileSync(broken, 'secret-token twelve\n');
    const started = startApi({ environment: { API_TOKENS_FILE: broken } });
    await expect(started).rejects.toThrow(/API_TOKENS_FILE=.*line 1 is not/);
    await started.catch((error: Error) => expect(error.message).not.toContain('secret-token'));
    const missing = startApi({ environment: { API_TOKENS_FILE: join(folder, 'missing') } });
    await expect(missing).rejects.toThrow(/API_TOKENS_FILE=.*ENOENT/);
  });
});

describe('units', () => {
  let api: TestApi;
  let nowMs: number;

  beforeEach(async () => {
    nowMs = Date.parse('2026-11-21T23:59:50Z');
    api = await startApi({ environment: { API_DAILY_UNITS: '3' }, accessNowMs: () => nowMs });
  });

  afterEach(() => api.close());

  async function history(token: string, days: number): Promise<unknown> {
    return (await api.call(`/apis/customer/get-history?days=${days}&token=${token}`)).json();
  }

  it('are counted by token and day, and a new day begins at midnight UTC', async () => {
    await api.call(paid('a'));
    await api.call(paid('a'));
    await api.call(paid('b'));
    nowMs = Date.parse('2026-11-22T00:00:00Z');
    await api.call(paid('a'));
    expect((await api.call(usedOn('2026-11-21', 'a'))).json()).toEqual({ data: { tiktok: 2 } });
    expect((await api.call(usedOn('20261122', 'a'))).json()).toEqual({ data: { tiktok: 1 } });
    expect((await api.call(usedOn('2026-11-21', 'b'))).json()).toEqual({ data: { tiktok: 1 } });
    expect((await api.call(usedOn('2026-11-22', 'b'))).json()).toEqual({ data: {} });
    expect(await history('a', 3)).toEqual({
      data: [
        { date: '2026-11-20', units: {} },
        { date: '2026-11-21', units: { tiktok: 2 } },
        { date: '2026-11-22', units: { tiktok: 1 } },
      ],
    });
  });

  it('end with 495 before TikTok is asked, after wrong parameters, until midnight', async () => {
    for (const name of ['one', 'two', 'three']) await api.call(paid('a', name));
    api.sandbox.counters.reset();
    const refused = await api.call(paid('a', 'four'));
    expect([refused.status, refused.json(), refused.headers.units_charged]).toEqual([
      495,
      { detail: 'Maximum requests limit reached for today.' },
      '0',
    ]);
    expect((await api.call('/apis/tt/user/info?token=a')).status).toBe(422);
    expect(api.sandbox.counters.count()).toBe(0);
    expect((await api.call(usedOn('2026-11-21', 'a'))).status).toBe(200);
    expect((await api.call(paid('b'))).status).toBe(200);
    nowMs += 10_000;
    expect((await api.call(paid('a', 'four'))).status).toBe(200);
  });

  it('stand once in the header of every answer, whatever it is', async () => {
    const replies = await Promise.all(
      [paid('a'), usedOn('2026-11-21', 'a'), '/apis/nothing', '/apis/tt/%zz', '/apis'].map((path) =>
        api.call(path),
      ),
    );
    expect(replies.map(({ headers }) => headers.units_charged)).toEqual(['1', '0', '0', '0', '0']);
  });

  it('are not charged for what TikTok refuses', async () => {
    const reply = await api.call(paid('a', 'missing.one'));
    expect([reply.status, reply.headers.units_charged]).toEqual([473, '0']);
    expect((await api.call(usedOn('2026-11-21', 'a'))).json()).toEqual({ data: {} });
  });

  it.each(['2026-02-30', '2026-13-01', 'today', '2026-1-1', ''])(
    'are not asked for on "%s"',
    async (day) => {
      const reply = await api.call(usedOn(day, 'a'));
      expect(reply.status).toBe(422);
      expect(reply.json()).toMatchObject({ detail: [{ loc: ['query', 'date'] }] });
    },
  );

  it.each(['0', '401', '1.5', 'x'])('have no history of %s days', async (days) => {
    const reply = await api.call(`/apis/customer/get-history?days=${days}&token=a`);
    expect(reply.status).toBe(422);
    expect(reply.json<{ detail: unknown[] }>().detail).toHaveLength(1);
  });
});

describe('addresses', () => {
  let api: TestApi;

  beforeAll(async () => {
    api = await startApi();
  });

  afterAll(() => api.close());

  it.each(['/apis//customer', '/apis///customer', '/apis/customer/'])(
    '%s is taken as written by the SDKs',
    async (prefix) => {
      const reply: Reply = await api.call(`${prefix}/get-used-units?date=2026-11-21&token=a//b`);
      expect(reply.status).toBe(200);
    },
  );

  it('below other prefixes keep their double slashes', async () => {
    expect((await api.call('/api//trending_videos')).status).toBe(404);
    expect((await api.call('//apis/customer/get-history?days=1&token=a')).status).toBe(404);
  });

  it('answers of one token are kept from shared caches', async () => {
    const control = (await api.call(paid('a'))).headers['cache-control'];
    expect(control).not.toContain('public');
  });
});

describe('the log', () => {
  it('holds no token and no hash of one, whatever happens', async () => {
    const lines: string[] = [];
    const write = jest.spyOn(process.stdout, 'write').mockImplementation((chunk) => {
      lines.push(String(chunk));
      return true;
    });
    const api = await startApi({
      environment: { LOG_LEVEL: 'trace', API_TOKENS: 'secret-token-1' },
    });
    try {
      for (const path of [
        paid('secret-token-1'),
        paid('secret-token-2'),
        '/apis/x?token=secret-token-1',
      ])
        await api.call(path);
      api.sandbox.faults.add({ route: '*', fault: 'overload-503' });
      expect((await api.call(paid('secret-token-1', 'other'))).status).toBe(503);
    } finally {
      await api.close();
      write.mockRestore();
    }
    const log = lines.join('');
    expect(log).toContain('/apis/tt/user/info');
    expect(log).not.toContain('secret-token');
    expect(log).not.toContain(createHash('sha256').update('secret-token-1').digest('hex'));
  });
});
