import type { TestApi } from '../support/api';
import { startApi } from '../support/api';
import { linksInWords, stemOf } from '../support/links';

interface Body {
  readonly server_time: string;
  readonly data: Record<string, unknown>;
}

describe('GET /api/tiktok/statistic', () => {
  let api: TestApi;

  beforeAll(async () => {
    api = await startApi();
  });

  afterAll(() => api.close());

  const ask = (url: string, more = '') =>
    api.call(`/api/tiktok/statistic?url=${encodeURIComponent(url)}${more}`);

  it('answers a video with exactly the documented members, in their order', async () => {
    const id = '6943996796519681281';
    const reply = await ask(`https://www.tiktok.com/@luna_the_pantera/video/${id}`);
    expect([reply.status, reply.headers['content-type']]).toEqual([
      200,
      'application/json; charset=utf-8',
    ]);
    const post = api.sandbox.world.post(id);
    if (!post) throw new Error('the sandbox has this post');
    const counts = api.sandbox.world.postCounts(post);
    const body = reply.json<Body>();
    const stem = stemOf(api, id);
    const expected = {
      author: 'TikTok data API',
      code: 200,
      data: {
        duration: post.clip.seconds,
        hashtags: post.caption.parts
          .filter(({ kind }) => kind === 'hashtag')
          .map(({ name }) => name),
        media: {
          music: `own music ${stem}-sound.m4a`,
          no_watermark: `own video ${stem}.mp4`,
          watermark: `own video~w ${stem}-watermark.mp4`,
        },
        post_author: {
          id: post.author.id,
          nickname: 'Luna',
          profile: `own avatar ${stem}-avatar.jpeg`,
        },
        region: post.region,
        tags: [
          ...new Set([...post.author.topic.labels, ...post.author.topic.hashtags.slice(0, 2)]),
        ],
        thumbnail: `own cover ${stem}-cover.jpeg`,
        title: post.caption.text,
        total_comment: counts.comments,
        total_download: null,
        total_play: counts.plays,
        total_share: counts.shares,
      },
      docs: `${api.url}/docs`,
      server_time: body.server_time,
      status: 'success',
    };
    expect(JSON.stringify(linksInWords(body, api.url))).toBe(JSON.stringify(expected));
    expect(new Date(body.server_time).toISOString()).toBe(body.server_time);
  });

  it('answers a photo post: no duration, no video', async () => {
    const { data } = linksInWords((await ask('6943996796519680035')).json<Body>(), api.url);
    expect(data).toMatchObject({
      duration: null,
      media: {
        music: expect.stringMatching(/^own music .*6943996796519680035-sound\.m4a$/),
        no_watermark: null,
        watermark: null,
      },
      thumbnail: expect.stringMatching(/^own cover /),
    });
  });

  it('answers a post whose video TikTok hides from guests, with what there is', async () => {
    const { data } = linksInWords((await ask('6943996796519680018')).json<Body>(), api.url);
    expect(data).toMatchObject({
      duration: null,
      media: { music: expect.stringMatching(/^own music /), no_watermark: null, watermark: null },
      title: expect.any(String),
      total_play: expect.any(Number),
    });
  });

  it("gives TikTok's own links on request", async () => {
    const { data } = (await ask('6943996796519681281', '&links=upstream')).json<Body>();
    const { media, thumbnail } = data as { media: Record<string, string>; thumbnail: string };
    for (const link of [...Object.values(media), thumbnail])
      expect(link).toMatch(/^https:\/\/[\w.-]+\.tiktok(cdn|cdn-us)?\.com\//);
  });

  it.each([
    ['6943996796519681281'],
    ['https://vm.tiktok.com/videoABC12/'],
    ['Look at this! https://vt.tiktok.com/videoABC12/ #funny'],
    ['https://m.tiktok.com/v/6943996796519681281.html?u_code=1'],
    ['http://www.tiktok.com/@_/video/6943996796519681281?is_from_webapp=1'],
  ])('takes %s', async (url) => {
    const reply = await ask(url);
    expect([reply.status, reply.json().status]).toEqual([200, 'success']);
  });

  it('shares one request to TikTok with the likes of the post', async () => {
    const fresh = await startApi();
    await fresh.call('/api/user/luna_the_pantera/6943996796519681281/likes_count');
    await fresh.call('/api/tiktok/statistic?url=6943996796519681281');
    await fresh.call('/api/tiktok/downloader?url=6943996796519681281');
    const count = fresh.sandbox.counters.count();
    await fresh.close();
    expect(count).toBe(1);
  });

  it('says the same bytes again while the post is fresh, and 304 to who has them', async () => {
    const first = await ask('6954415245976751361');
    const again = await ask('6954415245976751361');
    expect(again.text).toBe(first.text);
    expect(again.headers['cache-status']).toContain('hit');
    const known = await api.call('/api/tiktok/statistic?url=6954415245976751361', {
      headers: { 'if-none-match': String(first.headers.etag) },
    });
    expect([known.status, known.text]).toEqual([304, '']);
  });
});
