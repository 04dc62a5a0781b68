import type { Rendition, Subtitle, Video } from '../models';
import { readFirstMediaLink, readMediaLink, readMediaLinks } from './media-link';
import {
  at,
  collect,
  either,
  readCount,
  readId,
  readInteger,
  readList,
  readRecord,
  readText,
} from './read';

/** Reads `itemStruct.video`; undefined for age-gated posts, which come without it. */
export function parseVideo(video: unknown): Video | undefined {
  if (readRecord(video) === undefined) {
    return undefined;
  }
  return {
    id: readId(at(video, 'id')),
    uri: readText(at(video, 'videoID')),
    durationSeconds: readCount(at(video, 'duration')),
    width: readCount(at(video, 'width')),
    height: readCount(at(video, 'height')),
    ratio: readText(at(video, 'ratio')),
    definition: readText(at(video, 'definition')),
    format: readText(at(video, 'format')),
    codec: readText(at(video, 'codecType')),
    bitsPerSecond: readCount(at(video, 'bitrate')),
    sizeBytes: readCount(at(video, 'size')),
    cover: readFirstMediaLink(at(video, 'cover')),
    originCover: readFirstMediaLink(at(video, 'originCover')),
    dynamicCover: readFirstMediaLink(at(video, 'dynamicCover')),
    playLink: readFirstMediaLink(at(video, 'playAddr')),
    downloadLink: readFirstMediaLink(at(video, 'downloadAddr')),
    renditions: parseRenditions(video),
    subtitles: collect(at(video, 'subtitleInfos'), parseSubtitle),
  };
}

/** `PlayAddrStruct` repeats the first rendition; it stands in where there is no list of them. */
function parseRenditions(video: unknown): readonly Rendition[] {
  const bitrates = readList(at(video, 'bitrateInfo'));
  const main = at(video, 'PlayAddrStruct');
  const fallback = {
    PlayAddr: main,
    CodecType: at(video, 'codecType'),
    Bitrate: at(video, 'bitrate'),
    Format: at(video, 'format'),
  };
  return collect(bitrates.length > 0 ? bitrates : [fallback], parseRendition);
}

// Links whose path ends in /media-video-hvc1/ are kept: they may be without sound or answer 404
// (yt-dlp #16622, #17372), and whoever downloads has the other mirrors and renditions to go on with.
function parseRendition(bitrate: unknown): Rendition | undefined {
  const address = at(bitrate, 'PlayAddr');
  const links = readMediaLinks(at(address, 'UrlList'));
  const codec = readText(at(bitrate, 'CodecType'));
  const urlKey = readText(at(address, 'UrlKey'));
  // ByteDance's own second codec: no player outside of its apps can show it.
  const isPlayable = !/bytevc2/i.test(`${codec ?? ''} ${urlKey ?? ''}`);
  if (links.length === 0 || !isPlayable) {
    return undefined;
  }
  return {
    links,
    codec,
    qualityName: readText(at(bitrate, 'GearName')),
    bitsPerSecond: readCount(at(bitrate, 'Bitrate')),
    framesPerSecond: readCount(at(bitrate, 'BitrateFPS')),
    sizeBytes: readCount(at(address, 'DataSize')),
    width: readCount(at(address, 'Width')),
    height: readCount(at(address, 'Height')),
    format: readText(at(bitrate, 'Format')),
    uri: readText(at(address, 'Uri')),
    urlKey,
    fileHash: readText(at(address, 'FileHash')),
  };
}

function parseSubtitle(info: unknown): Subtitle | undefined {
  const link = readMediaLink(at(info, 'Url'));
  if (link === undefined) {
    return undefined;
  }
  const expiry = readInteger(at(info, 'UrlExpire'));
  return {
    link: link.expiresAtSeconds === undefined ? { ...link, expiresAtSeconds: expiry } : link,
    languageCode: readText(either(info, 'LanguageCodeName', 'LanguageID')),
    format: readText(at(info, 'Format')),
    source: readText(at(info, 'Source')),
    sizeBytes: readCount(at(info, 'Size')),
  };
}
