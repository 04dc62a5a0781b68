import { AVATAR_FILES } from '../world/data/clips';
import { ASPECT } from '../world/draw';
import { hashText, hexOf, mix, tokenOf } from '../world/hash';
import type { Quality } from './library';

/** How long TikTok's links live, roughly: videos a day, pictures two. */
export const LIFETIME_SECONDS = { video: 24 * 3600, image: 48 * 3600, sound: 48 * 3600 } as const;

export type ImageKind = 'cover' | 'dynamicCover' | 'photo' | 'avatar';

/** What the links of one answer have in common. */
export interface LinkContext {
  nowSeconds: number;
  /** Video links open only with this cookie value: that of the answer that held them. */
  chainToken: string;
  logId: string;
  /** Some readers say that the videos of embeds are clean, others that they are watermarked. */
  watermarksEmbeds?: boolean;
}

export interface VideoLinkParts {
  /** Any number that belongs to the post; it only makes paths differ. */
  key: number;
  clipNumber: number;
  quality: Quality;
  isLarge?: boolean;
}

interface ImageLinkParts {
  kind: ImageKind;
  number: number;
  key: number;
  /** Another edge than 720 pixels, for avatars. */
  size?: number;
}

export const IMAGE_BUCKETS: Readonly<Record<ImageKind, { bucket: string; template: string }>> = {
  cover: { bucket: 'tos-useast5-p-0068-tx', template: 'tplv-tiktokx-origin.image' },
  dynamicCover: { bucket: 'tos-useast5-p-0068-tx', template: 'tplv-tiktokx-origin.webp' },
  photo: { bucket: 'tos-useast5-i-photomode-tx', template: 'tplv-photomode-image.jpeg' },
  avatar: { bucket: 'tos-useast5-avt-0068-tx', template: 'tplv-tiktokx-cropcenter:720:720.jpeg' },
};

export const VIDEO_BUCKETS: Readonly<Record<Quality, string>> = {
  '720p': 'tos-useast5-ve-0068c001-tx',
  '540p': 'tos-useast5-ve-0068c004-tx',
  '720p-h265': 'tos-useast5-ve-0068c003-tx',
  watermarked: 'tos-useast5-pve-0068-tx',
};

const SOUND_BUCKET = 'tos-useast5-v-27dcd7-tx';
const SUBTITLE_BUCKET = 'tos-useast5-v-0068c799-tx';
const IMAGE_HOSTS = ['p16-sign-va.tiktokcdn.com', 'p19-sign.tiktokcdn-us.com'] as const;

/** Writes the links of one answer; `media-grants.ts` checks them when they come back. */
export class MediaLinks {
  private readonly key: number;

  constructor(
    worldKey: number,
    private readonly context: LinkContext,
  ) {
    this.key = mix(worldKey, ASPECT.signature);
  }

  /** A link that wants the cookie and a Referer. */
  video(parts: VideoLinkParts, host: 'v16' | 'v19' = 'v16'): string {
    const expires = this.context.nowSeconds + LIFETIME_SECONDS.video;
    const path = `/video/tos/useast5/${VIDEO_BUCKETS[parts.quality]}/${objectName(parts)}/`;
    const signature = videoSignature(this.key, {
      path,
      expires,
      chainToken: this.context.chainToken,
    });
    const query = `a=1988&bti=ODszNWYuMDE6&&bt=${parts.clipNumber}00&ft=4KJMyMzm8Zmo&mime_type=video_mp4`;
    const proof = `&expire=${expires}&l=${this.context.logId}&ply_type=2&policy=2&signature=${signature}`;
    return `https://${host}-webapp-prime.us.tiktok.com${path}?${query}${proof}&tk=tt_chain_token&btag=e00090000`;
  }

  /** A link that anybody may open until it expires: embeds and the player get these. */
  openVideo(parts: VideoLinkParts): string {
    const path = `/video/tos/useast5/${VIDEO_BUCKETS[parts.quality]}/${objectName(parts)}/`;
    return this.pathSigned('v16m.tiktokcdn.com', path, 'video_mp4');
  }

  /** The one link of an embed. */
  embedVideo(parts: Omit<VideoLinkParts, 'quality'>): string {
    const quality = this.context.watermarksEmbeds === true ? 'watermarked' : '540p';
    return this.openVideo({ ...parts, quality });
  }

  /** Subtitles carry in their name what their text is made from. */
  subtitle(key: number, languageNumber: number): { url: string; expires: number } {
    const name = `s${String(languageNumber).padStart(2, '0')}${key}`;
    const path = `/video/tos/useast5/${SUBTITLE_BUCKET}/${name}/`;
    const expires = this.context.nowSeconds + LIFETIME_SECONDS.sound;
    return { url: this.pathSigned('v16m.tiktokcdn-us.com', path, 'video_mp4'), expires };
  }

