import { smallPostId } from '../media/sandbox-files';
import type { TestApi } from '../support/api';
import { startApi } from '../support/api';
import { linksInWords, stemOf as stemIn } from '../support/links';
import type { Downloads } from '../support/media';
import { dataOf } from '../support/media';

const photoId = '6943996796519680035';

let api: TestApi;
beforeAll(async () => {
  api = await startApi();
});
afterAll(() => api.close());

const envelope = (code: number) => ({
  author: 'TikTok data API',
  code,
  docs: `${api.url}/docs`,
  server_time: expect.stringMatching(/^\d{4}-\d\d-\d\dT[\d:.]+Z$/),
});

const stemOf = (id: string): string => stemIn(api, id);

async function bodyOf(path: string): Promise<unknown> {
  const reply = await api.call(`/api/tiktok/${path}`);
  return linksInWords(reply.json(), api.url);
}

describe('GET /api/tiktok/downloader', () => {
  it('answers a video with exactly the documented members', async () => {
    const stem = stemOf(smallPostId);
    expect(await bodyOf(`downloader?url=${smallPostId}`)).toEqual({
      ...envelope(200),
      status: 'success',
      data: {
        media: {
          music: `own music ${stem}-sound.m4a`,
          no_watermark: `own video ${stem}.mp4`,
          watermark: `own video~w ${stem}-watermark.mp4`,
        },
        post_author: {
          id: api.sandbox.world.post(smallPostId)?.author.id,
          nickname: 'Luna',
          profile: `own avatar ${stem}-avatar.jpeg`,
        },
        thumbnail: `own cover ${stem}-cover.jpeg`,
      },
    });
  });

  it('lists every file with detail=full', async () => {
    const { formats } = await dataOf<Downloads>(
      api,
      `downloader?url=${smallPostId}&detail=full&links=own`,
    );
    expect(formats.map(({ kind, name }) => `${kind} ${name}`)).toEqual([
      'video adapt_lower_720_1',
      'video normal_720_0',
      'video normal_540_0',
      'video watermark',
      'music music',
      'cover cover',
    ]);
    expect(linksInWords(formats[1], api.url)).toEqual({
      kind: 'video',
      name: 'normal_720_0',
      extension: 'mp4',
      codec: 'h264',
      width: 720,
      height: 1280,
      bitrate: 54_222,
      size_bytes: 40_667,
      expires_at: '2026-11-02T12:00:00.000Z',
      has_watermark: false,
      link: `own video~rnormal_720_0 ${stemOf(smallPostId)}-normal_720_0.mp4`,
    });
  });

  it("gives TikTok's own links on request, and where MEDIA_LINKS says so", async () => {
    const tiktok = /^https:\/\/[\w.-]+\.tiktok(cdn|cdn-us)?\.com\//;
    const asked = await dataOf<Downloads>(api, `downloader?url=${smallPostId}&links=upstream`);
    for (const link of Object.values(asked.media)) expect(link).toMatch(tiktok);
    const other = await startApi({ environment: { MEDIA_LINKS: 'upstream' } });
    const usual = await dataOf<Downloads>(other, `downloader?url=${smallPostId}`);
    expect(usual.media.no_watermark).toMatch(tiktok);
    const own = await dataOf<Downloads>(other, `downloader?url=${smallPostId}&links=own`);
    expect(own.media.no_watermark).toContain('/media/v1.');
    await other.close();
  });

  it('gives the sound alone, of photo posts too', async () => {
    for (const id of [smallPostId, photoId])
      expect(await bodyOf(`downloader?url=${id}&only=music`)).toMatchObject({
        status: 'success',
        data: {
          media: {
            music: `own music ${stemOf(id)}-sound.m4a`,
            no_watermark: null,
            watermark: null,
          },
        },
      });
  });
});

describe('GET /api/tiktok/slides', () => {
  it('answers a photo post with exactly the documented members', async () => {
    const stem = stemOf(photoId);
    const author = api.sandbox.world.post(photoId)?.author;
    expect(await bodyOf(`slides?url=https://www.tiktok.com/@x/photo/${photoId}`)).toEqual({
      ...envelope(200),
      status: 'success',
      data: {
        cover: `own cover ${stem}-cover.jpeg`,
        images: Array.from(
          { length: 35 },
          (_, n) => `own image~${n} ${stem}-${String(n + 1).padStart(2, '0')}.jpeg`,
        ),
        media: { music: `own music ${stem}-sound.m4a` },
        post_author: {
          avatar: `own avatar ${stem}-avatar.jpeg`,
          id: author?.id,
          nickname: author?.nickname,
          unique_id: author?.handle,
        },
      },
    });
  });

  it('adds the archive and every file with detail=full', async () => {
    const body = await bodyOf(`slides?url=${photoId}&detail=full`);
    expect(body).toMatchObject({ data: { archive: `own zip ${stemOf(photoId)}.zip` } });
    const { formats } = (body as { data: { formats: { kind: string }[] } }).data;
    expect(formats.filter(({ kind }) => kind === 'image')).toHaveLength(35);
    const upstream = await dataOf(api, `slides?url=${photoId}&detail=full&links=upstream`);
    expect(upstream.archive).toBeNull();
  });
});

