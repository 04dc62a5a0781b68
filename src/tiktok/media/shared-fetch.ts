import { TikTokShapeChangedError, TikTokUnreachableError } from '../tiktok.errors';
import { ByteWindow } from './byte-window';
import type { ByteRange, MediaFacts, MediaStream } from './media-stream';
import { boundsOf } from './open-link';
import type { ResumingFetch } from './resuming-fetch';
import type { BodyHost } from './shared-body';
import { SharedBody } from './shared-body';
import type { WindowBudget } from './window-budget';

export interface SharedFetchOptions {
  /** Which file; fetches of one file have equal tags. */
  readonly etag: string;
  readonly range: ByteRange;
  readonly budget: WindowBudget;
  /** Opens the upstream; aborting the controller ends it at any time. */
  readonly open: (controller: AbortController) => Promise<ResumingFetch>;
  /** Finds another fetch for a reader that this one cannot wait for. */
  readonly rehost: (body: SharedBody) => void;
  readonly onOver: () => void;
}

/** A reader that takes nothing for so long is no longer waited for. */
const stalledAfterMs = 2_000;

/**
 * One fetch from TikTok that many read: its bytes lie in a window that the fastest reader draws forward and the
 * slower ones hold back as long as memory allows. Who cannot keep up is sent to a fetch of its own.
 */
export class SharedFetch implements BodyHost {
  readonly etag: string;
  private readonly controller = new AbortController();
  private readonly opening: Promise<ResumingFetch>;
  private readonly bodies = new Set<SharedBody>();
  private pendingCount = 0;
  private upstream: ResumingFetch | undefined;
  private window: ByteWindow | undefined;
  private failure: Error | undefined;
  private isPumping = false;
  private isOver = false;
  /** Whether bytes still come, or are about to. */
  isFetching = true;

  constructor(private readonly options: SharedFetchOptions) {
    this.etag = options.etag;
    this.opening = options.open(this.controller).then((upstream) => {
      this.upstream = upstream;
      this.window = new ByteWindow(upstream.first);
      return upstream;
    });
    this.opening.catch(() => (this.isFetching = false));
  }

  get facts(): MediaFacts | undefined {
    return this.upstream?.facts;
  }

  get heldBytes(): number {
    return this.window?.sizeBytes ?? 0;
  }

  get readerCount(): number {
    return this.bodies.size + this.pendingCount;
  }

  /** Whether a reader of this range finds all of it here. */
  canServe(range: ByteRange): boolean {
    if (this.isOver || this.failure || this.controller.signal.aborted) return false;
    const { upstream, window, options } = this;
    if (!upstream || !window) return isWithin(range, options.range, options.budget.aheadBytes);
    const { first, last } = boundsOf(range, upstream.facts.sizeBytes);
    const reach = this.isFetching ? upstream.last : window.end - 1;
    const isReachable = first >= window.start && first <= window.end + options.budget.aheadBytes;
    return isReachable && last <= reach;
  }

  /** A stream of the range; opening fails for all who wait for it together. */
  async join(range: ByteRange, signal?: AbortSignal): Promise<MediaStream> {
    return this.whenOpen(signal, ({ facts }) => {
      const { first, last } = boundsOf(range, facts.sizeBytes);
      const body = new SharedBody(this, first, last);
      this.bodies.add(body);
      return { ...facts, first, last, body };
    });
  }

  /** Takes over a reader of another fetch at the byte where it stands. */
  async adopt(body: SharedBody, sizeBytes: number): Promise<void> {
    await this.whenOpen(undefined, ({ facts }) => {
      if (body.destroyed) return;
      if (facts.sizeBytes !== sizeBytes)
        throw new TikTokShapeChangedError('media', 'TikTok gives another file than the one begun');
      this.bodies.add(body);
      body.moveTo(this);
    });
  }

  feed(body: SharedBody): void {
    const piece = body.isHungry ? this.window?.from(body.position) : undefined;
    if (piece) body.give(piece);
    else if (body.isHungry && this.failure) body.destroy(this.failure);
    void this.pump();
  }

