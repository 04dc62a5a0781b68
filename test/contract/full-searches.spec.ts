import { once } from 'node:events';
import { request } from 'undici';
import { startApi, type TestApi } from '../support/api';
import { replay } from './sdk/raw-exchange';

interface Incomplete {
  readonly code: string;
  readonly detail: string;
}

interface FullHashtag {
  readonly data: {
    readonly posts?: readonly { readonly itemInfos: { readonly id: string } }[];
    readonly data?: readonly { readonly aweme_id: string }[];
    readonly nextCursor?: number;
    readonly incomplete?: Incomplete;
  };
}

interface FullKeyword {
  readonly data: readonly {
    readonly aweme_info: { readonly aweme_id: string; readonly desc: string };
  }[];
  readonly incomplete?: Incomplete;
}

const path = '/apis/tt/hashtag/recent-posts?token=x';

/** One page at a time, so that what was asked of TikTok can be counted. */
const oneAtATime = { TIKTOK_PAGES_AHEAD: '0' };

describe('full searches', () => {
  let api: TestApi;

  beforeEach(async () => {
    api = await startApi({ environment: oneAtATime });
  });

  afterEach(() => api.close());

  function hashtagIds(name: string): string[] {
    const { world } = api.sandbox;
    const hashtag = world.hashtag(name);
    if (!hashtag) throw new Error(`no hashtag ${name}`);
    const posts = world.hashtagPosts(hashtag, { from: 0, limit: 10_000 });
    return [...new Set(posts.map(({ id }) => id))];
  }

  function get(path: string) {
    const requestLine = `GET ${path} HTTP/1.1`;
    return replay(Number(new URL(api.url).port), { requestLine, rawHeaders: [['Host', 'here']] });
  }

  it('give every post of a hashtag of 5,000 rows once', async () => {
    const { body, headers, trailers } = await get(`${path}&name=fyp`);
    const { data } = JSON.parse(body) as FullHashtag;
    expect(data.incomplete).toBeUndefined();
    expect(data.posts?.map(({ itemInfos }) => itemInfos.id)).toEqual(hashtagIds('fyp'));
    expect(data.posts?.length).toBeGreaterThan(4_500);
    expect(Object.keys(data)).toEqual(['posts']);
    // 250 pages, a tenth of that in units: one before the first byte, all of them at the end.
    expect(api.sandbox.counters.count('hashtag-posts')).toBe(250);
    expect([headers.units_charged, trailers.units_charged_total]).toEqual(['1', '25']);
    expect(trailers['x-tiktok-completeness']).toBe('complete');
  });

  it('send the first byte after one page of TikTok', async () => {
    const { body } = await request(`${api.url}${path}&name=fyp`);
    const counts: number[] = [];
    body.once('data', () => counts.push(api.sandbox.counters.count('hashtag-posts')));
    api.sandbox.traffic.set({ route: 'hashtag-posts', latencyMs: 3_000 });
    await once(body, 'data');
    expect(counts).toEqual([1]);
    body.on('error', () => undefined).destroy();
  });

  it('stop asking TikTok when the caller hangs up', async () => {
    const { body } = await request(`${api.url}${path}&name=fyp`);
    await once(body, 'data');
    body.on('error', () => undefined).destroy();
    await settled(() => api.sandbox.counters.count('hashtag-posts'));
    const asked = api.sandbox.counters.count('hashtag-posts');
    expect(asked).toBeLessThan(60);
    // What was read until then is charged all the same.
    const day = new Date().toISOString().slice(0, 10);
    const usage = await api.call(`/apis/customer/get-used-units?date=${day}&token=x`);
    const { data } = usage.json<{ data: { tiktok: number } }>();
    expect(data.tiktok).toBe(Math.max(1, Math.ceil(asked / 10)));
  });

  it('wait for a caller that does not read', async () => {
    const { body } = await request(`${api.url}${path}&name=fyp&remap_output=false`);
    await once(body, 'readable');
    await settled(() => api.sandbox.counters.count('hashtag-posts'));
    expect(api.sandbox.counters.count('hashtag-posts')).toBeLessThan(125);
    const { data } = JSON.parse(await body.text()) as FullHashtag;
    expect(data.incomplete).toBeUndefined();
    expect(data.data?.length).toBe(hashtagIds('fyp').length);
  });

  it('end as valid JSON that says so when TikTok refuses half way', async () => {
    const { statusCode, body, trailers } = await request(`${api.url}${path}&name=fyp`);
    await once(body, 'readable');
    api.sandbox.faults.add({ route: 'hashtag-posts', fault: 'empty-200' });
    const { data } = JSON.parse(await body.text()) as FullHashtag;
    const ids = data.posts?.map(({ itemInfos }) => itemInfos.id) ?? [];
    expect([statusCode, data.incomplete]).toEqual([
      200,
      { code: 'tiktok.blocked', detail: expect.any(String) },
    ]);
    expect(ids.length).toBeGreaterThan(0);
    expect(ids).toEqual(hashtagIds('fyp').slice(0, ids.length));
    expect(trailers['x-tiktok-completeness']).toBe('partial');
    // Where to go on, with the search that pages.
    api.sandbox.faults.clear();
    const rest = `/apis/tt/hashtag/posts?token=x&name=fyp&cursor=${data.nextCursor}`;
    const next = (await api.call(rest)).json<{ data: { data: { aweme_id: string }[] } }>();
    expect(hashtagIds('fyp').slice(ids.length)).toContain(next.data.data[0]?.aweme_id);
  });

  it('go on behind a page that fails and is there a moment later', async () => {
    const { body, trailers } = await request(`${api.url}${path}&name=robot`);
    await once(body, 'readable');
    api.sandbox.faults.add({ route: 'hashtag-posts', fault: 'empty-200', times: 8 });
    const { data } = JSON.parse(await body.text()) as FullHashtag;
    expect(data.incomplete).toBeUndefined();
    expect(data.posts?.map(({ itemInfos }) => itemInfos.id)).toEqual(hashtagIds('robot'));
    expect(trailers['x-tiktok-completeness']).toBe('complete');
  });

  it('answer a refusal before the first row with its status', async () => {
    api.sandbox.faults.add({ route: 'hashtag-posts', fault: 'empty-200' });
    api.sandbox.faults.add({ route: 'embed-tag', fault: 'empty-200' });
    const reply = await api.call(`${path}&name=fyp`);
    expect([reply.status, reply.headers.units_charged]).toEqual([503, '0']);
    expect(reply.json()).toEqual({ detail: expect.any(String) });
    const unknown = await api.call(`${path}&name=missing_one`);
    expect([unknown.status, Object.keys(unknown.json())]).toEqual([404, ['detail']]);
  });

  it('answer a list that goes on without a row with a refusal, and are whole again when it is over', async () => {
    const search = '/apis/tt/keyword/full-search?token=x&name=tesla&period=1';
    api.sandbox.faults.add({ route: 'search-top', fault: 'empty-page' });
    const refused = await api.call(search);
    expect([refused.status, refused.json()]).toEqual([503, { detail: expect.any(String) }]);
    api.sandbox.faults.clear();
    const whole = await api.call(search);
    expect([whole.status, whole.text.startsWith('{"data":[{')]).toEqual([200, true]);
  });

  it('say so when only a source without further pages is left', async () => {
    api.sandbox.demands.set({ 'hashtag-posts': 'refused' });
    const { body, trailers } = await get(`${path}&name=cats`);
    const { data } = JSON.parse(body) as FullHashtag;
    expect(data.posts?.length).toBeGreaterThan(5);
    expect(data.incomplete?.code).toBe('tiktok.capped');
    expect(trailers['x-tiktok-completeness']).toBe('capped');
  });

  it('stop behind max_cursor and say where more is', async () => {
    const reply = await api.call(`${path}&name=fyp&max_cursor=90&remap_output=0`);
    const { data } = reply.json<FullHashtag>();
    const firstRows = new Set(hashtagIds('fyp').slice(0, 100));
    expect(data.nextCursor).toBe(100);
    expect(data.data?.every(({ aweme_id }) => firstRows.has(aweme_id))).toBe(true);
    expect(api.sandbox.counters.count('hashtag-posts')).toBe(5);
  });

  it('give a hashtag without posts as an empty list', async () => {
    const reply = await api.call(`${path}&name=empty_one`);
    expect([reply.status, reply.text]).toEqual([200, '{"data":{"posts":[]}}']);
  });

  it('read nothing for who asks for the headers only', async () => {
    const reply = await api.call(`${path}&name=fyp`, { method: 'HEAD' });
    expect([reply.status, reply.text]).toEqual([200, '']);
    expect(api.sandbox.counters.count('hashtag-posts')).toBe(1);
  });

  it('find every post of a keyword, as a bare list', async () => {
    const search = '/apis/tt/keyword/full-search?token=x&name=tesla';
    const { world } = api.sandbox;
    for (const [period, sorting, order] of [
      [0, 0, 'relevance'],
      [30, 0, 'relevance'],
      [180, 1, 'likes'],
    ] as const) {
      const posts = world.searchPosts('tesla', {
        from: 0,
        limit: 1_000,
        order,
        withinDays: period,
      });
      const reply = await api.call(`${search}&period=${period}&sorting=${sorting}`);
      const { data, ...beside } = reply.json<FullKeyword>();
      const expected = [...new Set(posts.map(({ id }) => id))];
      expect(expected.length).toBeGreaterThan(10);
      expect(data.map(({ aweme_info }) => aweme_info.aweme_id)).toEqual(expected);
      expect(beside).toEqual({});
    }
  });

  it('match a keyword exactly when asked to', async () => {
    const search = '/apis/tt/keyword/full-search?token=x&period=0&name=tesla';
    const all = (await api.call(search)).json<FullKeyword>().data;
    const exact = (await api.call(`${search}&match_exactly=True`)).json<FullKeyword>().data;
    const holds = all.filter(({ aweme_info }) => aweme_info.desc.toLowerCase().includes('tesla'));
    expect(exact).toEqual(holds);
    expect(holds.length).toBeGreaterThan(0);
  });

  it('say beside the bare list that it is not whole', async () => {
    const search = '/apis/tt/keyword/full-search?token=x&period=0&name=curious';
    const { body } = await request(`${api.url}${search}`);
    await once(body, 'readable');
    api.sandbox.faults.add({ route: 'search-top', fault: 'empty-200' });
    const { data, incomplete } = JSON.parse(await body.text()) as FullKeyword;
    expect(incomplete).toEqual({ code: 'tiktok.blocked', detail: expect.any(String) });
    const { world } = api.sandbox;
    const ids = new Set(
      world.searchPosts('curious', { from: 0, limit: 1_000 }).map(({ id }) => id),
    );
    expect(data.length).toBeLessThan(ids.size);
    expect(data.every(({ aweme_info }) => ids.has(aweme_info.aweme_id))).toBe(true);
  });
});

/** Resolves when a number has not moved for a while: nobody can say that something has ended but by waiting. */
async function settled(read: () => number): Promise<void> {
  for (let last = -1; read() !== last;) {
    last = read();
    await new Promise((resolve) => setTimeout(resolve, 300));
  }
}
