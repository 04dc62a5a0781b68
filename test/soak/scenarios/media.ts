import type { Post } from '../../../src/sandbox';
import { FileVisitor, type Reading } from '../file-visitor';
import { filesOf, type FileKind } from '../files';
import type { Random } from '../random';
import type { Surroundings } from '../visitor';
import { Visitor } from '../visitor';
import type { Scenario } from './scenario';

/** A post whose files are large: 20 MB in the best quality. */
const largePostId = '6943996796519680020';

/** Downloads: the answers with links, and the files behind them. */
export const mediaScenarios: readonly Scenario[] = [
  {
    name: 'files of videos',
    weight: 9,
    run: async (surroundings, { videos }) => {
      const post = surroundings.random.pick(videos);
      const links = await linksOf(surroundings, post);
      if (!links) return;
      const [link, kind] = surroundings.random.pick(links);
      await read(surroundings, { post, link, kind });
    },
  },
  {
    name: 'pictures',
    weight: 4,
    run: async (surroundings, { photos }) => {
      const post = surroundings.random.pick(photos);
      const slides = await slidesOf(surroundings, post);
      const index = surroundings.random.below(slides?.images.length ?? 0);
      const link = slides?.images[index];
      if (link !== undefined) await read(surroundings, { post, link, kind: 'picture', index });
    },
  },
  {
    name: 'zips',
    weight: 2,
    run: async (surroundings, { photos }) => {
      const post = surroundings.random.pick(photos);
      const slides = await slidesOf(surroundings, post);
      if (slides) await new FileVisitor(surroundings, 'zips').readZip(slides.archive, post);
    },
  },
  {
    name: 'large files',
    weight: 2,
    run: async (surroundings) => {
      const { random, world } = surroundings;
      const post = world.post(largePostId);
      const links = post && (await linksOf(surroundings, post));
      const link = links?.find(([, kind]) => kind === 'video')?.[0];
      if (!post || link === undefined) return;
      const hangUpAfterBytes = random.chance(0.8) ? random.below(8_000_000) : undefined;
      const visitor = new FileVisitor(surroundings, 'large files');
      await visitor.read(link, filesOf(post, 'video'), { hangUpAfterBytes });
    },
  },
];

async function linksOf(
  surroundings: Surroundings,
  { id }: Post,
): Promise<readonly (readonly [string, FileKind])[] | undefined> {
  const question = { path: `/api/tiktok/downloader?url=${id}` };
  const answer = await new Visitor(surroundings, 'downloader').ask(question);
  if (!answer) return undefined;
  const { data } = answer.body as { data: DownloaderMembers };
  const all: readonly (readonly [string | null, FileKind])[] = [
    [data.media.no_watermark, 'video'],
    [data.media.no_watermark, 'video'],
    [data.media.watermark, 'watermarked'],
    [data.media.music, 'sound'],
    [data.thumbnail, 'cover'],
    [data.post_author.profile, 'avatar'],
  ];
  return all.flatMap(([link, kind]) => (link === null ? [] : [[link, kind] as const]));
}

interface DownloaderMembers {
  readonly media: {
    readonly music: string | null;
    readonly no_watermark: string | null;
    readonly watermark: string | null;
  };
  readonly post_author: { readonly profile: string | null };
  readonly thumbnail: string | null;
}

async function slidesOf(surroundings: Surroundings, { id }: Post) {
  const question = { path: `/api/tiktok/slides?url=${id}&detail=full` };
  const answer = await new Visitor(surroundings, 'slides').ask(question);
  return answer && (answer.body as { data: { images: readonly string[]; archive: string } }).data;
}

interface Linked {
  readonly post: Post;
  readonly link: string;
  readonly kind: FileKind;
  readonly index?: number;
}

async function read(
  surroundings: Surroundings,
  { post, link, kind, index }: Linked,
): Promise<void> {
  const files = filesOf(post, kind, index);
  const reading = readingOf(surroundings.random);
  await new FileVisitor(surroundings, 'files').read(link, files, reading);
}

/** Whole, a stretch, the head alone, or given up. */
function readingOf(random: Random): Reading {
  const chance = random.unit();
  if (chance < 0.45) return {};
  if (chance < 0.75) {
    const first = random.below(5_000);
    return { range: { first, last: first + random.below(60_000) } };
  }
  return chance < 0.85 ? { method: 'HEAD' } : { hangUpAfterBytes: 1 + random.below(20_000) };
}
