import { createHash, randomInt } from 'node:crypto';

/** One of the ids, each as likely as any other; the same one for the same seed as long as the ids are the same. */
export function chooseId(ids: readonly string[], seed?: string): string | undefined {
  if (ids.length === 0) return undefined;
  if (seed === undefined) return ids[randomInt(ids.length)];
  // Every id draws a lot; a new post changes the choice only where its lot wins.
  const lots = ids.map((id) => ({ id, lot: lotOf(id, seed) }));
  return lots.reduce((winner, other) => (other.lot > winner.lot ? other : winner)).id;
}

function lotOf(id: string, seed: string): string {
  return createHash('sha256').update(`${seed}\n${id}`).digest('hex');
}
