import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { fromBufferPromise } from 'yauzl';
import { MediaClient } from '../../src/tiktok';
import { MediaLibrary } from '../../src/sandbox/media/library';
import { until } from '../media/sandbox-files';
import type { TestApi } from '../support/api';
import { startApi } from '../support/api';
import { dataOf, fetchMedia, hangUpEarly } from '../support/media';

const postId = '6943996796519680035';
const library = new MediaLibrary();

interface Slides {
  readonly archive: string;
  readonly images: readonly string[];
}

/** What is in a zip, as an independent reader sees it. */
async function unpacked(zip: Buffer): Promise<Map<string, Buffer>> {
  const files = new Map<string, Buffer>();
  const reader = await fromBufferPromise(zip);
  for await (const entry of reader.eachEntry())
    files.set(entry.fileName, await buffer(await reader.openReadStreamPromise(entry)));
  return files;
}

describe('a photo post as a zip', () => {
  let api: TestApi;
  let slides: Slides;
  let expected: Map<string, Buffer>;

  beforeEach(async () => {
    api = await startApi();
    slides = await dataOf<Slides>(api, `slides?url=${postId}&detail=full`);
    const post = api.sandbox.world.post(postId);
    if (!post) throw new Error('the sandbox has this post');
    const pictures = Array.from({ length: 35 }, (_, n) => {
      const name = `${String(n + 1).padStart(2, '0')}.jpeg`;
      return [name, library.photo((post.key + n) % 4).bytes] as const;
    });
    expected = new Map([...pictures, ['sound.m4a', library.sound(post.sound.clip.number).bytes]]);
  });

  afterEach(() => api.close());

  it('holds 35 pictures in order and the sound, byte for byte', async () => {
    const { status, headers, bytes, trailers, isWhole } = await fetchMedia(slides.archive);
    expect([status, isWhole, trailers['x-failed-files']]).toEqual([200, true, 'none']);
    expect(trailers['x-file-count']).toBe('36 of 36');
    expect(headers).toMatchObject({
      'content-type': 'application/zip',
      'accept-ranges': 'none',
      'transfer-encoding': 'chunked',
      trailer: 'x-file-count, x-failed-files',
      'content-disposition': expect.stringMatching(
        /^attachment; filename=.*6943996796519680035\.zip/,
      ),
    });
    expect(headers['content-length']).toBeUndefined();
    const files = await unpacked(bytes);
    expect([...files.keys()]).toEqual([...expected.keys()]);
    for (const [name, content] of expected) expect(files.get(name)?.equals(content)).toBe(true);
  });

  it('is opened by other programs too', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'zip-'));
    const file = join(folder, 'post.zip');
    writeFileSync(file, (await fetchMedia(slides.archive)).bytes);
    const script =
      'import sys, zipfile; z = zipfile.ZipFile(sys.argv[1]); assert z.testzip() is None; z.extractall(sys.argv[2])';
    const programs: [string, string[]][] = [
      ['unzip', ['-q', file, '-d', join(folder, 'unzip')]],
      ['python3', ['-c', script, file, join(folder, 'python3')]],
    ];
    const ran = programs.filter(([program, args]) => {
      const { error, status, stderr } = spawnSync(program, args, { encoding: 'utf8' });
      if (error) return false;
      expect([program, stderr, status]).toEqual([program, '', 0]);
      return true;
    });
    for (const [program] of ran) {
      const names = readdirSync(join(folder, program)).sort();
      expect(names).toEqual([...expected.keys()].sort());
      for (const name of names)
        expect(readFileSync(join(folder, program, name)).equals(expected.get(name) as Buffer)).toBe(
          true,
        );
    }
    if (ran.length === 0) console.warn('Neither unzip nor python3 is here: yauzl alone was asked');
  });

  it('has the same bytes every time', async () => {
    const [one, other] = [await fetchMedia(slides.archive), await fetchMedia(slides.archive)];
    expect(one.bytes.equals(other.bytes)).toBe(true);
  });

  it('says in itself and in a trailer which pictures are missing, and is whole', async () => {
    // Two mirrors of the first picture, and both again when the post has been resolved anew.
    api.sandbox.faults.add({ route: 'media-image', fault: 'forbidden-403', times: 4 });
    api.sandbox.faults.add({ route: 'media-sound', fault: 'forbidden-403' });
    const missing = ['01.jpeg', 'sound.m4a'];
    const { status, bytes, trailers, isWhole } = await fetchMedia(slides.archive);
    expect([status, isWhole]).toEqual([200, true]);
    expect(trailers['x-failed-files']).toBe(missing.join(', '));
    expect(trailers['x-file-count']).toBe('34 of 36');
    const files = await unpacked(bytes);
    const present = [...expected.keys()].filter((name) => !missing.includes(name));
    expect([...files.keys()]).toEqual([...present, 'errors.txt']);
    for (const name of missing)
      expect(files.get('errors.txt')?.toString()).toMatch(new RegExp(`^${name}: \\S`, 'm'));
  });

  it('is whole even when no picture is to be had', async () => {
    api.sandbox.faults.add({ route: 'media-image', fault: 'forbidden-403' });
    const { status, bytes, trailers, isWhole } = await fetchMedia(slides.archive);
    expect([status, isWhole]).toEqual([200, true]);
    expect(trailers['x-failed-files']?.split(', ')).toHaveLength(35);
    const files = await unpacked(bytes);
    expect([...files.keys()]).toEqual(['sound.m4a', 'errors.txt']);
    expect(
      files
        .get('errors.txt')
        ?.toString()
        .match(/^\d\d\.jpeg: \S/gm),
    ).toHaveLength(35);
  });

  it('is refused as a whole while too many streams are open', async () => {
    const busy = await startApi({ environment: { MEDIA_MAX_STREAMS: '1' } });
    const { archive } = await dataOf<Slides>(busy, `slides?url=${postId}&detail=full`);
    busy.sandbox.traffic.set({ route: 'media-image', latencyMs: 3_000 });
    // Another picture than the first of the archive, which would share its fetch.
    const held = fetchMedia(busy.url + new URL(slides.images[2] ?? '').pathname);
    await until(() => busy.app.get(MediaClient).load().fetchCount === 1);
    const { status, headers, bytes } = await fetchMedia(archive);
    expect([status, headers['content-type']]).toEqual([503, 'application/problem+json']);
    expect(bytes.toString()).toContain('tiktok.busy');
    expect(headers['retry-after']).toMatch(/^\d+$/);
    expect((await held).status).toBe(200);
    await busy.close();
  });

  it('answers HEAD without a body, and asks TikTok for no picture', async () => {
    api.sandbox.counters.reset();
    const head = await fetchMedia(slides.archive, { method: 'HEAD' });
    expect([head.status, head.headers['content-type'], head.bytes.length]).toEqual([
      200,
      'application/zip',
      0,
    ]);
    expect(api.sandbox.counters.count('media-image')).toBe(0);
  });

  it('knows no ranges', async () => {
    const { status, bytes } = await fetchMedia(slides.archive, { headers: { range: 'bytes=0-1' } });
    expect([status, bytes.length > 1000]).toEqual([200, true]);
  });

  it('asks TikTok for nothing more when the caller hangs up', async () => {
    api.sandbox.traffic.set({ route: 'media-image', latencyMs: 50 });
    await hangUpEarly(slides.archive);
    await until(() => {
      const load = api.app.get(MediaClient).load();
      return load.readerCount + load.fetchCount + load.heldBytes === 0;
    });
    const asked = api.sandbox.counters.count('media-image');
    expect(asked).toBeLessThan(10);
    await new Promise((resolve) => setTimeout(resolve, 300));
    expect(api.sandbox.counters.count('media-image')).toBe(asked);
  });

  it('opens each picture by its own link as well', async () => {
    expect(slides.images).toHaveLength(35);
    const contents = [...expected.values()];
    for (const [n, link] of slides.images.entries()) {
      const { status, headers, bytes } = await fetchMedia(link);
      expect([status, headers['content-type']]).toEqual([200, 'image/jpeg']);
      expect(bytes.equals(contents[n] as Buffer)).toBe(true);
    }
  });
});
