import type { OperationName } from './operations';
import type { SourceName, TableRung } from './source-table';
import type { TikTokError } from './tiktok.errors';

/** The state of one source for one operation, as `/health/upstream` shows it. Times are Unix milliseconds. */
export interface RungHealth {
  readonly operation: OperationName;
  readonly source: SourceName;
  readonly state: 'works' | 'failing' | 'resting' | 'never tried';
  readonly successCount: number;
  readonly failureCount: number;
  /** Rows that could not be read and were left out of lists. */
  readonly droppedRowCount: number;
  readonly lastSuccessAtMs?: number;
  readonly lastFailure?: {
    readonly atMs: number;
    readonly code: string;
    readonly kind?: string;
    readonly message: string;
  };
  readonly restsUntilMs?: number;
}

const failuresBeforeRest = 3;
const firstRestMs = 5_000;
const longestRestMs = 120_000;

/** Measured health of one rung: rests after three failures in a row, each rest twice as long as the last. */
export class Rung {
  private successCount = 0;
  private failureCount = 0;
  private droppedRowCount = 0;
  private failuresInARow = 0;
  private lastSuccessAtMs: number | undefined;
  private lastFailureAtMs = 0;
  private restsUntilMs = 0;
  private isProbing = false;
  lastError: TikTokError | undefined;

  constructor(
    readonly operation: OperationName,
    readonly line: TableRung,
  ) {}

  get source(): SourceName {
    return this.line.source;
  }

  isResting(nowMs: number): boolean {
    return nowMs < this.restsUntilMs;
  }

  restLeftMs(nowMs: number): number {
    return Math.max(0, this.restsUntilMs - nowMs);
  }

  /** Takes the one place for a try during a rest; false when another try is under way. */
  beginProbe(): boolean {
    if (this.isProbing) return false;
    this.isProbing = true;
    return true;
  }

  endProbe(): void {
    this.isProbing = false;
  }

  succeeded(nowMs: number, droppedRows = 0): void {
    this.droppedRowCount += droppedRows;
    this.successCount += 1;
    this.failuresInARow = 0;
    this.lastSuccessAtMs = nowMs;
    this.restsUntilMs = 0;
  }

  failed(error: TikTokError, nowMs: number): void {
    this.failureCount += 1;
    this.failuresInARow += 1;
    this.lastError = error;
    this.lastFailureAtMs = nowMs;
    const rests = this.failuresInARow - failuresBeforeRest;
    if (rests >= 0) {
      this.restsUntilMs = nowMs + Math.min(longestRestMs, firstRestMs * 2 ** Math.min(rests, 10));
    }
  }

  report(nowMs: number): RungHealth {
    const error = this.lastError;
    return {
      operation: this.operation,
      source: this.source,
      state: this.state(nowMs),
      successCount: this.successCount,
      failureCount: this.failureCount,
      droppedRowCount: this.droppedRowCount,
      lastSuccessAtMs: this.lastSuccessAtMs,
      lastFailure: error && {
        atMs: this.lastFailureAtMs,
        code: error.code,
        kind: 'kind' in error ? String(error.kind) : undefined,
        message: error.message,
      },
      restsUntilMs: this.isResting(nowMs) ? this.restsUntilMs : undefined,
    };
  }

  private state(nowMs: number): RungHealth['state'] {
    if (this.isResting(nowMs)) return 'resting';
    if (this.successCount + this.failureCount === 0) return 'never tried';
    return this.failuresInARow > 0 ? 'failing' : 'works';
  }
}
