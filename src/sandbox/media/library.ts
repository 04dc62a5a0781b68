import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { AVATAR_FILES, CLIPS, PHOTO_FILES, type Clip } from '../world/data/clips';

export interface MediaFile {
  contentType: string;
  bytes: Buffer;
  /** More bytes than those: an mp4 `free` box that is made while the file is sent. */
  size: number;
}

/** What a video is kept as; not every clip is kept as everything. */
export type Quality = '720p' | '540p' | '720p-h265' | 'watermarked';

export interface Rendition extends MediaFile {
  quality: Quality;
  codec: 'h264' | 'h265';
  width: number;
  height: number;
}

/** A clip as one post has it; large ones are padded to the size of a long video. */
export interface ClipChoice extends Clip {
  isLarge?: boolean;
}

export const PHOTO_SIZE = { width: 1080, height: 1350 } as const;

const PICTURES = {
  '720p': { width: 720, height: 1280, codec: 'h264' },
  '540p': { width: 576, height: 1024, codec: 'h264' },
  '720p-h265': { width: 720, height: 1280, codec: 'h265' },
  watermarked: { width: 360, height: 640, codec: 'h264' },
} as const satisfies Record<Quality, unknown>;

export const QUALITIES = Object.keys(PICTURES) as Quality[];

const LARGE_BYTES: Readonly<Record<Quality, number>> = {
  '720p': 20_000_000,
  '540p': 8_000_000,
  '720p-h265': 12_000_000,
  watermarked: 6_000_000,
};

/** H.265 takes room in the repository, so one clip has to do. */
const H265_CLIP = 1;

/** The few real files behind all media links, read once. */
export class MediaLibrary {
  private readonly files = new Map<string, MediaFile>();

  constructor(private readonly folder = join(__dirname, 'files')) {
    for (const { number } of CLIPS) {
      for (const quality of ['720p', '540p', 'watermarked'])
        this.read(`clip-${number}-${quality}.mp4`);
      for (const name of [`cover-${number}.jpg`, `cover-${number}.webp`, `sound-${number}.m4a`]) {
        this.read(name);
      }
    }
    this.read(`clip-${H265_CLIP}-720p-h265.mp4`);
    for (let n = 1; n <= PHOTO_FILES; n += 1) this.read(`photo-${n}.jpg`);
    for (let n = 1; n <= AVATAR_FILES; n += 1) this.read(`avatar-${n}.jpg`);
  }

  /** What a page lists, best first; none has a watermark. */
  renditions(clip: ClipChoice): readonly [Rendition, Rendition, ...Rendition[]] {
    const usual = [this.rendition(clip, '720p'), this.rendition(clip, '540p')] as const;
    return clip.number === H265_CLIP ? [...usual, this.rendition(clip, '720p-h265')] : usual;
  }

  rendition(clip: Omit<ClipChoice, 'seconds'>, quality: Quality): Rendition {
    const file = this.file(`clip-${clip.number}-${quality}.mp4`);
    const size = clip.isLarge === true ? LARGE_BYTES[quality] : file.size;
    return { ...file, size, quality, ...PICTURES[quality] };
  }

  cover(clipNumber: number): MediaFile {
    return this.file(`cover-${clipNumber}.jpg`);
  }

  dynamicCover(clipNumber: number): MediaFile {
    return this.file(`cover-${clipNumber}.webp`);
  }

  sound(clipNumber: number): MediaFile {
    return this.file(`sound-${clipNumber}.m4a`);
  }

  photo(number: number): MediaFile {
    return this.file(`photo-${1 + (number % PHOTO_FILES)}.jpg`);
  }

  avatar(number: number): MediaFile {
    return this.file(`avatar-${1 + (number % AVATAR_FILES)}.jpg`);
  }

  private file(name: string): MediaFile {
    const file = this.files.get(name);
    if (!file) throw new Error(`The sandbox has no media file ${name}`);
    return file;
  }

  private read(name: string): void {
    const contentType =
      CONTENT_TYPES[name.slice(name.lastIndexOf('.'))] ?? 'application/octet-stream';
    const bytes = readFileSync(join(this.folder, name));
    this.files.set(name, { contentType, bytes, size: bytes.length });
  }
}

const CONTENT_TYPES: Readonly<Record<string, string>> = {
  '.mp4': 'video/mp4',
  '.m4a': 'audio/mp4',
  '.jpg': 'image/jpeg',
  '.webp': 'image/webp',
};
