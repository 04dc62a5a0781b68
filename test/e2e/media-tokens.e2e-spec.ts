import type { MediaGrant } from '../../src/http/media-token';
import { MediaTokens } from '../../src/http/media-token';
import { smallPostId } from '../media/sandbox-files';
import type { TestApi } from '../support/api';
import { linkSecret, startApi } from '../support/api';
import type { Downloads, MediaAnswer } from '../support/media';
import { dataOf, fetchMedia } from '../support/media';

const inAnHour = Math.floor(Date.now() / 1000) + 3_600;
const grant: MediaGrant = {
  postId: smallPostId,
  file: { kind: 'video' },
  expiresAtSeconds: inAnHour,
};

/** A link as somebody with this secret would make it. */
function linkWith(secret: string, origin: string, changes: Partial<MediaGrant> = {}): string {
  const token = new MediaTokens([secret]).sign({ ...grant, ...changes }, 'a.mp4');
  return `${origin}/media/${token}/a.mp4`;
}

const statusAndCode = ({ status, bytes }: MediaAnswer): unknown[] => [
  status,
  status < 400 ? undefined : (JSON.parse(bytes.toString()) as { code: string }).code,
];

describe('the token in a link', () => {
  let api: TestApi;
  let link: URL;
  let other: URL;

  beforeAll(async () => {
    api = await startApi();
    const { media } = await dataOf<Downloads>(api, `downloader?url=${smallPostId}`);
    [link, other] = [new URL(media.no_watermark), new URL(media.watermark)];
  });

  afterAll(() => api.close());

  const parts = (url: URL) => {
    const [, , token = '', name = ''] = url.pathname.split('/');
    return { token, name };
  };

  it('opens the file', async () => {
    expect((await fetchMedia(link.href)).status).toBe(200);
    expect((await fetchMedia(linkWith(linkSecret, api.url))).status).toBe(200);
  });

  it('cannot be made without the secret', async () => {
    for (const secret of ['', 'another secret of ours', `${linkSecret} `]) {
      const answer = await fetchMedia(linkWith(secret, api.url));
      expect(statusAndCode(answer)).toEqual([403, 'media.link_invalid']);
      expect(answer.headers['content-type']).toBe('application/problem+json');
      expect(answer.headers['cache-control']).toBe('no-store');
    }
  });

  it('opens nothing else: no other post, file, name or end', async () => {
    const { token, name } = parts(link);
    const [version, post, file, end, seal] = token.split('.');
    const later = (parseInt(end ?? '', 36) + 86_400).toString(36);
    const forged = [
      [[version, '6943996796519681282', file, end, seal].join('.'), name],
      [[version, post, 'video~w', end, seal].join('.'), name],
      [[version, post, 'music', end, seal].join('.'), name],
      [[version, post, 'zip', end, seal].join('.'), name],
      [[version, post, file, later, seal].join('.'), name],
      [['v2', post, file, end, seal].join('.'), name],
      [token, 'a.mp4'],
      [token, `${name}x`],
      [token, name.replace('.mp4', '.html')],
      [token, parts(other).name],
      [parts(other).token, name],
      [`${token}=`, name],
      [token.toUpperCase(), name],
      [token.slice(0, -1), name],
      ['', name],
      ['..', name],
      ['%2e%2e', name],
      ['a'.repeat(1_500), name],
      ['%00', name],
      [token, '..%2f..%2fetc%2fpasswd'],
    ];
    api.sandbox.counters.reset();
    for (const [changed, called] of forged) {
      const { status } = await fetchMedia(`${api.url}/media/${changed}/${called}`);
      expect([changed, called, status]).toEqual([
        changed,
        called,
        changed === '..' || changed === '%2e%2e' || changed === '' ? expect.any(Number) : 403,
      ]);
      expect(status).toBeGreaterThanOrEqual(400);
    }
    expect(api.sandbox.counters.count()).toBe(0);
  });

  it('ends, and says so', async () => {
    const ended = linkWith(linkSecret, api.url, { expiresAtSeconds: Date.now() / 1000 - 1 });
    const asked: Record<string, string>[] = [{}, { range: 'bytes=0-1' }, { 'if-none-match': '*' }];
    for (const headers of asked)
      expect(statusAndCode(await fetchMedia(ended, { headers }))).toEqual([
        410,
        'media.link_expired',
      ]);
    const head = await fetchMedia(ended, { method: 'HEAD' });
    expect([head.status, head.bytes.length]).toEqual([410, 0]);
  });

  it.each<[string, Partial<MediaGrant>, number, string]>([
    ['a post that is gone', { postId: '6943996796519680204' }, 404, 'tiktok.not_found'],
    ['a private post', { postId: '6943996796519680216' }, 403, 'tiktok.private'],
    [
      'a file that the post has not',
      { file: { kind: 'image', index: 3 } },
      404,
      'tiktok.not_found',
    ],
    ['pictures of a video', { file: { kind: 'zip' } }, 422, 'post.wrong_kind'],
    ['a hidden video', { postId: '6943996796519680018' }, 404, 'tiktok.not_found'],
  ])('may lead to %s, which is said', async (_, changes, status, code) => {
    const answer = await fetchMedia(linkWith(linkSecret, api.url, changes));
    expect(statusAndCode(answer)).toEqual([status, code]);
  });

  it('is not found under other paths', async () => {
    for (const path of ['/media', '/media/', '/media/x', '/media/x/y/z'])
      expect((await api.call(path)).status).toBe(404);
  });

  it('outlives a new secret, and not the end of its own', async () => {
    const rotated = await startApi({
      environment: { MEDIA_LINK_SECRETS: `the secret of tomorrow,${linkSecret}` },
    });
    const retired = await startApi({
      environment: { MEDIA_LINK_SECRETS: 'the secret of tomorrow' },
    });
    const old = linkWith(linkSecret, rotated.url);
    expect((await fetchMedia(old)).status).toBe(200);
    const { media } = await dataOf<Downloads>(rotated, `downloader?url=${smallPostId}`);
    const path = new URL(media.no_watermark).pathname;
    expect((await fetchMedia(retired.url + path)).status).toBe(200);
    expect(statusAndCode(await fetchMedia(linkWith(linkSecret, retired.url)))).toEqual([
      403,
      'media.link_invalid',
    ]);
    await Promise.all([rotated.close(), retired.close()]);
  });

  it('of a server without a secret is good for that process only', async () => {
    const environment = { MEDIA_LINK_SECRETS: '' };
    const [one, two] = await Promise.all([startApi({ environment }), startApi({ environment })]);
    const { media } = await dataOf<Downloads>(one, `downloader?url=${smallPostId}`);
    const { pathname } = new URL(media.no_watermark);
    expect((await fetchMedia(one.url + pathname)).status).toBe(200);
    expect((await fetchMedia(two.url + pathname)).status).toBe(403);
    await Promise.all([one.close(), two.close()]);
  });
});

