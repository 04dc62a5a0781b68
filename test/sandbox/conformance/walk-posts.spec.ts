import type { Sandbox } from '../../../src/sandbox';
import { startFixedSandbox } from '../sandbox-client';
import { Visitor } from './surfaces';
import { walkCreatorList, walkCursorList, type Row } from './walks';

jest.setTimeout(120_000);

const ACCOUNTS = ['gabrielymayra', 'luna_the_pantera', 'someone.else', 'empty.one'];

let sandbox: Sandbox;
let visitor: Visitor;
beforeAll(async () => {
  sandbox = await startFixedSandbox();
  visitor = new Visitor(sandbox.port);
});
afterAll(async () => {
  visitor.close();
  await sandbox.stop();
});

function accountNamed(handle: string) {
  const account = sandbox.world.user(handle);
  if (!account) throw new Error(`The world has no ${handle}`);
  return account;
}

/** The ids that the account has, newest first: what a walk has to bring home. */
function postsOf(handle: string): string[] {
  const posts = sandbox.world.userPosts(accountNamed(handle), { limit: Infinity });
  return posts.map(({ id }) => id);
}

const idsOf = (rows: readonly Row[]) => rows.map(({ id }) => id);
const byTime = (a: string, b: string) => (BigInt(a) < BigInt(b) ? 1 : -1);

describe('a session', () => {
  it('boots from a page: cookies, and the device id that the page names', async () => {
    const page = await visitor.session.boot('/@tiktok');
    expect(page.status).toBe(200);
    expect([...visitor.session.cookies.keys()]).toEqual(
      expect.arrayContaining(['ttwid', 'tt_csrf_token', 'tt_chain_token']),
    );
    expect(visitor.session.deviceId).toMatch(/^7[23]\d{17}$/);
  });

  it('keeps who it is on the next page, and gets an msToken from the API', async () => {
    const { cookies } = visitor.session;
    const before = cookies.get('tt_chain_token');
    await visitor.session.boot('/@somebody');
    expect(cookies.get('tt_chain_token')).toBe(before);
    await visitor.unsigned('/api/explore/item_list/', { count: 3, categoryType: 120 });
    expect(cookies.get('msToken')).toHaveLength(128);
    const msToken = cookies.get('msToken') ?? '';
    const again = { count: 3, categoryType: 120, msToken };
    expect(await visitor.unsigned('/api/explore/item_list/', again)).toHaveProperty('itemList');
  });
});

describe('the creator list', () => {
  it.each(ACCOUNTS)('stepped back to its end gives every post of %s', async (handle) => {
    const { secUid } = accountNamed(handle);
    const { rows } = await walkCreatorList(visitor.api, secUid, sandbox.clock.nowMs());
    expect(idsOf(rows)).toEqual(postsOf(handle));
  });

  it('gives the row that closed a page again: the cursor is inclusive', async () => {
    const { secUid } = accountNamed('gabrielymayra');
    const walk = await walkCreatorList(visitor.api, secUid, sandbox.clock.nowMs());
    expect(walk.pages.length).toBeGreaterThan(3);
    expect(walk.repeated).toBeGreaterThan(0);
    for (const page of walk.pages) expect(page).not.toHaveProperty('cursor');
  });

  it('loses nothing where an account paused for weeks', async () => {
    const pausing = Array.from({ length: 80 }, (_, n) => accountNamed(`pausing_${n}`)).find(
      ({ schedule, state }) => state === 'open' && schedule.pauseSeconds > 35 * 86_400,
    );
    const handle = pausing?.handle ?? '';
    const { rows } = await walkCreatorList(
      visitor.api,
      accountNamed(handle).secUid,
      sandbox.clock.nowMs(),
    );
    expect(idsOf(rows)).toEqual(postsOf(handle));
  });
});

describe('/api/post/item_list/', () => {
  const PATH = '/api/post/item_list/';
  const walk = (handle: string) =>
    walkCursorList((cursor) => {
      const { secUid } = accountNamed(handle);
      const parameters = { secUid, cursor, count: 35, coverFormat: 2, needPinnedItemIds: 'true' };
      return visitor.signed(PATH, parameters);
    });

  it.each(ACCOUNTS)('gives every post of %s', async (handle) => {
    const { rows, pages } = await walk(handle);
    expect(idsOf(rows).sort(byTime)).toEqual(postsOf(handle).sort(byTime));
    for (const { cursor } of pages) expect(cursor).toMatch(/^-?\d+$/);
  });

  it('puts pinned posts first and the others by time', async () => {
    for (let n = 0, checked = 0; checked < 2; n += 1) {
      const handle = `pinning.${n}`;
      const pinned = sandbox.world.pinnedPosts(accountNamed(handle)).map(({ id }) => id);
      const posts = sandbox.world.userCounts(accountNamed(handle)).posts;
      if (pinned.length === 0 || posts < 40 || posts > 200) continue;
      checked += 1;
      const { rows } = await walk(handle);
      const opening = rows.slice(0, pinned.length);
      expect(idsOf(opening).sort()).toEqual([...pinned].sort());
      for (const row of opening) expect(row['isPinnedItem']).toBe(true);
      const times = rows.slice(pinned.length).map(({ createTime }) => Number(createTime));
      expect(times).toEqual([...times].sort((a, b) => b - a));
    }
  });
});