describe('errors under /api/tiktok', () => {
  it.each([
    [`slides?url=${smallPostId}`, 422, 'post.wrong_kind', '/api/tiktok/downloader'],
    [`downloader?url=${photoId}`, 422, 'post.wrong_kind', '/api/tiktok/slides'],
    ['downloader?url=6943996796519680018', 403, 'tiktok.restricted', 'members'],
    ['downloader?url=6943996796519680204', 404, 'tiktok.not_found', ''],
    ['slides?url=6943996796519680204', 404, 'tiktok.not_found', ''],
    ['statistic?url=6943996796519680204', 404, 'tiktok.not_found', ''],
    ['statistic?url=6943996796519680216', 403, 'tiktok.private', ''],
    ['statistic?url=6943996796519680213', 403, 'tiktok.restricted', ''],
    ['random?username=missing.account', 404, 'tiktok.not_found', ''],
    ['random?username=private.account', 403, 'tiktok.private', ''],
    ['random?username=empty.account', 404, 'tiktok.not_found', 'no posts'],
    ['random', 400, 'request.invalid', 'username'],
    ['random?username=not%20a%20handle', 400, 'request.invalid', 'username'],
    ['random?username=x&pool=0', 400, 'request.invalid', 'pool'],
    ['random?username=x&pool=101', 400, 'request.invalid', 'pool'],
    ['random?username=x&pool=ten', 400, 'request.invalid', 'pool'],
    ['random?username=x&seed=', 400, 'request.invalid', 'seed'],
    [`random?username=x&seed=${'x'.repeat(201)}`, 400, 'request.invalid', 'seed'],
    [`downloader?url=${smallPostId}&quality=high`, 400, 'request.invalid', 'quality'],
    [`downloader?url=${smallPostId}&quality=143`, 400, 'request.invalid', 'quality'],
    [`downloader?url=${smallPostId}&quality=4321`, 400, 'request.invalid', 'quality'],
    [`downloader?url=${smallPostId}&quality=1e3`, 400, 'request.invalid', 'quality'],
    [`downloader?url=${smallPostId}&codec=av1`, 400, 'request.invalid', 'codec'],
    [`downloader?url=${smallPostId}&only=video`, 400, 'request.invalid', 'only'],
    [`downloader?url=${smallPostId}&detail=all`, 400, 'request.invalid', 'detail'],
    [`slides?url=${photoId}&quality=best`, 400, 'request.invalid', 'quality'],
    ['nothing', 404, 'request.no_such_route', ''],
    ['downloader/more', 404, 'request.no_such_route', ''],
    ['%ZZ', 400, 'request.invalid', ''],
  ])('GET %s answers %i %s in the envelope', async (path, status, error, words) => {
    const reply = await api.call(`/api/tiktok/${path}`);
    expect([reply.status, reply.headers['content-type'], reply.headers['cache-control']]).toEqual([
      status,
      'application/json; charset=utf-8',
      'no-store',
    ]);
    expect(reply.json()).toEqual({
      ...envelope(status),
      status: 'error',
      message: expect.stringContaining(words),
      error,
    });
  });

  it('POST has no route here', async () => {
    const reply = await api.call('/api/tiktok/downloader', { method: 'POST', body: '{}' });
    expect([reply.status, reply.json().error]).toEqual([404, 'request.no_such_route']);
  });

  it.each([
    ['captcha-page', 503, 'tiktok.blocked'],
    ['empty-200', 503, 'tiktok.blocked'],
    ['overload-503', 503, 'tiktok.blocked'],
    ['reset', 502, 'tiktok.unreachable'],
    ['no-script', 503, 'tiktok.blocked'],
  ] as const)('TikTok answering %s is %i %s', async (fault, status, error) => {
    const refused = await startApi({
      sandbox: { faults: [{ route: '*', fault }] },
      environment: { TIKTOK_MAX_RETRIES: '0' },
    });
    const reply = await refused.call(`/api/tiktok/downloader?url=${smallPostId}`);
    expect([reply.status, reply.json().code, reply.json().error]).toEqual([status, status, error]);
    if (status === 503) expect(reply.headers['retry-after']).toMatch(/^\d+$/);
    await refused.close();
  });
});

describe('links of the first API', () => {
  it.each([['/api/trending_videos'], ['/api/user/gabrielymayra/videos']])(
    '%s: to the video, or to all pictures of a photo post',
    async (path) => {
      const links = linksInWords((await api.call(path)).json<Record<string, string>>(), api.url);
      for (const [id, link] of Object.entries(links)) {
        const isPhoto = api.sandbox.world.post(id)?.kind === 'photo';
        expect(link).toBe(isPhoto ? `own zip ${stemOf(id)}.zip` : `own video ${stemOf(id)}.mp4`);
      }
    },
  );

  it("are TikTok's on request, POST routes included", async () => {
    const body = { user_id: 'gabrielymayra' };
    const replies = [
      await api.call('/api/trending_videos?links=upstream'),
      await api.call('/api/user/gabrielymayra/videos?links=upstream'),
      await api.postJson('/api/user/videos?links=upstream', body),
    ];
    for (const reply of replies)
      for (const link of Object.values(reply.json<Record<string, string>>()))
        expect(link).toMatch(/^https:\/\/[\w.-]+\.tiktok(cdn|cdn-us)?\.com\//);
    expect(replies[2]?.text).toBe(replies[1]?.text);
    const wrong = await api.postJson('/api/user/videos?links=mine', body);
    expect([wrong.status, wrong.json().code]).toEqual([400, 'request.invalid']);
    const also = await api.call('/api/trending_videos?links=');
    expect(also.status).toBe(400);
  });
});