describe('the beginning of links', () => {
  it.each([
    [{ PUBLIC_URL: 'https://tiktok.example.org/base/' }, 'https://tiktok.example.org/base/media/'],
    [
      { PUBLIC_URL: 'https://tiktok.example.org', TRUST_HOST_HEADER: 'true' },
      'https://tiktok.example.org/media/',
    ],
    [{ TRUST_HOST_HEADER: 'true' }, 'http://evil.example.org/media/'],
    [{}, undefined],
  ])('with %j', async (environment, beginning) => {
    const api = await startApi({ environment });
    const headers = { host: 'evil.example.org' };
    const reply = await api.call(`/api/tiktok/downloader?url=${smallPostId}`, { headers });
    const { data, docs } = reply.json<{ data: Downloads; docs: string }>();
    const expected = beginning ?? `${api.url}/media/`;
    expect(data.media.no_watermark.startsWith(expected)).toBe(true);
    expect(docs).toBe(expected.replace(/media\/$/, 'docs'));
    await api.close();
  });

  it('is kept apart for callers who came by different addresses', async () => {
    const api = await startApi({ environment: { TRUST_HOST_HEADER: 'true' } });
    const linkFor = async (host: string) => {
      const reply = await api.call('/api/trending_videos?count=1', { headers: { host } });
      return String(Object.values(reply.json())[0]);
    };
    expect(await linkFor('one.example.org')).toMatch(/^http:\/\/one\.example\.org\/media\//);
    expect(await linkFor('two.example.org')).toMatch(/^http:\/\/two\.example\.org\/media\//);
    await api.close();
  });
});
