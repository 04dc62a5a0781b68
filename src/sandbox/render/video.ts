import type { Rendition } from '../media/library';
import { hexOf, mix, tokenOf } from '../world/hash';
import type { Post } from '../world/post';
import { textOnPages, type JsonObject, type Rendering } from './rendering';

const GEARS = { '720p': 'normal_720_0', '540p': 'normal_540_0' } as const;
const QUALITY_TYPES = { '720p': 10, '540p': 20 } as const;

/** TikTok's `video` of a video post. */
export function videoOf(rendering: Rendering, post: Post): JsonObject {
  const { links, media, surface } = rendering;
  const renditions = media.renditions(post.clip);
  const [shown, smaller] = renditions;
  const cover = links.image('cover', post.clip.number, post.key);
  const parts = { key: post.key, clipNumber: post.clip.number, quality: shown.quality };
  return {
    id: post.id,
    height: shown.height,
    width: shown.width,
    duration: post.clip.seconds,
    ratio: shown.quality,
    cover,
    originCover: cover,
    dynamicCover: cover,
    ...(surface === 'page' ? { shareCover: [''], reflowCover: cover } : {}),
    playAddr: links.video(parts),
    downloadAddr: links.video({ ...parts, quality: smaller.quality }, 'v19'),
    bitrate: bitrateOf(post, shown),
    encodedType: 'normal',
    format: 'mp4',
    videoQuality: 'normal',
    encodeUserTag: '',
    codecType: 'h264',
    definition: shown.quality,
    ...(surface === 'page' ? { subtitleInfos: [] } : {}),
    zoomCover: { '240': cover, '480': cover, '720': cover, '960': cover },
    volumeInfo: { Loudness: -19.4, Peak: 0.5 },
    bitrateInfo: renditions.map((rendition) => bitrateInfoOf(rendering, post, rendition)),
    size: textOnPages(surface, shown.bytes.length),
    VQScore: (55 + (post.key % 2_000) / 100).toFixed(2),
    claInfo: {
      hasOriginalAudio: post.sound.isOriginal,
      enableAutoCaption: false,
      noCaptionReason: 3,
    },
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
    CodecType: 'h264',
    MVMAF: '{"v2.0": {"srv1": {"v1080": 80.12, "v960": 82.5, "v864": 84.01, "v720": 88.3}}}',
    Format: 'mp4',
    VideoExtra:
      '{"PktOffsetMap":"[]","mvmaf":"","ufq":"","volume_info_json":"","audio_bit_rate":24000}',
  };
}

function playAddrOf(rendering: Rendering, post: Post, rendition: Rendition): JsonObject {
  const { links, surface } = rendering;
  const { quality, width, height, bytes } = rendition;
  const parts = { key: post.key, clipNumber: post.clip.number, quality };
  const uri = videoIdOf(post);
  const play = links.play(parts, post.id, uri);
  const fileKey = mix(post.key, bytes.length);
  return {
    DataSize: textOnPages(surface, bytes.length),
    Width: width,
    Height: height,
    Uri: uri,
    UrlList: [links.video(parts), links.video(parts, 'v19'), play],
    UrlKey: `${uri}_h264_${quality}_${bitrateOf(post, rendition)}`,
    FileHash: hexOf(fileKey, 32),
    FileCs: `c:0-${fileKey % 50_000}-${hexOf(fileKey + 1, 4)}`,
  };
}

function bitrateOf(post: Post, rendition: Rendition): number {
  return Math.floor((rendition.bytes.length * 8) / post.clip.seconds);
}

export function videoIdOf(post: Post): string {
  return `v15044gf0000${tokenOf(post.key, 20).toLowerCase().replace(/[-_]/g, '0')}`;
}
