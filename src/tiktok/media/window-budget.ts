const totalBytes = 24 * 1024 * 1024;
const maxBytesPerFetch = 16 * 1024 * 1024;
const mostAheadBytes = 256 * 1024;
const leastAheadBytes = 64 * 1024;

interface Holder {
  readonly heldBytes: number;
}

/**
 * How much of files may lie in memory, over all fetches together: what was read already stays for those who come
 * later as long as there is room. However many fetches there are, each may read a little ahead.
 */
export class WindowBudget {
  constructor(private readonly holders: ReadonlySet<Holder>) {}

  /** How far a fetch reads ahead of the fastest of its readers. */
  get aheadBytes(): number {
    const shareBytes = totalBytes / (2 * Math.max(1, this.holders.size));
    return Math.max(leastAheadBytes, Math.min(mostAheadBytes, shareBytes));
  }

  /** How much a fetch may hold now. */
  allowanceOf(holder: Holder): number {
    const byOthers = this.heldBytes - holder.heldBytes;
    const leftBytes = Math.min(maxBytesPerFetch, totalBytes - byOthers);
    return Math.max(2 * this.aheadBytes, leftBytes);
  }

  get heldBytes(): number {
    return [...this.holders].reduce((sum, { heldBytes }) => sum + heldBytes, 0);
  }
}
