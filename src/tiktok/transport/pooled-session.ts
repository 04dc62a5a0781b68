import type { RefusalKind } from '../tiktok.errors';
import type { Session } from './session';

export interface RestPolicy {
  /** Refusals in a row after which a session rests. */
  readonly refusalsBeforeRest: number;
  readonly firstRestMs: number;
  readonly longestRestMs: number;
  /** Rests without an answer in between after which a session is replaced. */
  readonly restsBeforeRetirement: number;
}

/** One session as `/health/upstream` shows it. Times are Unix milliseconds. */
export interface SessionHealth {
  readonly id: number;
  readonly state: 'fresh' | 'works' | 'failing' | 'resting';
  /** `host:port` of its proxy. */
  readonly proxy?: string;
  readonly startedAtMs: number;
  readonly answerCount: number;
  readonly refusalCount: number;
  readonly restCount: number;
  readonly restsUntilMs?: number;
  readonly lastRefusal?: Refusal;
}

export interface Refusal {
  readonly atMs: number;
  readonly kind: RefusalKind | 'no_connection';
}

/** A session with what became of its requests: it decides when the session rests and when it has had its day. */
export class PooledSession {
  private answerCount = 0;
  private refusalCount = 0;
  private refusalsInARow = 0;
  private restsInARow = 0;
  private restsUntilMs = 0;
  private lastRefusal: Refusal | undefined;
  /** Counts the rests ever taken: what was asked before a rest began says nothing about it. */
  restCount = 0;

  constructor(
    readonly id: number,
    readonly session: Session,
    private readonly policy: RestPolicy,
  ) {}

  isResting(nowMs: number): boolean {
    return nowMs < this.restsUntilMs;
  }

  restLeftMs(nowMs: number): number {
    return Math.max(0, this.restsUntilMs - nowMs);
  }

  isSpent(): boolean {
    return this.restsInARow >= this.policy.restsBeforeRetirement;
  }

  answered(askedAtRest: number): void {
    this.answerCount += 1;
    if (askedAtRest !== this.restCount) return;
    this.refusalsInARow = 0;
    this.restsInARow = 0;
    this.restsUntilMs = 0;
  }

  refused(refusal: Refusal, askedAtRest: number): void {
    this.refusalCount += 1;
    this.lastRefusal = refusal;
    if (askedAtRest !== this.restCount) return;
    this.refusalsInARow += 1;
    if (this.refusalsInARow >= this.policy.refusalsBeforeRest) this.rest(refusal.atMs);
  }

  report(nowMs: number): SessionHealth {
    return {
      id: this.id,
      state: this.state(nowMs),
      proxy: this.session.proxy?.host,
      startedAtMs: this.session.startedAtMs,
      answerCount: this.answerCount,
      refusalCount: this.refusalCount,
      restCount: this.restCount,
      restsUntilMs: this.isResting(nowMs) ? this.restsUntilMs : undefined,
      lastRefusal: this.lastRefusal,
    };
  }

  private rest(nowMs: number): void {
    const { firstRestMs, longestRestMs } = this.policy;
    const restMs = Math.min(longestRestMs, firstRestMs * 2 ** Math.min(this.restsInARow, 20));
    this.restsUntilMs = nowMs + restMs;
    this.restsInARow += 1;
    this.restCount += 1;
    // After the rest it has one try: the next refusal sends it back, for twice as long.
    this.refusalsInARow = this.policy.refusalsBeforeRest - 1;
  }

  private state(nowMs: number): SessionHealth['state'] {
    if (this.isResting(nowMs)) return 'resting';
    if (this.refusalsInARow > 0) return 'failing';
    return this.answerCount > 0 ? 'works' : 'fresh';
  }
}
