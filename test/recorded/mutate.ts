import * as fc from 'fast-check';
import { readRecord } from '../../src/tiktok/parsers/read';

/** One change of a JSON value: where, by position among all paths, and what. */
export interface Change {
  readonly at: number;
  readonly kind: 'drop' | 'null' | 'retype' | 'wrap' | 'move' | 'repeat';
  readonly value: unknown;
  readonly from: number;
}

type Path = readonly (string | number)[];

const DEEP = JSON.parse(`${'['.repeat(200)}1${']'.repeat(200)}`);

/** What no surface sends in the place of anything: values that look right in another place, and some that never do. */
const strange: fc.Arbitrary<unknown> = fc.oneof(
  fc.constantFrom('', '0', 0, -1, 1.5, 1e300, true, false, [], {}, [null], DEEP),
  fc.constantFrom('7400000000000000001', 7400000000000000001, '-1', 2 ** 53, ' ', '\u0000', '💥'),
  fc.constantFrom('https://a.example/1?x-expires=1790000000', '//a.example/x', 'javascript:0', '{'),
  fc.constantFrom({ __proto__: null, url_list: [[]] }, { src: {} }, ['', 'https://a.example/2']),
  fc.string(),
  fc.double(),
);

export const changes: fc.Arbitrary<readonly Change[]> = fc.array(
  fc.record({
    at: fc.nat(),
    kind: fc.constantFrom<Change['kind']>('drop', 'null', 'retype', 'wrap', 'move', 'repeat'),
    value: strange,
    from: fc.nat(),
  }),
  { minLength: 1, maxLength: 4 },
);

/** The value with every change made to it, itself untouched. */
export function mutate(root: unknown, wanted: readonly Change[]): unknown {
  let value = root;
  for (const change of wanted) {
    const paths = pathsOf(value);
    const path = paths[change.at % Math.max(paths.length, 1)];
    const other = paths[change.from % Math.max(paths.length, 1)];
    if (path === undefined || other === undefined) return value;
    value = changeAt(value, path, (old) => replacement(change, old, valueAt(value, other)));
  }
  return value;
}

/** Long lists cut to their first rows, so that hundreds of changes cost little. */
export function shrink(value: unknown): unknown {
  if (Array.isArray(value)) return value.slice(0, 3).map(shrink);
  const record = readRecord(value);
  if (record === undefined) return value;
  return Object.fromEntries(Object.entries(record).map(([name, item]) => [name, shrink(item)]));
}

const DROPPED = Symbol('dropped');

function replacement(change: Change, old: unknown, other: unknown): unknown {
  switch (change.kind) {
    case 'drop':
      return DROPPED;
    case 'null':
      return null;
    case 'retype':
      return change.value;
    case 'wrap':
      return change.from % 2 === 0 ? [old] : { a: old };
    case 'move':
      return other;
    case 'repeat':
      return typeof old === 'number'
        ? String(old)
        : typeof old === 'string'
          ? Number(old)
          : [old, old];
  }
}

/** All paths below the root; a place deep inside is as likely as one at the top. */
function pathsOf(root: unknown): readonly Path[] {
  const found: Path[] = [];
  const visit = (value: unknown, path: Path): void => {
    if (path.length > 0) found.push(path);
    if (path.length > 30 || typeof value !== 'object' || value === null) return;
    for (const [name, item] of Object.entries(value)) visit(item, [...path, name]);
  };
  visit(root, []);
  return found;
}

function valueAt(root: unknown, path: Path): unknown {
  let value = root;
  for (const name of path) value = Object(value)[name];
  return value;
}

function changeAt(value: unknown, path: Path, change: (old: unknown) => unknown): unknown {
  const [name, ...rest] = path;
  if (name === undefined) return change(value);
  const entries = Object.entries(Object(value)).flatMap(([key, item]) => {
    const changed = key === String(name) ? changeAt(item, rest, change) : item;
    return changed === DROPPED ? [] : [[key, changed] as const];
  });
  return Array.isArray(value) ? entries.map(([, item]) => item) : Object.fromEntries(entries);
}
