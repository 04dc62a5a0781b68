import type { MediaLink, Rendition, Subtitle, Video } from '../models';
import { readListedLink, readMediaLink, readMediaLinks } from './media-link';
import {
  at,
  collect,
  either,
  readBoolean,
  readCount,
  readInteger,
  readList,
  readRecord,
  readText,
} from './read';

/** Reads the `video` of the mobile shape, whose length is in milliseconds. */
export function parseAwemeVideo(video: unknown): Video | undefined {
  if (readRecord(video) === undefined) {
    return undefined;
  }
  const address = at(video, 'play_addr');
  return {
    uri: readText(at(address, 'uri')),
    durationSeconds: readMilliseconds(at(video, 'duration')),
    width: readCount(at(video, 'width')),
    height: readCount(at(video, 'height')),
    ratio: readText(at(video, 'ratio')),
    cover: readListedLink(at(video, 'cover')),
    originCover: readListedLink(at(video, 'origin_cover')),
    dynamicCover: readListedLink(either(video, 'dynamic_cover', 'ai_dynamic_cover')),
    playLink: readListedLink(address),
    downloadLink: readListedLink(at(video, 'download_addr')),
    renditions: parseRenditions(video),
    subtitles: collect(at(video, 'cla_info', 'caption_infos'), parseSubtitle),
  };
}

/** A photo post keeps a video whose play address is its sound, so no address of it is one of pictures. */
export function withoutMoving(video: Video | undefined): Video | undefined {
  return video && { ...video, playLink: undefined, downloadLink: undefined, renditions: [] };
}

/** The sound of a photo post, where the surface puts it: in place of the video. */
export function readPhotoSound(video: unknown): MediaLink | undefined {
  return readListedLink(at(video, 'play_addr'));
}

/** A length in milliseconds, exactly; the web surfaces say seconds. */
export function readMilliseconds(value: unknown): number | undefined {
  const milliseconds = readCount(value);
  return milliseconds === undefined ? undefined : milliseconds / 1000;
}

/** `bit_rate` lists every version; without it the single addresses are the versions. */
function parseRenditions(video: unknown): readonly Rendition[] {
  const listed = readList(at(video, 'bit_rate'));
  const rows =
    listed.length > 0
      ? listed
      : [
          { play_addr: at(video, 'play_addr_h264'), is_bytevc1: 0 },
          { play_addr: at(video, 'play_addr_bytevc1'), is_bytevc1: 1 },
        ];
  return collect(rows, parseRendition);
}

export function parseRendition(row: unknown): Rendition | undefined {
  const address = at(row, 'play_addr');
  const links = readMediaLinks(at(address, 'url_list'));
  const urlKey = readText(at(address, 'url_key'));
  const codec = readText(at(row, 'codec_type')) ?? readCodec(row);
  const isPlayable = !/bytevc2/i.test(`${codec ?? ''} ${urlKey ?? ''}`);
  if (links.length === 0 || !isPlayable) {
    return undefined;
  }
  return {
    links,
    codec,
    qualityName: readText(at(row, 'gear_name')),
    bitsPerSecond: readCount(either(row, 'bit_rate', 'bitrate')),
    framesPerSecond: readCount(either(row, 'FPS', 'fps')),
    sizeBytes: readCount(at(address, 'data_size')),
    width: readCount(at(address, 'width')),
    height: readCount(at(address, 'height')),
    format: readText(at(row, 'format')),
    uri: readText(at(address, 'uri')),
    urlKey,
    fileHash: readText(at(address, 'file_hash')),
  };
}

/** Under the names of the web; ByteVC1 is H.265. */
function readCodec(row: unknown): string | undefined {
  const flags = [readBoolean(at(row, 'is_bytevc1')), readBoolean(at(row, 'is_h265'))];
  return flags.includes(true) ? 'h265_hvc1' : flags.includes(false) ? 'h264' : undefined;
}

/** Subtitles of the mobile shape and of the player, which call the same things by other names. */
export function parseSubtitle(info: unknown): Subtitle | undefined {
  const link = readListedLink(info) ?? readMediaLink(at(info, 'url'));
  if (link === undefined) {
    return undefined;
  }
  const expiry = readInteger(at(info, 'expire'));
  return {
    link: link.expiresAtSeconds === undefined ? { ...link, expiresAtSeconds: expiry } : link,
    languageCode: readText(either(info, 'language_code', 'lang', 'language')),
    format: readText(either(info, 'Format', 'caption_format')),
  };
}
