/** How requests went, since the start and since the last line that was printed. */
export class Tally {
  readonly families = new Map<string, number>();
  requests = 0;
  /** Answers that said that TikTok was not to be had, while it was not. */
  refusals = 0;
  /** Streams that broke off while TikTok's did. */
  brokenStreams = 0;
  hangUps = 0;
  bytes = 0;
  private latenciesMs: number[] = [];
  private readonly allMs: number[] = [];

  answered(family: string, ms: number): void {
    this.requests += 1;
    this.families.set(family, (this.families.get(family) ?? 0) + 1);
    this.latenciesMs.push(ms);
    this.allMs.push(ms);
  }

  /** Median and 99th of a hundred since the last call, in milliseconds. */
  recentLatency(): { medianMs: number; p99Ms: number } {
    const recent = this.latenciesMs;
    this.latenciesMs = [];
    return { medianMs: quantile(recent, 0.5), p99Ms: quantile(recent, 0.99) };
  }

  get latency(): { medianMs: number; p99Ms: number } {
    return { medianMs: quantile(this.allMs, 0.5), p99Ms: quantile(this.allMs, 0.99) };
  }
}

export function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
}
