const REMEMBERED_SEALS = 50_000;

/**
 * The seals that the signer handed out and nobody has used yet. Bounded: whoever signs and never
 * calls loses the oldest seals.
 */
export class SealLedger {
  /** From the seal to the guest identity whose cookies came with it. */
  private readonly unused = new Map<string, string>();

  constructor(private readonly capacity = REMEMBERED_SEALS) {}

  issue(gnarly: string, ttwid: string): void {
    this.unused.set(gnarly, ttwid);
    if (this.unused.size <= this.capacity) return;
    const oldest = this.unused.keys().next();
    if (oldest.done !== true) this.unused.delete(oldest.value);
  }

  /** True once for each seal, and only with the cookie that the signer returned beside it. */
  redeem(gnarly: string, ttwid: string): boolean {
    if (this.unused.get(gnarly) !== ttwid) return false;
    return this.unused.delete(gnarly);
  }

  clear(): void {
    this.unused.clear();
  }
}
