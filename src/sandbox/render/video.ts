import { clipOf, videoParts } from '../media/clip-choice';
import type { Quality, Rendition } from '../media/library';
import { hexOf, mix, tokenOf } from '../world/hash';
import type { Post } from '../world/post';
import { captionsOf, subtitleInfos } from './subtitles';
import { emptyAs, textOnPages, type JsonObject, type Rendering } from './rendering';

/** TikTok's names and numbers of qualities; what has a watermark is in no list. */
export const GEARS: Readonly<Record<Quality, string>> = {
  '720p': 'normal_720_0',
  '540p': 'normal_540_0',
  '720p-h265': 'adapt_lower_720_1',
  watermarked: 'watermark_0_0',
};
const QUALITY_TYPES: Readonly<Record<Quality, number>> = {
  '720p': 10,
  '540p': 20,
  '720p-h265': 14,
  watermarked: 0,
};

/** TikTok's `video` of a video post. */
export function videoOf(rendering: Rendering, post: Post): JsonObject {
  const { links, media, surface } = rendering;
  const renditions = media.renditions(clipOf(post));
  const [shown] = renditions;
  const cover = links.image('cover', post.clip.number, post.key);
  const dynamicCover = links.image('dynamicCover', post.clip.number, post.key);
  return {
    id: post.id,
    height: shown.height,
    width: shown.width,
    duration: post.clip.seconds,
    ratio: shown.quality,
    cover,
    originCover: cover,
    dynamicCover,
    ...(surface === 'page' ? { shareCover: [''], reflowCover: cover } : {}),
    playAddr: links.video(videoParts(post, shown.quality)),
    downloadAddr: links.video(videoParts(post, 'watermarked'), 'v19'),
    bitrate: bitrateOf(post, shown),
    encodedType: 'normal',
    format: 'mp4',
    videoQuality: 'normal',
    encodeUserTag: '',
    codecType: 'h264',
    definition: shown.quality,
    ...emptyAs(surface, 'subtitleInfos', subtitleInfos(rendering, post)),
    zoomCover: { '240': cover, '480': cover, '720': cover, '960': cover },
    volumeInfo: { Loudness: -19.4, Peak: 0.5 },
    bitrateInfo: renditions.map((rendition) => bitrateInfoOf(rendering, post, rendition)),
    size: textOnPages(surface, shown.size),
    VQScore: (55 + (post.key % 2_000) / 100).toFixed(2),
    claInfo: captionsOf(rendering, post),
    videoID: videoIdOf(post),
    PlayAddrStruct: playAddrOf(rendering, post, shown),
  };
}

/** Photo posts keep the object, with nothing to play in it. */
export function videoOfPhotos({ links }: Rendering, post: Post): JsonObject {
  const cover = links.image('photo', post.key % 4, post.key);
  return {
    id: post.id,
    height: 0,
    width: 0,
    duration: 0,
    ratio: '',
    cover,
    originCover: cover,
    dynamicCover: '',
    playAddr: '',
    downloadAddr: '',
    shareCover: [''],
    reflowCover: '',
    zoomCover: { '240': '', '480': '', '720': '', '960': '' },
  };
}

function bitrateInfoOf(rendering: Rendering, post: Post, rendition: Rendition): JsonObject {
  return {
    Bitrate: bitrateOf(post, rendition),
    QualityType: QUALITY_TYPES[rendition.quality],
    BitrateFPS: 15,
    GearName: GEARS[rendition.quality],
    PlayAddr: playAddrOf(rendering, post, rendition),
    CodecType: rendition.codec === 'h265' ? 'h265_hvc1' : 'h264',
    MVMAF: '{"v2.0": {"srv1": {"v1080": 80.12, "v960": 82.5, "v864": 84.01, "v720": 88.3}}}',
    Format: 'mp4',
    VideoExtra:
      '{"PktOffsetMap":"[]","mvmaf":"","ufq":"","volume_info_json":"","audio_bit_rate":24000}',
  };
}

function playAddrOf(rendering: Rendering, post: Post, rendition: Rendition): JsonObject {
  const { links, surface } = rendering;
  const { quality, width, height, size, codec } = rendition;
  const parts = videoParts(post, quality);
  const uri = videoIdOf(post);
  const play = links.play(parts, post.id, uri);
  const fileKey = mix(post.key, size);
  const codecName = codec === 'h265' ? 'bytevc1' : 'h264';
  return {
    DataSize: textOnPages(surface, size),
    Width: width,
    Height: height,
    Uri: uri,
    UrlList: [links.video(parts), links.video(parts, 'v19'), play],
    UrlKey: `${uri}_${codecName}_${height === 1280 ? '720p' : '540p'}_${bitrateOf(post, rendition)}`,
    FileHash: hexOf(fileKey, 32),
    FileCs: `c:0-${fileKey % 50_000}-${hexOf(fileKey + 1, 4)}`,
  };
}

function bitrateOf(post: Post, rendition: Rendition): number {
  return Math.floor((rendition.size * 8) / post.clip.seconds);
}

export function videoIdOf(post: Post): string {
  return `v15044gf0000${tokenOf(post.key, 20).toLowerCase().replace(/[-_]/g, '0')}`;
}
