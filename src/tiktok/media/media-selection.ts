import { createHash } from 'node:crypto';
import type { Image, MediaLink, Post, Subtitle } from '../models';
import { TikTokNotFoundError } from '../tiktok.errors';
import { inOrderOfUse, objectKeyOf } from './media-address';
import type { MediaFile } from './media-file';
import type { VideoVersion } from './video-version';
import { chooseVersion, versionsOf } from './video-version';

/** A file of a post, chosen: where it lies, and the tag that says which bytes it has. */
export interface MediaSelection {
  /** Mirrors of the same bytes, in the order in which they are tried; never empty. */
  readonly links: readonly [MediaLink, ...MediaLink[]];
  /** A quoted strong entity tag, the same however often and wherever the post is resolved. */
  readonly etag: string;
  /** Of a video. */
  readonly version?: VideoVersion;
}

/** Finds a file of a post; throws a `TikTokNotFoundError` that says what the post has. */
export function selectMedia(post: Post, file: MediaFile): MediaSelection {
  const version = file.kind === 'video' ? chooseVersion(versionsOf(post), file) : undefined;
  const links = version?.links ?? linksOf(post, file);
  const [first, ...others] = links;
  if (!first) throw missing(post, file);
  return { links: [first, ...others], etag: etagOf(post, file, first), version };
}

/**
 * The same file in a post that was resolved anew: another surface may list other versions, in another order.
 * Undefined when it is not among them.
 */
export function selectAgain(post: Post, file: MediaFile, etag: string): MediaSelection | undefined {
  if (file.kind !== 'video') {
    const [first, ...others] = linksOf(post, file);
    return first && etagOf(post, file, first) === etag
      ? { links: [first, ...others], etag }
      : undefined;
  }
  for (const version of versionsOf(post)) {
    const [first, ...others] = version.links;
    const isSame = version.links.some((link) => etagOf(post, file, link) === etag);
    if (first && isSame) return { links: [first, ...others], etag, version };
  }
  return undefined;
}

/** The subtitles of a post, one for each language: a language with several keeps the first. */
export function subtitlesOf({ video }: Post): ReadonlyMap<string, Subtitle> {
  const byLanguage = new Map<string, Subtitle>();
  for (const subtitle of video?.subtitles ?? []) {
    // BCP 47's word for a language that nobody named.
    const { languageCode = 'und', format = 'webvtt' } = subtitle;
    if (format === 'webvtt' && !byLanguage.has(languageCode))
      byLanguage.set(languageCode, subtitle);
  }
  return byLanguage;
}

function coverOf({ video, imageCover }: Post): readonly MediaLink[] {
  const link = video?.cover ?? video?.originCover;
  return link ? [link] : imageLinks(imageCover);
}

/** Of anything but a video, whose versions are told apart in video-version.ts. */
export function linksOf(post: Post, file: MediaFile): readonly MediaLink[] {
  switch (file.kind) {
    case 'video':
      return [];
    case 'music':
      return usable(post.music?.playLink);
    case 'cover':
      return inOrderOfUse(coverOf(post));
    case 'avatar': {
      const { avatarLarger, avatarMedium, avatarThumb } = post.author ?? {};
      return usable(avatarLarger ?? avatarMedium ?? avatarThumb);
    }
    case 'image':
      return imageLinks(post.images[file.index]);
    case 'subtitle':
      return usable(subtitlesOf(post).get(file.languageCode)?.link);
  }
}

const usable = (link: MediaLink | undefined): readonly MediaLink[] =>
  link ? inOrderOfUse([link]) : [];

/** What browsers show goes before what few of them do; other encodings are other bytes, hence no mirrors. */
function imageLinks(image: Image | undefined): readonly MediaLink[] {
  const encodings = ['.jpeg', '.jpg', '.image', '.webp'];
  const rankOf = ({ url }: MediaLink): number => {
    const { pathname } = new URL(url);
    const rank = encodings.findIndex((ending) => pathname.endsWith(ending));
    if (rank >= 0) return rank;
    return encodings.length + (pathname.endsWith('.heic') ? 1 : 0);
  };
  const ranked = [...inOrderOfUse(image?.links ?? [])].sort((a, b) => rankOf(a) - rankOf(b));
  const [best] = ranked;
  return best ? ranked.filter((link) => objectKeyOf(link) === objectKeyOf(best)) : [];
}

function etagOf({ id }: Post, file: MediaFile, link: MediaLink): string {
  const parts = [id, file.kind, objectKeyOf(link)];
  // The same link gives other bytes where they are converted.
  if (file.kind === 'subtitle') parts.push(file.format);
  const hash = createHash('sha256').update(parts.join('\n')).digest('base64url');
  return `"${hash.slice(0, 27)}"`;
}

function missing(post: Post, file: MediaFile): TikTokNotFoundError {
  const message = `Post ${post.id} has no ${describe(file)}; it has ${inventoryOf(post)}`;
  return new TikTokNotFoundError(message);
}

function describe(file: MediaFile): string {
  if (file.kind === 'image') return `image ${file.index + 1}`;
  if (file.kind === 'subtitle') return `subtitles in "${file.languageCode}"`;
  if (file.kind !== 'video') return file.kind;
  if (file.renditionName !== undefined) return `video called "${file.renditionName}"`;
  return file.hasWatermark ? 'video with a watermark' : 'video without a watermark';
}

function inventoryOf(post: Post): string {
  const videos = versionsOf(post).map(({ name }) => name);
  const languages = [...subtitlesOf(post).keys()];
  const single = (['music', 'cover', 'avatar'] as const).filter(
    (kind) => linksOf(post, { kind }).length > 0,
  );
  const all = [
    ...(videos.length > 0 ? [`video (${videos.join(', ')})`] : []),
    ...(post.images.length > 0 ? [`${post.images.length} images`] : []),
    ...single,
    ...(languages.length > 0 ? [`subtitles (${languages.join(', ')})`] : []),
  ];
  return all.length > 0 ? all.join(', ') : 'no media at all';
}
