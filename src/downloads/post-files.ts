import { Logger } from '@nestjs/common';
import { ProgressLog } from '../progress/progress-log';
import type { MediaClient, MediaFile, MediaHandle, Post } from '../tiktok';
import { TikTokBusyError, TikTokError } from '../tiktok';
import type { ZipEntry } from './post-zip';

/** Of a picture or a sound; far more than TikTok takes. */
const maxEntryBytes = 32 * 1024 * 1024;

const logger = new Logger('Zip');

/** The pictures of a photo post in order, and its sound, one after another; what could not be had is remembered. */
export class PostFiles {
  private readonly failures: { readonly name: string; readonly reason: string }[] = [];
  private readonly progress = new ProgressLog({ log: logger });
  private readonly totalCount: number;
  private readCount = 0;

  constructor(
    private readonly media: MediaClient,
    private readonly post: Post,
    private readonly signal: AbortSignal,
  ) {
    this.totalCount = wantedFiles(post).length;
  }

  /**
   * Reads the first file, and gives it with all others to come. Throws a `TikTokBusyError`: that we have too much to
   * do can be said only before anything is sent.
   */
  async begin(): Promise<AsyncGenerator<ZipEntry>> {
    const [first, ...others] = wantedFiles(this.post);
    return this.entries(first && (await this.read(first, true)), others);
  }

  private async *entries(
    first: ZipEntry | undefined,
    others: readonly WantedFile[],
  ): AsyncGenerator<ZipEntry> {
    try {
      if (first) yield first;
      for (const wanted of others) {
        const entry = await this.read(wanted);
        if (entry) yield entry;
        this.progress.note(() => `${this.soFar()} so far`);
      }
      if (this.failures.length > 0) yield { name: 'errors.txt', bytes: Buffer.from(this.report()) };
    } finally {
      this.progress.end(() => `${this.soFar()} in the end`);
    }
  }

  private soFar(): string {
    return `Zip of post ${this.post.id}: ${this.counts} files`;
  }

  /** The same for the same post, so that equal archives have equal bytes. */
  get madeAt(): Date {
    return new Date((this.post.createdAtSeconds ?? 0) * 1000);
  }

  /** How many files were read, of how many. */
  get counts(): string {
    return `${this.readCount} of ${this.totalCount}`;
  }

  /** The names of the files that are missing, or `none`. */
  get failed(): string {
    return this.failures.map(({ name }) => name).join(', ') || 'none';
  }

  private async read(wanted: WantedFile, isFirst = false): Promise<ZipEntry | undefined> {
    const { stem, extension, file } = wanted;
    try {
      const handle = await this.media.file(this.post.id, file);
      const bytes = await bytesOf(handle, this.signal);
      this.readCount += 1;
      return { name: `${stem}.${handle.extension}`, bytes };
    } catch (error) {
      if (this.signal.aborted || (isFirst && error instanceof TikTokBusyError)) throw error;
      const isKnown = error instanceof TikTokError || error instanceof EntryTooLargeError;
      const reason = isKnown ? error.message : 'it could not be read';
      this.failures.push({ name: `${stem}.${extension}`, reason });
      return undefined;
    }
  }

  private report(): string {
    const lines = this.failures.map(({ name, reason }) => `${name}: ${reason}\n`);
    return `These files of post ${this.post.id} are missing here:\n\n${lines.join('')}`;
  }
}

interface WantedFile {
  readonly stem: string;
  /** What the file is likely to be called when it cannot be looked at. */
  readonly extension: string;
  readonly file: MediaFile;
}

function wantedFiles({ images, music }: Post): WantedFile[] {
  const pictures = images.map((_, index) => ({
    stem: String(index + 1).padStart(2, '0'),
    extension: 'jpeg',
    file: { kind: 'image', index } as const,
  }));
  const sound = { stem: 'sound', extension: 'm4a', file: { kind: 'music' } as const };
  return music?.playLink ? [...pictures, sound] : pictures;
}

class EntryTooLargeError extends Error {}

async function bytesOf(handle: MediaHandle, signal: AbortSignal): Promise<Buffer> {
  const { body, sizeBytes } = await handle.open(undefined, signal);
  if (sizeBytes > maxEntryBytes) {
    body.destroy();
    throw new EntryTooLargeError(`it has ${sizeBytes} bytes, over the limit of ${maxEntryBytes}`);
  }
  const chunks: Buffer[] = [];
  for await (const chunk of body) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}
