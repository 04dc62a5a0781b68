/** What fails a soak. */
export type ComplaintKind =
  | 'wrong body'
  | 'unexpected status'
  | 'no answer'
  | 'unhandled rejection'
  | 'crash'
  | 'error in the log'
  | 'words on stderr'
  | 'growth'
  | 'leak';

const examplesKept = 5;

/** Everything that was wrong, by kind: how often, and the first few of each in words. */
export class Complaints {
  private readonly found = new Map<ComplaintKind, { count: number; examples: string[] }>();

  add(kind: ComplaintKind, what: string): void {
    const entry = this.found.get(kind) ?? { count: 0, examples: [] };
    entry.count += 1;
    if (entry.examples.length < examplesKept) entry.examples.push(what);
    this.found.set(kind, entry);
  }

  get kinds(): readonly ComplaintKind[] {
    return [...this.found.keys()];
  }

  /** `2 wrong body, 1 leak`, or `none`. */
  get summary(): string {
    const parts = [...this.found].map(([kind, { count }]) => `${count} ${kind}`);
    return parts.join(', ') || 'none';
  }

  lines(): readonly string[] {
    return [...this.found].flatMap(([kind, { count, examples }]) => [
      `${kind}: ${count}`,
      ...examples.map((example) => `  ${example}`),
      ...(count > examples.length ? [`  and ${count - examples.length} more`] : []),
    ]);
  }
}
