import { join } from 'node:path';
import { toolModules } from '../clients/tools';

export type Document = Readonly<Record<string, unknown>>;

interface Difference {
  readonly action: 'add' | 'remove' | 'replace' | 'rename';
  readonly path: readonly (string | number)[];
  readonly before?: unknown;
  readonly after?: unknown;
  readonly type: 'breaking' | 'non-breaking' | 'annotation' | 'unclassified' | 'deprecated';
}

interface Comparer {
  readonly apiCompare: (
    before: Document,
    after: Document,
  ) => { readonly diffs: readonly Difference[] };
}

/** What callers of `before` would stumble over in `after`: `remove /api/trending_videos get`. */
export function breakingChanges(before: Document, after: Document): string[] {
  // eslint-disable-next-line @typescript-eslint/no-require-imports
  const { apiCompare } = require(join(toolModules, 'api-smart-diff')) as Comparer;
  const found = apiCompare(before, after).diffs.filter(isBreaking);
  return [...new Set(found.map(({ action, path }) => `${action} ${path.slice(1).join(' ')}`))];
}

/**
 * The tool's own judgement where a schema is used, which says whether it is sent or received; on its own, below
 * `components`, that is not known. Three things it takes lightly: a member that is not always there goes away, a
 * type changes, and a method of generated clients gets another name.
 */
function isBreaking({ action, path, type, before, after }: Difference): boolean {
  if (path[0] !== 'paths') return false;
  if (action === 'remove' && path.at(-2) === 'properties') return true;
  if (path.at(-1) === 'operationId') return true;
  if (path.at(-1) === 'type' && action === 'replace')
    return path.includes('responses') ? !isWithin(after, before) : !isWithin(before, after);
  return type === 'breaking';
}

/** Whether every value of the one type is one of the other, too. */
function isWithin(narrow: unknown, wide: unknown): boolean {
  const kinds: unknown[] = [wide].flat();
  return [narrow]
    .flat()
    .every((kind) => kinds.includes(kind) || (kind === 'integer' && kinds.includes('number')));
}
