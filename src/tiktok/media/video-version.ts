import type { MediaLink, Post, Rendition, Video } from '../models';
import type { VideoChoice, VideoCodec } from './media-file';
import { inOrderOfUse, objectKeyOf } from './media-address';

/** One version of the moving picture of a post, with its mirrors in the order in which they are tried. */
export interface VideoVersion {
  /** TikTok's name of it, or ours where it has none; no two versions of a post share one. */
  readonly name: string;
  /** Whether it is the file that TikTok gives for downloads. */
  readonly hasWatermark: boolean;
  readonly links: readonly MediaLink[];
  /** Absent where TikTok does not say. */
  readonly codec?: VideoCodec;
  readonly width?: number;
  readonly height?: number;
  readonly bitsPerSecond?: number;
  readonly sizeBytes?: number;
}

type NamelessVersion = Omit<VideoVersion, 'name'> & { readonly qualityName?: string };

/** Every version that a player can show, best first, the one with a watermark last. */
export function versionsOf({ video }: Post): readonly VideoVersion[] {
  if (!video) return [];
  const clean = [...video.renditions.map(versionOfRendition), ...unlistedVersion(video)];
  const marked = video.downloadLink
    ? [{ links: inOrderOfUse([video.downloadLink]), hasWatermark: true, qualityName: 'watermark' }]
    : [];
  return named([...clean.sort(better), ...marked]);
}

/** The version that was asked for; undefined where the post has none like it. */
export function chooseVersion(
  versions: readonly VideoVersion[],
  { hasWatermark = false, quality = 'best', codec = 'h264', renditionName }: VideoChoice,
): VideoVersion | undefined {
  if (renditionName !== undefined) return versions.find(({ name }) => name === renditionName);
  const wanted = versions.filter((version) => version.hasWatermark === hasWatermark);
  const preferred = Math.min(...wanted.map((version) => distance(version, codec)));
  const ofCodec = wanted.filter((version) => distance(version, codec) === preferred);
  if (quality === 'best') return ofCodec[0];
  if (quality === 'worst') return ofCodec.at(-1);
  const offBy = ({ height = 0 }: VideoVersion): number => Math.abs(height - quality);
  // A stable sort of what is best first: of two that are as far away, the larger one.
  return [...ofCodec].sort((a, b) => offBy(a) - offBy(b))[0];
}

/** What is of the codec, then what does not say, then what is not. */
function distance({ codec }: VideoVersion, wanted: VideoCodec): number {
  if (codec === undefined) return 1;
  return codec === wanted ? 0 : 2;
}

function versionOfRendition(rendition: Rendition): NamelessVersion {
  const { qualityName, width, height, bitsPerSecond, sizeBytes } = rendition;
  const links = inOrderOfUse(rendition.links);
  const codec = codecOf(`${rendition.codec ?? ''} ${rendition.urlKey ?? ''} ${links[0]?.url}`);
  const version = { qualityName, links, codec, width, height, bitsPerSecond, sizeBytes };
  return { ...version, hasWatermark: false };
}

/** The main address, where no rendition has the same file: the embed surface has nothing else. */
function unlistedVersion(video: Video): readonly NamelessVersion[] {
  const { playLink, renditions, width, height, bitsPerSecond, sizeBytes } = video;
  if (!playLink || /bytevc2/i.test(video.codec ?? '')) return [];
  const listed = renditions.flatMap(({ links }) => links.map(objectKeyOf));
  if (listed.includes(objectKeyOf(playLink))) return [];
  const codec = codecOf(`${video.codec ?? ''} ${playLink.url}`);
  const size = { width, height, bitsPerSecond, sizeBytes };
  return [{ links: [playLink], hasWatermark: false, qualityName: 'play', codec, ...size }];
}

function codecOf(words: string): VideoCodec | undefined {
  if (/h265|hvc1|hev1|bytevc1/i.test(words)) return 'h265';
  return /h264|avc1/i.test(words) ? 'h264' : undefined;
}

function better(a: NamelessVersion, b: NamelessVersion): number {
  const areaOf = ({ width = 0, height = 0 }: NamelessVersion): number => width * height;
  const rateOf = ({ bitsPerSecond = 0 }: NamelessVersion): number => bitsPerSecond;
  return areaOf(b) - areaOf(a) || rateOf(b) - rateOf(a);
}

function named(versions: readonly NamelessVersion[]): readonly VideoVersion[] {
  const uses = new Map<string, number>();
  return versions
    .filter(({ links }) => links.length > 0)
    .map(({ qualityName = 'rendition', ...version }) => {
      const count = (uses.get(qualityName) ?? 0) + 1;
      uses.set(qualityName, count);
      return { ...version, name: count === 1 ? qualityName : `${qualityName}-${count}` };
    });
}
