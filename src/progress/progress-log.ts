import type { LoggerService } from '@nestjs/common';

export interface ProgressLogOptions {
  /** Of a logger that says who speaks. */
  readonly log: Pick<LoggerService, 'log'>;
  /** Between two lines, and before the first: what is over by then is not worth one. 5 seconds unless given. */
  readonly everyMs?: number;
  readonly nowMs?: () => number;
}

/** A line now and then on how far long work is, for whoever watches the log while somebody waits. */
export class ProgressLog {
  private readonly log: Pick<LoggerService, 'log'>;
  private readonly everyMs: number;
  private readonly nowMs: () => number;
  private lastMs: number;
  private hasSpoken = false;

  constructor({ log, everyMs = 5_000, nowMs = Date.now }: ProgressLogOptions) {
    this.log = log;
    this.everyMs = everyMs;
    this.nowMs = nowMs;
    this.lastMs = nowMs();
  }

  /** Says how far the work is, unless that was said just now. */
  note(text: () => string): void {
    const nowMs = this.nowMs();
    if (nowMs - this.lastMs < this.everyMs) return;
    this.lastMs = nowMs;
    this.hasSpoken = true;
    this.log.log(text());
  }

  /** Says how the work ended, where it was long enough to be spoken of. */
  end(text: () => string): void {
    if (this.hasSpoken) this.log.log(text());
  }
}
