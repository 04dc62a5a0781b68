import type { Readable } from 'node:stream';

export interface Stretch {
  /** Bytes to pass over before the first one that is wanted. */
  readonly skipBytes: number;
  readonly wantedBytes: number;
}

/**
 * Reads a stretch of a body, piece by piece and only when asked: a body that nobody reads holds its sender back.
 * Pieces are handed on as they came, uncopied.
 */
export class ChunkSource {
  private readonly queue: Buffer[] = [];
  private skipLeft: number;
  private wantedLeft: number;
  private ending: { readonly error?: Error } | undefined;
  private wake: (() => void) | undefined;

  constructor(
    private readonly body: Readable,
    { skipBytes, wantedBytes }: Stretch,
  ) {
    this.skipLeft = skipBytes;
    this.wantedLeft = wantedBytes;
    body.pause();
    body.on('data', (chunk: Buffer) => this.take(chunk));
    body.on('end', () => this.end({}));
    body.on('error', (error) => this.end({ error }));
    body.on('close', () => this.end({}));
  }

  /** The next piece; undefined where the stretch, or the body before it, is at its end. */
  async next(): Promise<Buffer | undefined> {
    while (this.queue.length === 0 && this.wantedLeft > 0 && !this.ending) {
      const woken = new Promise<void>((resolve) => (this.wake = resolve));
      this.body.resume();
      await woken;
    }
    const chunk = this.queue.shift();
    if (!chunk && this.wantedLeft > 0 && this.ending?.error) throw this.ending.error;
    return chunk;
  }

  /** Puts a piece back in front. */
  unread(chunk: Buffer): void {
    this.queue.unshift(chunk);
  }

  /** Gives up what is still wanted; a body that has given it all is left to end by itself. */
  close(): void {
    if (this.wantedLeft > 0) this.body.destroy();
  }

  private take(chunk: Buffer): void {
    const skipped = Math.min(this.skipLeft, chunk.length);
    this.skipLeft -= skipped;
    const wanted = chunk.subarray(skipped, skipped + this.wantedLeft);
    if (this.wantedLeft === 0) return void this.body.destroy();
    if (wanted.length === 0) return;
    this.wantedLeft -= wanted.length;
    this.queue.push(wanted);
    // After the last piece the body runs on: where it ends there, its connection is free for the next one.
    if (this.wantedLeft > 0) this.body.pause();
    else if (skipped + wanted.length < chunk.length) this.body.destroy();
    this.wake?.();
  }

  private end(ending: { readonly error?: Error }): void {
    this.ending ??= ending;
    this.wake?.();
  }
}
