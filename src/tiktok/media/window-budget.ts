const kib = 1024;
const mostBytes = 12 * 1024 * kib;
/** What a fetch takes besides its window: buffers of sockets on both sides, and pieces that wait for the collector. */
const otherBytesPerFetch = 640 * kib;
const leastBytes = 2 * 1024 * kib;
const mostAheadBytes = 256 * kib;
const leastAheadBytes = 64 * kib;

interface Holder {
  readonly heldBytes: number;
}

/**
 * How much of files may lie in memory, over all fetches together: what was read already stays for those who come
 * later as long as there is room, which is less the more fetches there are. Each may always read a little ahead.
 */
export class WindowBudget {
  constructor(private readonly holders: ReadonlySet<Holder>) {}

  /** How far a fetch reads ahead of the fastest of its readers. */
  get aheadBytes(): number {
    const shareBytes = this.totalBytes / (2 * Math.max(1, this.holders.size));
    return Math.max(leastAheadBytes, Math.min(mostAheadBytes, shareBytes));
  }

  /** How much a fetch may hold now. */
  allowanceOf(holder: Holder): number {
    const byOthers = this.heldBytes - holder.heldBytes;
    return Math.max(2 * this.aheadBytes, this.totalBytes - byOthers);
  }

  get heldBytes(): number {
    return [...this.holders].reduce((sum, { heldBytes }) => sum + heldBytes, 0);
  }

  private get totalBytes(): number {
    return Math.max(leastBytes, mostBytes - this.holders.size * otherBytesPerFetch);
  }
}
