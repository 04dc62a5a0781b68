import { inspect } from 'node:util';
import type { RefusalKind, TikTokError } from '../tiktok.errors';
import {
  TikTokBlockedError,
  TikTokBusyError,
  TikTokNotFoundError,
  TikTokShapeChangedError,
  TikTokTimeoutError,
  TikTokUnreachableError,
} from '../tiktok.errors';
import type { Session } from './session';
import { SessionPool, type SessionPoolOptions } from './session-pool';

const rest = {
  refusalsBeforeRest: 2,
  firstRestMs: 1_000,
  longestRestMs: 3_000,
  restsBeforeRetirement: 3,
};

/** A pool on a clock of its own, and who was asked. */
function poolOf(options: SessionPoolOptions = {}) {
  const clock = { nowMs: 0 };
  const pool = new SessionPool({ rest, nowMs: () => clock.nowMs, ...options });
  const asked: Session[] = [];
  const meet = (error?: TikTokError) =>
    pool
      .use(async (session) => {
        asked.push(session);
        if (error) throw error;
        return 'an answer';
      })
      .catch((thrown: unknown) => thrown);
  const states = () => pool.health().sessions.map(({ id, state }) => `${id} ${state}`);
  return { pool, clock, asked, meet, states };
}

const refusal = (kind: RefusalKind = 'captcha') => new TikTokBlockedError(kind, kind);

