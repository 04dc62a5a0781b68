/** What one day may bring: TikTok counts the graph of followers apart from all else. */
const ALLOWANCES = {
  content: { calls: 1_000, records: 100_000 },
  graph: { calls: 20_000, records: 2_000_000 },
} as const;

export type QuotaKind = keyof typeof ALLOWANCES;

const DAY = 86_400;

interface Spent {
  calls: number;
  records: number;
}

/** What researchers took from the Research API since midnight UTC. All of them share it. */
export class ResearchQuota {
  private day = 0;
  private spent: Record<QuotaKind, Spent> = nothingSpent();

  isSpent(kind: QuotaKind, nowSeconds: number): boolean {
    const { calls, records } = this.today(nowSeconds)[kind];
    return calls >= ALLOWANCES[kind].calls || records >= ALLOWANCES[kind].records;
  }

  spend(kind: QuotaKind, records: number, nowSeconds: number): void {
    const spent = this.today(nowSeconds)[kind];
    spent.calls += 1;
    spent.records += records;
  }

  reset(): void {
    this.spent = nothingSpent();
  }

  private today(nowSeconds: number): Record<QuotaKind, Spent> {
    const day = Math.floor(nowSeconds / DAY);
    if (day !== this.day) this.reset();
    this.day = day;
    return this.spent;
  }
}

function nothingSpent(): Record<QuotaKind, Spent> {
  return { content: { calls: 0, records: 0 }, graph: { calls: 0, records: 0 } };
}
