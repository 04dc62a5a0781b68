import type { Post, Rendition, Video } from '../../tiktok';
import type { AwemeVideoDto } from '../dto/aweme-video.dto';
import type { LinkListDto } from '../dto/link-list.dto';
import type { OwnLink } from './links';
import { present, presentImage, presentLink, presentRenditionFile } from './links';

/**
 * The moving picture of a post, its length in milliseconds. A photo post has its covers here and no address;
 * where TikTok shows nothing of a video there is nothing to present.
 */
export function presentAwemeVideo(post: Post, ownLink: OwnLink): AwemeVideoDto | undefined {
  const { video } = post;
  if (post.kind === 'photo') return presentPhotoCovers(post);
  if (!video) return undefined;
  return {
    duration: video.durationSeconds === undefined ? undefined : video.durationSeconds * 1000,
    width: video.width,
    height: video.height,
    ratio: video.ratio,
    ...presentCovers(video),
    play_addr: presentPlay(post, video, ownLink),
    play_addr_h264: presentH264(post, video, ownLink),
    download_addr: presentDownload(post, video, ownLink),
    bit_rate: video.renditions.map((rendition) => presentRendition(post, rendition, ownLink)),
    has_watermark: video.downloadLink !== undefined,
  };
}

type Covers = Pick<AwemeVideoDto, 'cover' | 'origin_cover' | 'dynamic_cover'>;

function presentCovers({ cover, originCover, dynamicCover }: Video): Covers {
  return {
    cover: presentLink(cover),
    origin_cover: presentLink(originCover),
    dynamic_cover: presentLink(dynamicCover),
  };
}

function presentPhotoCovers({ video, imageCover, images }: Post): AwemeVideoDto {
  const covers = video && presentCovers(video);
  const first = imageCover ?? images[0];
  return { ...covers, cover: covers?.cover ?? (first && presentImage(first)) };
}

/** TikTok's own link, then the mirrors of its best file. */
function presentPlay(post: Post, video: Video, ownLink: OwnLink): LinkListDto | undefined {
  const [best] = video.renditions;
  const mirrors = best ? best.links.map(({ url }) => url) : [];
  const urls = present(video.playLink?.url, ...mirrors);
  if (urls.length === 0) return undefined;
  return {
    uri: best?.uri ?? video.uri,
    url_list: present(ownLink(post, {}), ...urls),
    width: video.width,
    height: video.height,
    data_size: video.playLink ? video.sizeBytes : best?.sizeBytes,
    file_hash: best?.fileHash,
    url_key: best?.urlKey,
  };
}

function presentH264(post: Post, video: Video, ownLink: OwnLink): LinkListDto | undefined {
  const rendition = video.renditions.find(({ codec }) => codec === 'h264');
  if (rendition) {
    const file = presentRenditionFile(rendition);
    return { ...file, url_list: present(ownLink(post, { codec: 'h264' }), ...file.url_list) };
  }
  return video.codec === 'h264' ? presentPlay(post, video, ownLink) : undefined;
}

function presentDownload(post: Post, video: Video, ownLink: OwnLink): LinkListDto | undefined {
  const urls = present(ownLink(post, { hasWatermark: true }), video.downloadLink?.url);
  if (!video.downloadLink || urls.length === 0) return undefined;
  return { url_list: urls, width: video.width, height: video.height };
}

function presentRendition(
  post: Post,
  rendition: Rendition,
  ownLink: OwnLink,
): NonNullable<AwemeVideoDto['bit_rate']>[number] {
  const { qualityName, bitsPerSecond, framesPerSecond, codec, format } = rendition;
  const file = presentRenditionFile(rendition);
  const own = qualityName && ownLink(post, { renditionName: qualityName });
  return {
    gear_name: qualityName,
    bit_rate: bitsPerSecond,
    FPS: framesPerSecond,
    is_bytevc1: codec === undefined ? undefined : +(codec !== 'h264'),
    format,
    play_addr: { ...file, url_list: present(own || undefined, ...file.url_list) },
  };
}