describe('SessionPool', () => {
  it('stays with one session while it is answered', async () => {
    const { asked, meet, pool } = poolOf();
    for (let call = 0; call < 3; call += 1) expect(await meet()).toBe('an answer');
    expect(new Set(asked).size).toBe(1);
    expect(pool.health()).toMatchObject({
      size: 2,
      retiredCount: 0,
      sessions: [{ id: 1, state: 'works', answerCount: 3, refusalCount: 0 }],
    });
  });

  it.each<RefusalKind>([
    'empty_answer',
    'captcha',
    'challenge',
    'blocked_page',
    'login_wall',
    'rate_limit',
    'risk',
  ])('asks once more as another guest after %s', async (kind) => {
    const { asked, meet } = poolOf();
    const error = refusal(kind);
    expect(await meet(error)).toBe(error);
    expect(asked).toHaveLength(2);
    expect(asked[0]).not.toBe(asked[1]);
    expect(asked[0]?.deviceId).not.toBe(asked[1]?.deviceId);
  });

  it('gives the answer of the second guest', async () => {
    const { pool } = poolOf();
    let calls = 0;
    const work = async () => {
      calls += 1;
      if (calls === 1) throw refusal();
      return 'second';
    };
    expect(await pool.use(work)).toBe('second');
  });

  it.each([
    ['a page without data', refusal('shell_page')],
    ['load', refusal('overload')],
    ['a status code', refusal('status_code')],
    ['time', new TikTokTimeoutError('late')],
    ['a changed shape', new TikTokShapeChangedError('path')],
    ['pacing', new TikTokBusyError('busy', 1)],
    ['a line that is down', new TikTokUnreachableError('down')],
  ])('holds %s against nobody', async (_, error) => {
    const { asked, meet, states } = poolOf();
    for (let call = 0; call < 5; call += 1) await meet(error);
    expect(asked).toHaveLength(5);
    expect(states()).toEqual(['1 fresh']);
  });

  it('takes "not found" for an answer', async () => {
    const { meet, states } = poolOf({ size: 1 });
    await meet(refusal());
    expect(states()).toEqual(['1 failing']);
    await meet(new TikTokNotFoundError('gone'));
    expect(states()).toEqual(['1 works']);
  });

  it('rests a refused session, longer each time up to a limit, and retires it', async () => {
    const { pool, clock, meet, asked } = poolOf({
      size: 1,
      rest: { ...rest, restsBeforeRetirement: 4 },
    });
    const restLeftMs = () => (pool.health().sessions[0]?.restsUntilMs ?? clock.nowMs) - clock.nowMs;
    await meet(refusal());
    expect(restLeftMs()).toBe(0);
    await meet(refusal());
    expect(restLeftMs()).toBe(1_000);
    for (const next of [2_000, 3_000]) {
      clock.nowMs += restLeftMs();
      await meet(refusal());
      expect(restLeftMs()).toBe(next);
    }
    clock.nowMs += restLeftMs();
    await meet(refusal());
    expect(pool.health()).toMatchObject({ retiredCount: 1 });
    await meet();
    expect(asked.at(-1)).not.toBe(asked[0]);
    expect(pool.health().sessions).toMatchObject([{ id: 2, state: 'works' }]);
  });

  it('starts from the shortest rest again after an answer', async () => {
    const { pool, clock, meet } = poolOf({ size: 1 });
    for (const outcome of [refusal(), refusal()]) await meet(outcome);
    clock.nowMs = 1_000;
    await meet();
    for (const outcome of [refusal(), refusal()]) await meet(outcome);
    expect(pool.health().sessions[0]).toMatchObject({ restsUntilMs: 2_000, restCount: 2 });
  });

  it('moves to another session during a rest and stays with it', async () => {
    const { asked, meet, clock } = poolOf();
    for (const outcome of [refusal(), refusal()]) await meet(outcome);
    clock.nowMs = 500;
    // Both rest now; the next to wake is asked all the same, and its answer wakes it.
    await meet();
    const current = asked.at(-1);
    clock.nowMs = 5_000;
    await meet();
    expect(asked.at(-1)).toBe(current);
  });

  it('counts what was asked before a rest began only once', async () => {
    const { pool } = poolOf({ size: 1 });
    const calls = Array.from({ length: 10 }, () =>
      pool.use(async () => {
        await new Promise(setImmediate);
        throw refusal();
      }),
    );
    await Promise.allSettled(calls);
    expect(pool.health()).toMatchObject({
      retiredCount: 0,
      sessions: [{ restCount: 1, refusalCount: 10 }],
    });
  });

  it('gives each proxy a session, and a dead proxy a rest', async () => {
    const { pool, asked, meet } = poolOf({
      proxyUrls: ['http://user:secret@one:1', 'https://two:2'],
    });
    const dead = new TikTokUnreachableError('no proxy');
    await meet(dead);
    expect(asked.map(({ proxy }) => proxy?.host)).toEqual(['one:1', 'two:2']);
    await meet(dead);
    expect(pool.health().sessions).toMatchObject([
      { proxy: 'one:1', state: 'resting', lastRefusal: { kind: 'no_connection' } },
      { proxy: 'two:2', state: 'resting' },
    ]);
  });

  it('replaces a retired session by one behind the next proxy', async () => {
    const proxyUrls = ['http://one:1', 'http://two:2', 'http://three:3'];
    const { asked, meet } = poolOf({
      size: 1,
      proxyUrls,
      rest: { ...rest, restsBeforeRetirement: 1 },
    });
    for (let call = 0; call < 3; call += 1) await meet(refusal());
    expect(asked.map(({ proxy }) => proxy?.host)).toEqual([
      'one:1',
      'one:1',
      'two:2',
      'two:2',
      'three:3',
    ]);
  });

  it('shows no credentials, whichever way it is printed', async () => {
    const { pool, meet } = poolOf({ proxyUrls: ['http://user:secret@one:1'] });
    await meet();
    const shown =
      inspect(pool, { depth: 10 }) + JSON.stringify(pool) + JSON.stringify(pool.health());
    expect(shown).not.toContain('secret');
  });

  it.each(['socks5://user:secret@host:1', 'secret', 'http://us%er:sec%ret@host'])(
    'refuses the proxy %s without repeating it',
    (url) => {
      const create = () => new SessionPool({ proxyUrls: ['http://good:1', url] });
      expect(create).toThrow(/Proxy 2 /);
      expect(create).not.toThrow(/sec/);
    },
  );

  it('wants at least one session', () => {
    expect(() => new SessionPool({ size: 0 })).toThrow(RangeError);
  });
});
