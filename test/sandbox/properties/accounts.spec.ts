import fc from 'fast-check';
import type { Sandbox } from '../../../src/sandbox';
import { Visitor } from '../conformance/surfaces';
import { startFixedSandbox } from '../sandbox-client';
import { anyHandle } from './arbitraries';
import { shown } from './item-rules';
import { creatorPage, embeddedPost, profileOf } from './readings';
import { withMovingClock } from './moving-clock';

jest.setTimeout(120_000);

let sandbox: Sandbox;
let visitor: Visitor;
beforeAll(async () => {
  sandbox = await startFixedSandbox();
  visitor = await Visitor.booted(sandbox.port);
});
afterAll(async () => {
  visitor.close();
  await sandbox.stop();
});

describe('accounts', () => {
  it('lead from handle to secUid and back, in any case', async () => {
    await fc.assert(
      fc.asyncProperty(anyHandle, async (handle) => {
        const { user } = await profileOf(visitor, handle);
        expect(user.uniqueId).toBe(handle);
        expect((await profileOf(visitor, user.secUid)).user.uniqueId).toBe(handle);
        expect((await profileOf(visitor, handle.toUpperCase())).user.id).toBe(user.id);
      }),
      { numRuns: 35 },
    );
  });

  it('have an id and a secUid of their own', async () => {
    const handles = fc.sample(anyHandle, 2_000);
    const accounts = [...new Set(handles)].map((handle) => sandbox.world.user(handle));
    const secUids = new Set(accounts.map((account) => account?.secUid));
    expect(secUids.size).toBe(accounts.length);
    for (const account of accounts) {
      expect(sandbox.world.userBySecUid(account?.secUid ?? '')?.handle).toBe(account?.handle);
    }
  });

  it('count what they show: rounded from the exact, heart twice, no fewer posts than listed', async () => {
    await fc.assert(
      fc.asyncProperty(anyHandle, async (handle) => {
        const { user, stats, statsV2 } = await profileOf(visitor, handle);
        const expected = Object.entries(statsV2).map(([key, exact]) => [key, shown(Number(exact))]);
        expect(stats).toEqual(Object.fromEntries(expected));
        expect(stats['heart']).toBe(stats['heartCount']);
        const items = await creatorPage(visitor, user.secUid, sandbox.clock.nowMs());
        expect(Number(statsV2['videoCount'])).toBeGreaterThanOrEqual(items.length);
        for (const item of items) expect(item.authorStatsV2 ?? statsV2).toEqual(statsV2);
        const { entry } = await visitor.embed(`/embed/@${handle}`);
        const { userInfo } = entry as { userInfo: Record<string, unknown> };
        expect(userInfo).toMatchObject({
          id: user.id,
          uniqueId: handle,
          followerCount: stats['followerCount'],
          heartCount: stats['heartCount'],
        });
      }),
      { numRuns: 35 },
    );
  });

  it('say in their bio that they are invented', async () => {
    for (const handle of fc.sample(anyHandle, 500)) {
      expect(sandbox.world.user(handle)?.bio).toContain('(sandbox account)');
    }
  });

  it('are found from a post, by a plain id as well', async () => {
    await fc.assert(
      fc.asyncProperty(anyHandle, async (handle) => {
        const { user } = await profileOf(visitor, handle);
        const [item] = await creatorPage(visitor, user.secUid, sandbox.clock.nowMs());
        if (!item) return;
        const { authorInfos } = await embeddedPost(visitor, item.id);
        expect([authorInfos.uniqueId, authorInfos.secUid, authorInfos.userId]).toEqual([
          handle,
          user.secUid,
          user.id,
        ]);
      }),
      { numRuns: 20 },
    );
  });

  it('only grow as the clock goes on', async () => {
    await withMovingClock(async (reader, advance) => {
      const growing = ['followerCount', 'heartCount', 'videoCount', 'diggCount'];
      await fc.assert(
        fc.asyncProperty(
          anyHandle,
          fc.integer({ min: 1, max: 200 * 86_400 }),
          async (handle, seconds) => {
            const before = await profileOf(reader, handle);
            advance(seconds);
            const after = await profileOf(reader, handle);
            expect(after.user.id).toBe(before.user.id);
            for (const key of growing) {
              expect(Number(after.statsV2[key])).toBeGreaterThanOrEqual(
                Number(before.statsV2[key]),
              );
            }
          },
        ),
        { numRuns: 25 },
      );
    });
  });

  it('are others under another seed', async () => {
    const other = await startFixedSandbox({ seed: 'another' });
    const handles = fc.sample(anyHandle, 200);
    for (const handle of handles) {
      const [here, there] = [sandbox.world.user(handle), other.world.user(handle)];
      expect(there?.id).not.toBe(here?.id);
      expect(there?.secUid).not.toBe(here?.secUid);
      expect(other.world.userBySecUid(here?.secUid ?? '')).toBeUndefined();
    }
    await other.stop();
  });
});
