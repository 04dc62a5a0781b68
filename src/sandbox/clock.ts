/** The sandbox's time: the machine's, or a fixed one that a test moves. */
export class SandboxClock {
  private fixedMs: number | undefined;
  private aheadMs = 0;

  constructor(nowMs?: number) {
    this.fixedMs = nowMs;
  }

  nowMs(): number {
    return this.fixedMs ?? Date.now() + this.aheadMs;
  }

  /** Stops the clock at this moment. */
  set(ms: number): void {
    this.fixedMs = ms;
  }

  /** Moves the time on; a running clock goes on running. */
  advance(ms: number): void {
    if (this.fixedMs === undefined) this.aheadMs += ms;
    else this.fixedMs += ms;
  }
}
