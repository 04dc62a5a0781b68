const REMEMBERED = 10_000;

/** What faults remember about callers: how often each was seen. The oldest are forgotten. */
export class FaultMemory {
  private readonly counts = new Map<string, number>();

  constructor(private readonly capacity = REMEMBERED) {}

  /** Counts this sight of the caller: 1 the first time. */
  seen(caller: string): number {
    const count = (this.counts.get(caller) ?? 0) + 1;
    this.counts.delete(caller);
    this.counts.set(caller, count);
    if (this.counts.size > this.capacity) {
      const oldest = this.counts.keys().next();
      if (oldest.done !== true) this.counts.delete(oldest.value);
    }
    return count;
  }

  clear(): void {
    this.counts.clear();
  }
}