  leave(body: SharedBody): void {
    if (this.bodies.delete(body)) this.settle();
  }

  /** Lets go of what memory has no room for, and of readers that hold it. Called now and then, too. */
  trim(): void {
    const { window, options } = this;
    if (!window) return;
    const excessBytes = window.sizeBytes - options.budget.allowanceOf(this);
    const floor = window.start + Math.max(0, excessBytes);
    const nowMs = performance.now();
    for (const body of this.bodies) {
      const isStalled = !body.isHungry && nowMs - body.lastReadMs > stalledAfterMs;
      const holdsBytes = window.end - body.position > 2 * options.budget.aheadBytes;
      if (body.position < floor || (isStalled && holdsBytes)) this.letGoOf(body);
    }
    window.dropBefore(floor);
    this.settle();
  }

  /** Ends the fetch and all who read it. */
  close(): void {
    this.failure ??= new TikTokUnreachableError('The download was ended from our side');
    for (const body of this.bodies) body.destroy(this.failure);
    this.end();
  }

  private async whenOpen<T>(
    signal: AbortSignal | undefined,
    use: (upstream: ResumingFetch) => T,
  ): Promise<T> {
    this.pendingCount += 1;
    try {
      return use(await untilAborted(this.opening, signal));
    } finally {
      this.pendingCount -= 1;
      this.settle();
    }
  }

  /** Reads on while the fastest reader has little ahead of it. One at a time. */
  private async pump(): Promise<void> {
    const { upstream, window } = this;
    if (!upstream || !window || this.isPumping) return;
    this.isPumping = true;
    while (this.wantsMore(window)) {
      const piece = await upstream.next().catch((error: Error) => this.fail(error));
      if (!piece) this.stopUpstream();
      if (!piece || this.isOver) break;
      window.append(piece);
      for (const body of this.bodies) this.feed(body);
      this.trim();
    }
    this.isPumping = false;
  }

  private wantsMore({ end }: ByteWindow): boolean {
    if (!this.isFetching || this.isOver) return false;
    const fastest = Math.max(...[...this.bodies].map(({ position }) => position));
    return end - fastest < this.options.budget.aheadBytes;
  }

  private fail(error: Error): undefined {
    this.failure = error;
    for (const body of this.bodies) this.feed(body);
  }

  private letGoOf(body: SharedBody): void {
    this.bodies.delete(body);
    this.options.rehost(body);
  }

  /** After a reader has come or gone: what nobody needs is not fetched. */
  private settle(): void {
    if (this.readerCount === 0) return this.end();
    if (!this.window || this.pendingCount > 0) return;
    const needed = Math.max(...[...this.bodies].map(({ last }) => last));
    if (this.window.end > needed) this.stopUpstream();
  }

  private stopUpstream(): void {
    this.isFetching = false;
    this.upstream?.close();
  }

  private end(): void {
    if (this.isOver) return;
    this.isOver = true;
    if (!this.upstream) this.controller.abort();
    this.stopUpstream();
    this.window = undefined;
    this.options.onOver();
  }
}

/** Whether a range lies in one that is being opened, whose size is not known yet. */
function isWithin(range: ByteRange, opened: ByteRange, aheadBytes: number): boolean {
  if ('lastBytes' in range || 'lastBytes' in opened)
    return JSON.stringify(range) === JSON.stringify(opened);
  const { last = Infinity } = opened;
  const isReachable = range.first >= opened.first && range.first <= opened.first + aheadBytes;
  return isReachable && (range.last ?? Infinity) <= last;
}

async function untilAborted<T>(promise: Promise<T>, signal: AbortSignal | undefined): Promise<T> {
  if (!signal) return promise;
  signal.throwIfAborted();
  let giveUp: (() => void) | undefined;
  const aborted = new Promise<never>((_, reject) => {
    giveUp = () => reject(signal.reason as Error);
    signal.addEventListener('abort', giveUp, { once: true });
  });
  try {
    return await Promise.race([promise, aborted]);
  } finally {
    if (giveUp) signal.removeEventListener('abort', giveUp);
  }
}
