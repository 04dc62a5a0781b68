import { fixedNowMs, startApi, type TestApi } from '../support/api';

interface Found {
  readonly data: {
    readonly data?: readonly {
      readonly id_str?: string;
      readonly aweme_info?: {
        readonly aweme_id: string;
        readonly desc: string;
        readonly author: { readonly unique_id: string; readonly follower_count?: number };
      };
    }[];
    readonly users?: readonly { readonly user_info: { readonly unique_id: string } }[];
    readonly music?: readonly Sound[];
    readonly nextCursor?: number;
  };
}

interface Sound {
  readonly mid: string;
  readonly title: string;
  readonly author: string;
  readonly duration: number;
  readonly user_count?: number;
}

/** Searches in pages of other sizes than TikTok's, by how many rows are behind the caller. */
describe('searches', () => {
  let api: TestApi;

  beforeEach(async () => {
    api = await startApi();
  });

  afterEach(() => api.close());

  async function search(path: string, server = api): Promise<Found['data']> {
    const reply = await server.call(`/apis/tt/${path}&token=x`);
    expect(reply.status).toBe(200);
    return reply.json<Found>().data;
  }

  async function walk(path: string): Promise<Found['data'][]> {
    const pages: Found['data'][] = [];
    for (let cursor: number | undefined = 0; cursor !== undefined;) {
      const page: Found['data'] = await search(`${path}&cursor=${cursor}`);
      pages.push(page);
      cursor = page.nextCursor;
    }
    return pages;
  }

  const postIds = ({ data = [] }: Found['data']): (string | undefined)[] =>
    data.map(({ aweme_info }) => aweme_info?.aweme_id);

  it('give every found post in pages of twenty', async () => {
    const pages = await walk('keyword/search?name=tesla&period=0');
    const posts = api.sandbox.world.searchPosts('tesla', { from: 0, limit: 1_000 });
    expect(pages.flatMap(postIds)).toEqual(posts.map(({ id }) => id));
    expect(pages.slice(0, -1).map(({ nextCursor }) => nextCursor)).toEqual(
      pages.slice(1).map((_, index) => (index + 1) * 20),
    );
  });

  it('find their place again on another server, and after its memory is gone', async () => {
    const path = 'keyword/search?name=tesla&period=0&cursor=40';
    const other = await startApi();
    const posts = other.sandbox.world.searchPosts('tesla', { from: 40, limit: 20 });
    expect(postIds(await search(path, other))).toEqual(posts.map(({ id }) => id));
    // Four of TikTok's pages of twelve hold the first forty rows; two more hold the next twenty.
    expect(other.sandbox.counters.count('search-top')).toBe(5);
    await other.close();
  });

  it('are empty behind their end', async () => {
    expect(await search('keyword/search?name=tesla&period=0&cursor=5000')).toEqual({ data: [] });
    expect(await search('user/search?keyword=tesla&cursor=5000')).toEqual({ users: [] });
  });

  it('find posts of the last days, most liked first, in a country', async () => {
    const [first] = await walk('keyword/search?name=tesla&period=30&sorting=1&country=de');
    const posts = api.sandbox.world.searchPosts('tesla', {
      from: 0,
      limit: 20,
      order: 'likes',
      withinDays: 30,
    });
    expect(first && postIds(first)).toEqual(posts.map(({ id }) => id));
  });

  it('leave out what does not hold the keyword as it stands', async () => {
    // The sandbox writes the words into every caption, with one space between them.
    const all = await search('keyword/search?name=Tesla+car&period=0&match_exactly=true');
    expect(all.data).toHaveLength(20);
    const none = await search('keyword/search?name=Tesla++car&period=0&match_exactly=TRUE');
    expect(none).toEqual({ data: [], nextCursor: 20 });
    const any = await search('keyword/search?name=Tesla++car&period=0&match_exactly=0');
    expect(any.data).toHaveLength(20);
  });

  it("tell the authors' counters when asked to, for one unit a post more", async () => {
    const path = '/apis/tt/keyword/search?name=tesla&period=0&get_author_stats=True&token=x';
    const reply = await api.call(path);
    const rows = reply.json<Found>().data.data ?? [];
    expect(reply.headers.units_charged).toBe('21');
    for (const { aweme_info } of rows) {
      const found = api.sandbox.world.user(aweme_info?.author.unique_id ?? '');
      const counts = found && api.sandbox.world.userCounts(found);
      expect(aweme_info?.author.follower_count).toBe(counts?.followers);
    }
  });

  it('leave an author as it is whose profile is not to be had', async () => {
    for (const route of ['user-page', 'user-detail', 'embed-user'] as const)
      api.sandbox.faults.add({ route, fault: 'empty-200' });
    const data = await search('keyword/search?name=tesla&period=0&get_author_stats=1');
    expect(data.data).toHaveLength(20);
    expect(data.data?.every(({ aweme_info }) => aweme_info?.author.unique_id)).toBe(true);
    // Nobody keeps that: the same call has the profiles once they are to be had.
    api.sandbox.faults.clear();
    const later = await search('keyword/search?name=tesla&period=0&get_author_stats=1');
    const [row] = later.data ?? [];
    const found = api.sandbox.world.user(row?.aweme_info?.author.unique_id ?? '');
    const counts = found && api.sandbox.world.userCounts(found);
    expect(row?.aweme_info?.author).toMatchObject({ aweme_count: counts?.posts });
  });

  it('give every found account and live room', async () => {
    const users = await walk('user/search?keyword=zach+king');
    const accounts = api.sandbox.world.searchUsers('zach king', { from: 0, limit: 100 });
    const names = users.flatMap(({ users = [] }) =>
      users.map(({ user_info }) => user_info.unique_id),
    );
    expect(names).toEqual(accounts.map(({ handle }) => handle));
    const rooms = await walk('live/search?keyword=gaming');
    const hosts = api.sandbox.world.searchHosts('gaming', { from: 0, limit: 100 });
    const ids = rooms.flatMap(({ data = [] }) => data.map(({ id_str }) => id_str));
    const live = hosts.flatMap((host) => api.sandbox.world.liveRoom(host)?.id ?? []);
    expect(ids).toEqual(live);
    expect(ids.length).toBeGreaterThan(10);
  });

  describe('for sounds', () => {
    const keyword =
      'swan+lantern+otter+papaya+whale+beaver+lemur+mango+raccoon+galaxy+kettle+fox+cupcake+planet+noodle+kiwi+lizard+meteor';
    const path = `music/info?name=${keyword}`;

    async function sounds(options = ''): Promise<Sound[]> {
      const pages = await walk(`${path}${options}`);
      return pages.flatMap(({ music = [] }) => [...music]);
    }

    it('give those of the found posts that hold a word, each once', async () => {
      const all = await sounds();
      const words = keyword.split('+');
      const posts = api.sandbox.world.searchPosts(words.join(' '), { from: 0, limit: 1_000 });
      const named = posts.filter(({ sound: { title, authorName = '' } }) =>
        words.some((word) => `${title} ${authorName}`.toLowerCase().includes(word)),
      );
      expect(all.map(({ mid }) => mid)).toEqual([...new Set(named.map(({ sound }) => sound.id))]);
      expect(all.length).toBeGreaterThan(20);
    });

    it('in order', async () => {
      const all = await sounds();
      const durations = (await sounds('&sorting=3')).map(({ duration }) => duration);
      expect(durations).toEqual([...durations].sort((a, b) => a - b));
      const longest = (await sounds('&sorting=4')).map(({ duration }) => duration);
      expect(longest).toEqual([...longest].sort((a, b) => b - a));
      const recent = (await sounds('&sorting=2')).map(({ mid }) => Number(BigInt(mid) >> 32n));
      expect(recent).toEqual([...recent].sort((a, b) => b - a));
      const used = (await sounds('&sorting=1')).map(({ user_count = 0 }) => user_count);
      expect(used).toEqual([...used].sort((a, b) => b - a));
      expect(Math.max(...used)).toBeGreaterThan(0);
      expect([durations, longest, recent, used].map(({ length }) => length)).toEqual(
        Array(4).fill(all.length),
      );
    });

    it('by title or by who made them', async () => {
      const holds = (text: string): boolean =>
        keyword.split('+').some((word) => text.toLowerCase().includes(word));
      const titled = await sounds('&filter_by=1');
      const made = await sounds('&filter_by=2');
      expect(titled.every(({ title }) => holds(title))).toBe(true);
      expect(made.every(({ author }) => holds(author))).toBe(true);
      expect(new Set([...titled, ...made].map(({ mid }) => mid)).size).toBe(
        (await sounds()).length,
      );
    });
  });
});

it('the same post tells the same numbers in every family of routes, from one call to TikTok', async () => {
  const api = await startApi({ sandbox: { nowMs: fixedNowMs } });
  const id = '7165262254722534698';
  const url = `https://www.tiktok.com/@daviddobrik/video/${id}`;
  const encoded = encodeURIComponent(url);
  const likes = await api.call(`/api/user/daviddobrik/${id}/likes_count`);
  const info = await api.call(`/apis/tt/post/info?url=${encoded}&token=x`);
  const many = await api.call(`/apis/tt/post/multi-info?ids=${id}&token=x`);
  const statistic = await api.call(`/api/tiktok/statistic?url=${encoded}`);
  const [post] = info.json<{ data: { statistics: Record<string, number> }[] }>().data;
  expect(many.json()).toEqual(info.json());
  expect(likes.text).toContain(` ${post?.statistics.digg_count} likes`);
  expect([statistic.status, statistic.text]).toEqual([
    200,
    expect.stringContaining(String(post?.statistics.play_count)),
  ]);
  expect(api.sandbox.counters.count('video-page')).toBe(1);
  await api.close();
});
