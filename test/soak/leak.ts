/** What a process has open, by kind. */
export type Open = Readonly<Record<string, number>>;

/** Kinds of which more was open afterwards than before, in words; what was let go of is no leak. */
export function leaksBetween(before: Open, after: Open): string[] {
  return Object.entries(after)
    .filter(([kind, count]) => count > (before[kind] ?? 0))
    .map(([kind, count]) => `${kind}: ${before[kind] ?? 0} before, ${count} when all was over`);
}
