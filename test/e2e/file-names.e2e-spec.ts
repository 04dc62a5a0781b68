import { spawn } from 'node:child_process';
import { execFileSync } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { parse } from 'content-disposition';
import { smallPostId } from '../media/sandbox-files';
import type { TestApi } from '../support/api';
import { startApi } from '../support/api';
import type { Downloads } from '../support/media';
import { dataOf, fetchMedia } from '../support/media';

const root = join(__dirname, '../..');

/** Captions begin with these: the sandbox puts what is searched for into the posts that it finds. */
const captions = [
  'plain words',
  '👩‍👩‍👧 🇩🇪 😀',
  'قطة تجلس',
  '猫が好き',
  'кошка',
  '../../etc/passwd',
  '..\\..\\windows\\system32',
  '/etc/shadow',
  'CON',
  'nul.txt',
  '.htaccess',
  '-rf',
  'x'.repeat(300),
  '猫'.repeat(300),
  'a"b\'c;d=e',
  'evil\u202egpj.exe',
  '100% of #1 & ?',
  '<script>alert(1)</script>',
  'name*=UTF-8',
];

describe('file names', () => {
  let api: TestApi;

  beforeAll(async () => {
    api = await startApi();
  });

  afterAll(() => api.close());

  it.each(captions.map((caption) => [caption.slice(0, 40), caption] as const))(
    'of a post that says %j are safe, and its link opens',
    async (_, caption) => {
      const [post] = api.sandbox.world.searchPosts(caption, { from: 0, limit: 1 });
      if (!post) throw new Error('the sandbox finds something for any text');
      const { media } = await dataOf<Downloads>(api, `downloader?url=${post.id}&only=music`);
      const { status, headers } = await fetchMedia(`${media.music}?download=1`);
      expect(status).toBe(200);
      const header = String(headers['content-disposition']);
      expect(header).toMatch(/^[\x20-\x7e]+$/);
      const { type, parameters } = parse(header);
      expect(type).toBe('attachment');
      const name = String(parameters.filename);
      expect(name).toBe(decodeURIComponent(media.music.split('/').at(-1) ?? ''));
      expect(name).toContain(`${post.id}-sound.m4a`);
      expect(Buffer.byteLength(name)).toBeLessThan(200);
      expect(name).not.toMatch(/[/\\:*?"<>|\u0000-\u001f\u007f\u202a-\u202e]|\.\.|^[.-]|[. ]$/);
      expect(name).not.toMatch(/^(con|nul)\b/i);
    },
  );
});

describe('the log', () => {
  it('has the template of a link and never the link', async () => {
    execFileSync(process.execPath, ['scripts/build-if-stale.js'], { cwd: root });
    const child = spawn(process.execPath, ['dist/src/main', '--port', '0'], {
      cwd: root,
      env: { ...process.env, UPSTREAM: 'sandbox', LOG_LEVEL: 'trace', TIKTOK_BASE_URL: '' },
    });
    let output = '';
    child.stdout.on('data', (chunk: Buffer) => (output += chunk.toString()));
    child.stderr.on('data', (chunk: Buffer) => (output += chunk.toString()));
    const originOf = (): string | undefined => /Swagger UI {2}(\S+)\/docs/.exec(output)?.[1];
    while (originOf() === undefined) await once(child.stdout, 'data');
    const reply = await fetch(`${originOf()}/api/tiktok/downloader?url=${smallPostId}`);
    const { data } = (await reply.json()) as { data: Downloads };
    const seal = /\.([\w-]{43})\//.exec(data.media.no_watermark)?.[1] ?? '';
    expect(seal).toHaveLength(43);
    for (const url of [
      data.media.no_watermark,
      data.media.no_watermark.replace('.mp4', '.mp3'),
      data.media.no_watermark.replace('/media/', '/media/%ZZ'),
    ])
      await fetchMedia(url, { headers: { range: 'bytes=0-10' } });
    child.kill('SIGTERM');
    await once(child, 'exit');
    expect(output).toContain('Links to media end with this process');
    expect(output.match(/"route":"\/media\/:token\/:name"/g)?.length).toBeGreaterThanOrEqual(2);
    expect(output).not.toContain(seal);
    expect(output).not.toContain('signature=');
  }, 150_000);
});
