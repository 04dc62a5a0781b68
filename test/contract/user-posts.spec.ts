import { startApi, type TestApi } from '../support/api';

interface UserPosts {
  readonly data: readonly {
    readonly aweme_id: string;
    readonly create_time: number;
    readonly is_top: number;
  }[];
  readonly nextCursor?: number;
}

/** An account's posts in chunks of ten over pages that TikTok cuts at 15 or at 35 rows. */
describe('posts of an account', () => {
  let api: TestApi;

  beforeEach(async () => {
    api = await startApi();
  });

  afterEach(() => api.close());

  async function posts(options: Record<string, string | number>): Promise<UserPosts> {
    const query = new URLSearchParams({ username: 'zachking', depth: '1', token: 'x' });
    for (const [name, value] of Object.entries(options)) query.set(name, String(value));
    const reply = await api.call(`/apis/tt/user/posts?${query.toString()}`);
    expect([reply.status, reply.json().detail]).toEqual([200, undefined]);
    return reply.json<UserPosts>();
  }

  async function walk(options: Record<string, string | number>): Promise<UserPosts['data'][]> {
    const pages: UserPosts['data'][] = [];
    let cursor = 0;
    for (;;) {
      const { data, nextCursor } = await posts({ ...options, start_cursor: cursor });
      pages.push(data);
      if (nextCursor === undefined) return pages;
      expect(nextCursor).not.toBe(cursor);
      cursor = nextCursor;
    }
  }

  function known(handle: string): string[] {
    const found = api.sandbox.world.user(handle);
    if (!found) throw new Error(`no account ${handle}`);
    return api.sandbox.world.userPosts(found, { limit: 10_000 }).map(({ id }) => id);
  }

  function pinned(handle: string): string[] {
    const found = api.sandbox.world.user(handle);
    return found ? api.sandbox.world.pinnedPosts(found).map(({ id }) => id) : [];
  }

  const ids = (pages: readonly UserPosts['data'][]): string[] =>
    pages.flat().map(({ aweme_id }) => aweme_id);

  it.each([
    ['zachking', 7, undefined],
    ['zachking', 7, 'creator-list'],
    ['pin.one', 1, undefined],
    ['pin.one', 1, 'creator-list'],
    ['pin.one', 3, 'creator-list'],
    ['pin.eight', 1, undefined],
    ['pin.eight', 1, 'creator-list'],
    ['empty.account', 1, undefined],
  ] as const)(
    'come each once: %s at depth %d when %s refuses',
    async (username, depth, refusing) => {
      if (refusing) api.sandbox.faults.add({ route: refusing, fault: 'empty-200' });
      const pages = await walk({ username, depth });
      expect(ids(pages).sort()).toEqual(known(username).sort());
      expect(pages.slice(0, -1).every(({ length }) => length === depth * 10)).toBe(true);
    },
  );

  it.each([
    ['creator-list', 'post-list'],
    ['post-list', 'creator-list'],
  ] as const)('come each once also when %s refuses first and %s later', async (first, later) => {
    api.sandbox.faults.add({ route: first, fault: 'empty-200' });
    const begun = await posts({ username: 'pin.one', depth: 2 });
    api.sandbox.faults.clear();
    api.sandbox.faults.add({ route: later, fault: 'empty-200' });
    const start_cursor = begun.nextCursor ?? 0;
    const rest = await posts({ username: 'pin.one', depth: 100, start_cursor });
    const all = ids([begun.data, rest.data]);
    // The signed list shows pinned posts on its first page only, and here it is the other one that was asked for it.
    const lost = first === 'post-list' ? pinned('pin.one') : [];
    expect([...all, ...lost].sort()).toEqual(known('pin.one').sort());
  });

  it('are not called whole when their source changes half way', async () => {
    const path = '/apis/tt/user/posts?username=pin.one&token=x&depth=';
    expect((await api.call(`${path}100`)).headers['x-tiktok-completeness']).toBe('complete');
    await api.close();
    api = await startApi();
    await api.call(`${path}1`);
    api.sandbox.faults.add({ route: 'creator-list', fault: 'empty-200' });
    const { headers } = await api.call(`${path}100`);
    expect(headers['x-tiktok-completeness']).toBe('partial');
    expect(headers['x-tiktok-completeness-reason']).toContain('do not order them alike');
    expect(headers['cache-control']).toBe('no-store');
  });

  it('stand newest first behind the pinned ones', async () => {
    api.sandbox.faults.add({ route: 'creator-list', fault: 'empty-200' });
    const { data } = await posts({ username: 'pin.one' });
    expect(data.slice(0, 2).map(({ aweme_id }) => aweme_id)).toEqual(pinned('pin.one'));
    expect(data.map(({ is_top }) => is_top)).toEqual([1, 1, 0, 0, 0, 0, 0, 0, 0, 0]);
    const times = data.slice(2).map(({ create_time }) => create_time);
    expect([...times].sort((a, b) => b - a)).toEqual(times);
  });

  it('end with the chunk that reaches behind oldest_createtime, which is whole', async () => {
    const all = known('zachking');
    const times = all.map((id) => api.sandbox.world.post(id)?.createdAt ?? 0);
    const oldest_createtime = (times[23] ?? 0) + 1;
    const { data, ...beside } = await posts({ depth: 50, oldest_createtime });
    expect(data.map(({ aweme_id }) => aweme_id).sort()).toEqual(all.slice(0, 30).sort());
    expect(beside).toEqual({});
  });

  it('cost one unit for ten', async () => {
    for (const [depth, units] of [
      [1, '1'],
      [4, '4'],
      [1000, '52'],
    ] as const) {
      const path = `/apis/tt/user/posts?username=zachking&depth=${depth}&token=x`;
      expect((await api.call(path)).headers.units_charged).toBe(units);
    }
  });

  it('go on where a source shows its first rows only', async () => {
    for (const route of ['creator-list', 'post-list'] as const)
      api.sandbox.faults.add({ route, fault: 'empty-200' });
    const first = await posts({});
    expect(first.data.length).toBeGreaterThan(5);
    // Nobody can give what follows now, and that is no end of the list.
    const path = `/apis/tt/user/posts?username=zachking&depth=1&start_cursor=${first.nextCursor}`;
    expect((await api.call(`${path}&token=x`)).status).toBe(503);
    api.sandbox.faults.clear();
    const { data } = await posts({ start_cursor: first.nextCursor ?? 0, depth: 1000 });
    const all = [...first.data, ...data].map(({ aweme_id }) => aweme_id);
    expect(all.sort()).toEqual(known('zachking').sort());
  });

  it('give what was read when TikTok refuses half way, and where to go on', async () => {
    const whole = (await posts({ depth: 10 })).data;
    await api.close();
    api = await startApi();
    api.sandbox.faults.add({ route: 'creator-list', fault: 'empty-200', probability: 0.5 });
    for (const route of ['post-list', 'embed-user'] as const)
      api.sandbox.faults.add({ route, fault: 'empty-200' });
    let reply = await api.call('/apis/tt/user/posts?username=zachking&depth=10&token=x');
    while (reply.status !== 200)
      reply = await api.call('/apis/tt/user/posts?username=zachking&depth=10&token=x');
    const { data, nextCursor } = reply.json<UserPosts>();
    expect(reply.headers['x-tiktok-completeness']).toBe('partial');
    expect(data.length).toBeLessThan(100);
    api.sandbox.faults.clear();
    const rest = await posts({ start_cursor: nextCursor ?? 0, depth: 10 });
    const all = [...data, ...rest.data].map(({ aweme_id }) => aweme_id);
    expect(new Set(all).size).toBe(all.length);
    expect(all.slice(0, 100).sort()).toEqual(whole.map(({ aweme_id }) => aweme_id).sort());
  });
});
