import { TikTokBusyError } from '../tiktok.errors';

export interface PacingLimits {
  readonly maxConcurrentPerHost: number;
  /** Between the starts of two requests. */
  readonly minSpacingMs: number;
  readonly maxQueuedPerHost: number;
  readonly maxQueueWaitMs: number;
}

interface Waiter {
  readonly start: () => void;
}

/** One host's requests: so many at once, so far apart, the others in a bounded queue, first come first served. */
export class PacingLane {
  inFlightCount = 0;
  private readonly queue: Waiter[] = [];
  private nextStartMs = -Infinity;
  private timer: NodeJS.Timeout | undefined;

  constructor(
    private readonly host: string,
    private readonly limits: PacingLimits,
  ) {}

  get queuedCount(): number {
    return this.queue.length;
  }

  /** Nothing is under way, waits, or must be kept apart: the lane can be forgotten. */
  isIdle(): boolean {
    return (
      this.inFlightCount === 0 && this.queue.length === 0 && performance.now() >= this.nextStartMs
    );
  }

  /** Resolves when the request may start; `leave` must follow. Rejects with the signal's reason, or as busy. */
  enter(signal: AbortSignal | undefined): Promise<void> {
    signal?.throwIfAborted();
    if (this.queue.length === 0 && this.isFree()) {
      this.count();
      return Promise.resolve();
    }
    if (this.queue.length >= this.limits.maxQueuedPerHost)
      return Promise.reject(this.busy('too many requests wait'));
    return this.wait(signal);
  }

  leave(): void {
    this.inFlightCount -= 1;
    this.startNext();
  }

  private wait(signal: AbortSignal | undefined): Promise<void> {
    return new Promise((resolve, reject) => {
      const settle = (finish: () => void): void => {
        clearTimeout(expiry);
        signal?.removeEventListener('abort', abort);
        const index = this.queue.indexOf(waiter);
        if (index >= 0) this.queue.splice(index, 1);
        if (this.queue.length === 0) clearTimeout(this.timer);
        finish();
      };
      const abort = (): void => settle(() => reject(signal?.reason as Error));
      const expire = (): void => settle(() => reject(this.busy('its turn did not come in time')));
      const waiter: Waiter = { start: () => settle(resolve) };
      const expiry = setTimeout(expire, this.limits.maxQueueWaitMs);
      signal?.addEventListener('abort', abort, { once: true });
      this.queue.push(waiter);
      this.startNext();
    });
  }

  private startNext(): void {
    clearTimeout(this.timer);
    for (let [waiter] = this.queue; waiter && this.isFree(); [waiter] = this.queue) {
      this.count();
      waiter.start();
    }
    // A full lane goes on when a request leaves, one that keeps distance when the time has come.
    const waitMs = this.nextStartMs - performance.now();
    if (this.queue.length > 0 && waitMs > 0)
      this.timer = setTimeout(() => this.startNext(), Math.ceil(waitMs));
  }

  private isFree(): boolean {
    return (
      this.inFlightCount < this.limits.maxConcurrentPerHost && performance.now() >= this.nextStartMs
    );
  }

  private count(): void {
    this.inFlightCount += 1;
    this.nextStartMs = performance.now() + this.limits.minSpacingMs;
  }

  private busy(reason: string): TikTokBusyError {
    const { maxQueueWaitMs } = this.limits;
    const retryAfterSeconds = Math.max(1, Math.ceil(maxQueueWaitMs / 1000));
    return new TikTokBusyError(`${this.host} is not asked: ${reason}`, retryAfterSeconds);
  }
}
