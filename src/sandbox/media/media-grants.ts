import { ASPECT } from '../world/draw';
import { mix } from '../world/hash';
import {
  FILE_MARKS,
  imageSignature,
  LARGE_CLIPS,
  pathSignature,
  playSignature,
  videoSignature,
  VIDEO_BUCKETS,
} from './media-links';
import { QUALITIES, type Quality } from './library';

/** What a media request shows for itself. */
export interface MediaRequest {
  /** The path as sent, still encoded where the link was. */
  path: string;
  query: URLSearchParams;
  chainToken: string;
  referer: string;
  nowSeconds: number;
}

export type Refusal = 'expired' | 'no-cookie' | 'no-referer' | 'bad-signature';

/** Checks links that `MediaLinks` wrote. Undefined means: serve it. */
export class MediaGrants {
  private readonly key: number;

  constructor(worldKey: number) {
    this.key = mix(worldKey, ASPECT.signature);
  }

  refuseVideo(request: MediaRequest): Refusal | undefined {
    const expires = Number(request.query.get('expire'));
    if (!(expires > request.nowSeconds)) return 'expired';
    if (request.chainToken === '') return 'no-cookie';
    if (!/^https:\/\/(www\.|m\.)?tiktok\.com(\/|$)/.test(request.referer)) return 'no-referer';
    const { path, chainToken } = request;
    const expected = videoSignature(this.key, { path, expires, chainToken });
    return request.query.get('signature') === expected ? undefined : 'bad-signature';
  }

  /** Links that carry signature and expiry in their path. */
  refusePathSigned(request: MediaRequest): Refusal | undefined {
    const parts = /^\/([0-9a-f]{32})\/([0-9a-f]{8})(\/.*)$/.exec(request.path);
    const expires = parseInt(parts?.[2] ?? '0', 16);
    if (expires <= request.nowSeconds) return 'expired';
    const expected = pathSignature(this.key, { path: parts?.[3] ?? '', expires });
    return parts?.[1] === expected ? undefined : 'bad-signature';
  }

  refuseImage(request: MediaRequest): Refusal | undefined {
    const expires = Number(request.query.get('x-expires'));
    if (!(expires > request.nowSeconds)) return 'expired';
    const expected = imageSignature(this.key, { path: request.path, expires });
    return request.query.get('x-signature') === expected ? undefined : 'bad-signature';
  }

  refusePlay(request: MediaRequest): Refusal | undefined {
    const { query } = request;
    const link = { postId: query.get('item_id') ?? '', fileId: query.get('file_id') ?? '' };
    const isOurs = query.get('signaturev3') === playSignature(this.key, link);
    return isOurs ? undefined : 'bad-signature';
  }
}

/** Which file a path stands for: the digit that opens the object's name. */
export function fileNumberOf(path: string): number {
  const image = /^\/tos-[a-z0-9-]+\/(\d)/.exec(path);
  return Number(image?.[1] ?? videoFileNumber(path));
}

/** The clip of a video or sound link. */
export function clipOfPath(path: string): { number: number; isLarge: boolean } {
  const file = Math.min(Math.max(videoFileNumber(path), 1), 2 * LARGE_CLIPS);
  const isLarge = file > LARGE_CLIPS;
  return { number: isLarge ? file - LARGE_CLIPS : file, isLarge };
}

function videoFileNumber(path: string): number {
  return Number(/\/tos-[a-z0-9-]+\/o(\d)/.exec(path)?.[1] ?? 0);
}

export function qualityOfPath(path: string): Quality {
  return QUALITIES.find((quality) => path.includes(`/${VIDEO_BUCKETS[quality]}/`)) ?? '540p';
}

export function qualityOfFileId(fileId: string): Quality {
  return QUALITIES.find((quality) => fileId.startsWith(FILE_MARKS[quality])) ?? '540p';
}

/** What the text of a subtitle link is made from. */
export function subtitleOfPath(path: string): { key: number; languageNumber: number } {
  const parts = /\/s(\d\d)(\d+)\/$/.exec(path);
  return { key: Number(parts?.[2] ?? 0), languageNumber: Number(parts?.[1] ?? 0) };
}
