import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Post } from '../../src/tiktok';
import { formatsOf } from '../../src/tiktok';
import { selectMedia } from '../../src/tiktok/media/media-selection';
import { parseAwemeDetail } from '../../src/tiktok/parsers/aweme.parser';
import { parseItemDetail, parseItemList } from '../../src/tiktok/parsers/item-list.parser';
import { parsePostPage } from '../../src/tiktok/parsers/post-page.parser';
import { parseSearchPosts } from '../../src/tiktok/parsers/search.parser';
import { isMediaHost } from '../../src/tiktok/transport/allowed-address';

// Recorded answers hold data of real people, so they stay outside of the repository.
const projectRoot = resolve(__dirname, '../..');
const folder = resolve(projectRoot, process.env.RECORDED_DIR ?? '../shared/recorded');

const parsers: readonly ((body: Buffer) => readonly Post[])[] = [
  (body) => [parsePostPage(body)],
  (body) => [parseItemDetail(body)],
  (body) => [parseAwemeDetail(body)],
  (body) => parseItemList(body).items,
  (body) => parseSearchPosts(body).items,
];

function postsIn(file: string): readonly Post[] {
  const body = readFileSync(file);
  return parsers.flatMap((parse) => {
    try {
      return parse(body);
    } catch {
      // Every file is given to every parser, and is meant for one.
      return [];
    }
  });
}

function recordedPosts(): readonly Post[] {
  return ['pages', 'api'].flatMap((kind) =>
    readdirSync(join(folder, kind)).flatMap((name) => postsIn(join(folder, kind, name))),
  );
}

describe('the files of recorded posts', () => {
  if (!existsSync(folder)) {
    it.skip('no folder of recorded answers: RECORDED_DIR names one', () => undefined);
    return;
  }
  const posts = recordedPosts();
  const withVideo = posts.filter(({ video }) => (video?.renditions.length ?? 0) > 0);

  it('are many', () => {
    expect(posts.length).toBeGreaterThan(20);
    expect(withVideo.length).toBeGreaterThan(10);
    expect(posts.some(({ images }) => images.length > 0)).toBe(true);
  });

  it('are each found by what lists them, under a name and a tag of their own', () => {
    for (const post of posts) {
      const formats = formatsOf(post);
      const names = formats.map(({ kind, name }) => `${kind} ${name}`);
      expect(new Set(names).size).toBe(names.length);
      const tags = formats.map(({ file }) => selectMedia(post, file).etag);
      expect(new Set(tags).size).toBe(tags.length);
    }
  });

  it('lie on hosts that media is fetched from', () => {
    const hosts = posts.flatMap((post) =>
      formatsOf(post).flatMap(({ file }) =>
        selectMedia(post, file).links.map(({ url }) => new URL(url).hostname),
      ),
    );
    expect([...new Set(hosts)].filter((host) => !isMediaHost(host))).toEqual([]);
  });

  it('have a video that everything plays where TikTok has one, and one without a watermark', () => {
    for (const post of withVideo) {
      const { version } = selectMedia(post, { kind: 'video' });
      const codecs = formatsOf(post).map(({ codec, hasWatermark }) => !hasWatermark && codec);
      expect(version?.codec).toBe(codecs.includes('h264') ? 'h264' : version?.codec);
      expect(version?.hasWatermark).toBe(false);
      expect(JSON.stringify(formatsOf(post))).not.toMatch(/bytevc2/i);
    }
  });

  it('of pictures are what browsers show, where there is such an encoding', () => {
    for (const post of posts)
      for (const [index, { links }] of post.images.entries()) {
        const [best] = selectMedia(post, { kind: 'image', index }).links;
        const isHeicOnly = links.every(({ url }) => /\.heic/.test(url));
        expect(/\.heic/.test(best.url)).toBe(isHeicOnly);
      }
  });
});
