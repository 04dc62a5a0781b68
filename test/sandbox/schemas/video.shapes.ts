import { mediaUrl, mediaUrlOrEmpty } from './media-hosts';
import {
  anything,
  count,
  countOn,
  digits,
  empty,
  flag,
  integer,
  matching,
  number,
  seconds,
  secondsText,
  someText,
  text,
  type Surface,
} from './scalars';
import {
  absent,
  either,
  exactly,
  jsonText,
  list,
  nothing,
  object,
  oneOf,
  optional,
  since,
  type Fields,
  type Shape,
} from './shape';

const zoomCover: Shape = object({
  '240': mediaUrlOrEmpty,
  '480': mediaUrlOrEmpty,
  '720': mediaUrlOrEmpty,
  '960': mediaUrlOrEmpty,
});

function playAddr(surface: Surface): Shape {
  return object({
    DataSize: countOn(surface),
    Width: since(2025, count),
    Height: since(2025, count),
    Uri: someText,
    UrlList: list(mediaUrl, 1),
    UrlKey: matching(/_(h264|bytevc1|bytevc2)_\d+p_\d+$/, 'a url key'),
    FileHash: matching(/^[0-9a-f]{32}$/, 'a hash'),
    FileCs: matching(/^c:/, 'a checksum'),
  });
}

function rendition(surface: Surface): Shape {
  const keysOf2026 = surface === 'page' ? 2025 : 2026;
  return object({
    Bitrate: count,
    QualityType: integer,
    GearName: matching(/^[a-z]+(_[a-z]+)*_\d+_\d+$/, 'a gear name'),
    BitrateFPS: since(keysOf2026, count),
    CodecType: matching(/^(h264|h265_hvc1|h265_hev1|bytevc2)$/, 'a codec'),
    Format: since(keysOf2026, oneOf('mp4', 'dash', '')),
    MVMAF: since(2025, text),
    VideoExtra: since(keysOf2026, jsonText(object({}))),
    PlayAddr: playAddr(surface),
  });
}

function subtitle(surface: Surface): Shape {
  return object({
    LanguageID: digits,
    LanguageCodeName: matching(/^[a-z]{2,4}(-[A-Za-z]{2,4}){1,2}$/, 'a language'),
    Url: mediaUrl,
    UrlExpire: surface === 'page' ? secondsText : seconds,
    Format: oneOf('webvtt', 'creator_caption'),
    Version: text,
    Source: oneOf('ASR', 'MT', 'LC'),
    Size: countOn(surface),
  });
}

const captions: Shape = object({
  hasOriginalAudio: flag,
  enableAutoCaption: flag,
  noCaptionReason: optional(either(integer, nothing)),
  captionsType: optional(either(integer, digits)),
  originalLanguageInfo: optional(
    object({ language: text, languageID: digits, languageCode: text }),
  ),
  captionInfos: optional(list(object({ language: text, url: mediaUrl, urlList: list(mediaUrl) }))),
});

/** Sizes and covers; the only keys that a photo post has. */
const frame: Fields = {
  id: text,
  height: count,
  width: count,
  duration: count,
  ratio: text,
  cover: mediaUrlOrEmpty,
  originCover: mediaUrlOrEmpty,
  dynamicCover: mediaUrlOrEmpty,
  zoomCover,
};

/** 4.6. A shop video has no renditions and an empty address (QUIRKS 17). */
export function video(surface: Surface): Shape {
  const isPage = surface === 'page';
  return object({
    ...frame,
    duration: count,
    cover: mediaUrl,
    playAddr: mediaUrlOrEmpty,
    downloadAddr: isPage ? mediaUrlOrEmpty : optional(mediaUrlOrEmpty),
    shareCover: isPage ? list(mediaUrlOrEmpty, 1) : optional(list(mediaUrlOrEmpty)),
    reflowCover: isPage ? mediaUrlOrEmpty : optional(mediaUrlOrEmpty),
    bitrate: count,
    encodedType: text,
    format: oneOf('mp4', ''),
    videoQuality: text,
    encodeUserTag: text,
    codecType: text,
    definition: matching(/^\d+p$|^$/, 'a definition'),
    volumeInfo: object({ Loudness: number, Peak: number }),
    bitrateInfo: isPage ? optional(list(rendition(surface), 1)) : list(rendition(surface), 1),
    size: since(2025, countOn(surface)),
    VQScore: since(2025, matching(/^\d+(\.\d+)?$|^$/, 'a score as text')),
    claInfo: since(2025, captions),
    videoID: since(isPage ? 2025 : 2026, text),
    PlayAddrStruct: isPage ? optional(playAddr(surface)) : since(2026, playAddr(surface)),
    subtitleInfos: isPage ? list(subtitle(surface)) : optional(list(subtitle(surface), 1)),
  });
}

/** The `video` of a photo post: nothing to play in it. */
export const videoOfPhotos: Shape = object({
  ...frame,
  height: exactly(0),
  width: exactly(0),
  duration: exactly(0),
  playAddr: empty,
  bitrateInfo: absent,
});

export const phoneVideo: Shape = object({
  id: text,
  height: count,
  width: count,
  duration: count,
  cover: mediaUrlOrEmpty,
  originCover: mediaUrlOrEmpty,
  dynamicCover: mediaUrlOrEmpty,
  playAddr: mediaUrlOrEmpty,
  downloadAddr: mediaUrlOrEmpty,
  shareCover: list(mediaUrlOrEmpty),
  reflowCover: mediaUrlOrEmpty,
  subtitleInfos: list(anything),
  zoomCover: optional(zoomCover),
  bitrateInfo: absent,
});
