import type { RateCounter } from './rate-counter';

export interface RateLimiterOptions {
  /** Absent for no limit. */
  readonly requestsPerMinute?: number;
  readonly counter: RateCounter;
  readonly nowMs?: () => number;
}

/** How a caller stands in this minute. */
export interface Standing {
  readonly limit: number;
  readonly remaining: number;
  /** Until the next minute begins. */
  readonly resetSeconds: number;
  readonly isOver: boolean;
}

const windowMs = 60_000;

/** So many requests a minute, counted anew with each minute of the clock. */
export class RateLimiter {
  private readonly nowMs: () => number;

  constructor(private readonly options: RateLimiterOptions) {
    this.nowMs = options.nowMs ?? Date.now;
  }

  get isOn(): boolean {
    return this.options.requestsPerMinute !== undefined;
  }

  /** Counts one request; no promise where none is needed, which every hit would wait for. */
  take(caller: string): Standing | Promise<Standing> {
    const { requestsPerMinute: limit = Infinity, counter } = this.options;
    const nowMs = this.nowMs();
    const window = Math.floor(nowMs / windowMs);
    const count = counter.count(caller, window, limit);
    const standing = (counted: number): Standing => ({
      limit,
      remaining: Math.max(0, limit - counted),
      resetSeconds: Math.max(1, Math.ceil(((window + 1) * windowMs - nowMs) / 1000)),
      isOver: counted > limit,
    });
    return typeof count === 'number' ? standing(count) : count.then(standing);
  }
}