  sound(key: number, clipNumber: number): string {
    const name = objectName({ key, clipNumber, quality: '540p' });
    const path = `/video/tos/useast5/${SOUND_BUCKET}/${name}/`;
    return this.pathSigned('v16m.tiktokcdn-us.com', path, 'audio_mp4');
  }

  /** The form on the main host that wants no cookie. */
  play(parts: VideoLinkParts, postId: string, videoId: string): string {
    const fileId = FILE_MARKS[parts.quality] + hexOf(parts.key, 31);
    const proof = playSignature(this.key, { postId, fileId });
    const query = `faid=1988&file_id=${fileId}&is_play_url=1&item_id=${postId}&line=0&ply_type=2`;
    return `https://www.tiktok.com/aweme/v1/play/?${query}&signaturev3=${proof}&tk=tt_chain_token&video_id=${videoId}`;
  }

  image(kind: ImageKind, number: number, key: number): string {
    return this.imageOn(IMAGE_HOSTS[0], { kind, number, key });
  }

  /** An account's picture, cut to a size: TikTok names three. */
  avatar(key: number, size: 100 | 720 | 1080 = 720): string {
    const file = { kind: 'avatar', number: key % AVATAR_FILES, key, size } as const;
    return this.imageOn(IMAGE_HOSTS[0], file);
  }

  /** The same picture on two hosts, as photo posts list it. */
  images(kind: ImageKind, number: number, key: number): string[] {
    return IMAGE_HOSTS.map((host) => this.imageOn(host, { kind, number, key }));
  }

  private imageOn(host: string, file: ImageLinkParts): string {
    const { bucket, template } = IMAGE_BUCKETS[file.kind];
    const sized = file.size ? template.replace('720:720', `${file.size}:${file.size}`) : template;
    const path = `/${bucket}/${file.number % 10}${hexOf(file.key, 31)}~${sized}`;
    const expires = roundedExpiry(this.context.nowSeconds, LIFETIME_SECONDS.image);
    const signature = encodeURIComponent(imageSignature(this.key, { path, expires }));
    return `https://${host}${path}?dr=9636&x-expires=${expires}&x-signature=${signature}&t=4d5b0474&ps=13740610&shp=81f88b70&shcp=43f4a2f9&idc=useast5`;
  }

  private pathSigned(host: string, path: string, mimeType: string): string {
    const expires = this.context.nowSeconds + LIFETIME_SECONDS.sound;
    const proof = `/${pathSignature(this.key, { path, expires })}/${expires.toString(16)}`;
    return `https://${host}${proof}${path}?a=1233&bti=ODszNWYuMDE6&&ft=GSDrKInz7Th&mime_type=${mimeType}&l=${this.context.logId}&btag=e000d0000`;
  }
}

export interface SignedPath {
  path: string;
  expires: number;
}

export function videoSignature(key: number, link: SignedPath & { chainToken: string }): string {
  return hexOf(hashText(mix(key, link.expires), `${link.path} ${link.chainToken}`), 32);
}

export function pathSignature(key: number, link: SignedPath): string {
  return hexOf(hashText(mix(key, link.expires), link.path), 32);
}

export function imageSignature(key: number, link: SignedPath): string {
  return `${tokenOf(hashText(mix(key, link.expires), link.path), 27)}=`;
}

export function playSignature(key: number, link: { postId: string; fileId: string }): string {
  return tokenOf(hashText(key, `${link.postId} ${link.fileId}`), 64);
}

/** The digit that opens a file id says which file it is. */
export const FILE_MARKS: Readonly<Record<Quality, string>> = {
  '720p': '7',
  '540p': '5',
  '720p-h265': 'b',
  watermarked: 'd',
};

/** Large files of a clip count from here. */
export const LARGE_CLIPS = 3;

/** Pictures of one hour share their expiry, so that their links stay the same for that long. */
function roundedExpiry(nowSeconds: number, lifetimeSeconds: number): number {
  return Math.floor(nowSeconds / 3600) * 3600 + lifetimeSeconds;
}

function objectName({ key, clipNumber, quality, isLarge = false }: VideoLinkParts): string {
  const salt = parseInt(FILE_MARKS[quality], 16);
  const file = clipNumber + (isLarge ? LARGE_CLIPS : 0);
  return `o${file}${tokenOf(mix(key, salt), 34)}`;
}
