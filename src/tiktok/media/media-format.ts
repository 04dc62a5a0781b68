import type { MediaLink, Post } from '../models';
import { objectKeyOf } from './media-address';
import type { MediaFile, MediaKind, VideoCodec } from './media-file';
import { linksOf, selectMedia, subtitlesOf } from './media-selection';
import type { VideoVersion } from './video-version';
import { versionsOf } from './video-version';

/** One file that a post can be had as. */
export interface MediaFormat {
  readonly kind: MediaKind;
  /** TikTok's name of a version of the video, a language, or the kind once more; unique within its kind. */
  readonly name: string;
  /** What gives this very file. */
  readonly file: MediaFile;
  /** Of a video; absent where TikTok does not say. */
  readonly codec?: VideoCodec;
  /** Of a video. */
  readonly hasWatermark?: boolean;
  readonly width?: number;
  readonly height?: number;
  readonly bitsPerSecond?: number;
  readonly sizeBytes?: number;
  /** When TikTok's own link dies, in Unix seconds; absent for one that says nothing. */
  readonly expiresAtSeconds?: number;
}

/** Everything that a post can be had as: versions of its video best first, images in order, sound, cover, subtitles. */
export function formatsOf(post: Post): readonly MediaFormat[] {
  return [
    ...distinct(versionsOf(post)).map(videoFormat),
    ...post.images.flatMap(({ width, height }, index) =>
      format(post, { kind: 'image', index }, { name: String(index + 1), width, height }),
    ),
    ...format(post, { kind: 'music' }),
    ...format(post, { kind: 'cover' }),
    ...[...subtitlesOf(post)].flatMap(([name, { sizeBytes }]) =>
      format(post, { kind: 'subtitle', languageCode: name, format: 'vtt' }, { name, sizeBytes }),
    ),
  ];
}

/** The format that a wish for a video comes to: where a height is wanted that does not exist, it is the nearest. */
export function formatOfVideo(
  post: Post,
  file: MediaFile & { readonly kind: 'video' },
): MediaFormat | undefined {
  const { version } = selectMedia(post, file);
  return version && videoFormat(version);
}

/** In answers of 2022 the file for downloads was the clean one once more, so it is listed once. */
function distinct(versions: readonly VideoVersion[]): readonly VideoVersion[] {
  const keyOf = ({ links: [first] }: VideoVersion): string | undefined =>
    first && objectKeyOf(first);
  const keys = versions.map(keyOf);
  return versions.filter((version, index) => keys.indexOf(keyOf(version)) === index);
}

function videoFormat(version: VideoVersion): MediaFormat {
  const { links, ...shown } = version;
  const file: MediaFile = { kind: 'video', renditionName: version.name };
  return { kind: 'video', ...shown, file, expiresAtSeconds: expiryOf(links) };
}

function format(
  post: Post,
  file: MediaFile,
  known: Partial<MediaFormat> = {},
): readonly MediaFormat[] {
  const links = linksOf(post, file);
  if (links.length === 0) return [];
  const { kind } = file;
  return [{ kind, name: kind, file, expiresAtSeconds: expiryOf(links), ...known }];
}

function expiryOf([first]: readonly MediaLink[]): number | undefined {
  return first?.expiresAtSeconds;
}
