import { Readable } from 'node:stream';

/** Whoever feeds a body: a fetch, or what finds one for it. */
export interface BodyHost {
  /** The body wants its next piece. */
  feed(body: SharedBody): void;
  /** The body needs nothing more. */
  leave(body: SharedBody): void;
}

/** One reader's stream of a file; it may move from one fetch to another on its way. */
export class SharedBody extends Readable {
  position: number;
  isHungry = false;
  /** On the clock of `performance.now()`. */
  lastReadMs = performance.now();

  constructor(
    private host: BodyHost,
    first: number,
    readonly last: number,
  ) {
    super();
    this.position = first;
    // Whoever dropped the stream does not listen any more, and that is no reason to end the process.
    this.on('error', () => undefined);
  }

  moveTo(host: BodyHost): void {
    this.host = host;
    if (this.isHungry) host.feed(this);
  }

  /** Hands over a piece that begins at `position`; what lies behind `last` is left out. */
  give(piece: Buffer): void {
    const bytes = piece.subarray(0, this.last - this.position + 1);
    this.position += bytes.length;
    this.isHungry = false;
    this.push(bytes);
    if (this.position <= this.last) return;
    this.host.leave(this);
    this.push(null);
  }

  override _read(): void {
    this.isHungry = true;
    this.lastReadMs = performance.now();
    this.host.feed(this);
  }

  override _destroy(error: Error | null, done: (error?: Error | null) => void): void {
    this.host.leave(this);
    done(error);
  }
}
