/** The sandbox's time: the machine's, or a fixed one that a test moves. */
export class SandboxClock {
  private fixedMs: number | undefined;
  private aheadMs = 0;

  constructor(private readonly startMs?: number) {
    this.fixedMs = startMs;
  }

  nowMs(): number {
    return this.fixedMs ?? Date.now() + this.aheadMs;
  }

  /** Stops the clock at this moment. */
  set(ms: number): void {
    this.fixedMs = ms;
  }

  /** Back to the time that the sandbox was started with, or to the machine's. */
  reset(): void {
    this.fixedMs = this.startMs;
    this.aheadMs = 0;
  }

  /** Moves the time on; a running clock goes on running. */
  advance(ms: number): void {
    if (this.fixedMs === undefined) this.aheadMs += ms;
    else this.fixedMs += ms;
  }
}
