import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { AVATAR_FILES, CLIPS, PHOTO_FILES, type Clip } from '../world/data/clips';

export interface MediaFile {
  contentType: string;
  bytes: Buffer;
}

export type Quality = '720p' | '540p';

export interface Rendition extends MediaFile {
  quality: Quality;
  width: number;
  height: number;
}

export const PHOTO_SIZE = { width: 1080, height: 1350 } as const;

const SIZES = {
  '720p': { width: 720, height: 1280 },
  '540p': { width: 576, height: 1024 },
} as const;

/** The few real files behind all media links, read once. */
export class MediaLibrary {
  private readonly files = new Map<string, MediaFile>();

  constructor(private readonly folder = join(__dirname, 'files')) {
    for (const { number } of CLIPS) {
      for (const quality of Object.keys(SIZES)) this.read(`clip-${number}-${quality}.mp4`);
      this.read(`cover-${number}.jpg`);
      this.read(`sound-${number}.m4a`);
    }
    for (let n = 1; n <= PHOTO_FILES; n += 1) this.read(`photo-${n}.jpg`);
    for (let n = 1; n <= AVATAR_FILES; n += 1) this.read(`avatar-${n}.jpg`);
  }

  /** Best first. */
  renditions(clip: Clip): readonly [Rendition, Rendition] {
    return [this.rendition(clip.number, '720p'), this.rendition(clip.number, '540p')];
  }

  rendition(clipNumber: number, quality: Quality): Rendition {
    const file = this.file(`clip-${clipNumber}-${quality}.mp4`);
    return { ...file, quality, ...SIZES[quality] };
  }

  cover(clipNumber: number): MediaFile {
    return this.file(`cover-${clipNumber}.jpg`);
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
    this.files.set(name, { contentType, bytes: readFileSync(join(this.folder, name)) });
  }
}

const CONTENT_TYPES: Readonly<Record<string, string>> = {
  '.mp4': 'video/mp4',
  '.m4a': 'audio/mp4',
  '.jpg': 'image/jpeg',
};
