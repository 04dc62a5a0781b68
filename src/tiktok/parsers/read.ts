/** An object of which nothing is known yet. */
export type UnknownRecord = Readonly<Record<string, unknown>>;

const INTEGER = /^-?\d{1,16}$/;
const ID = /^(?!0+$)\d{1,20}$/;
const BOOLEANS: ReadonlyMap<unknown, boolean> = new Map<unknown, boolean>([
  [true, true],
  [false, false],
  [1, true],
  [0, false],
  ['true', true],
  ['false', false],
  ['1', true],
  ['0', false],
]);

function isRecord(value: unknown): value is UnknownRecord {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

export function readRecord(value: unknown): UnknownRecord | undefined {
  return isRecord(value) ? value : undefined;
}

/** The elements of an array; anything else has none. */
export function readList(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

/** A string that says something: TikTok writes `""` where it has nothing. */
export function readText(value: unknown): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined;
}

/** A whole number, also where TikTok writes it as a string. Rounded big numbers are not numbers to us. */
export function readInteger(value: unknown): number | undefined {
  const number = typeof value === 'string' && INTEGER.test(value) ? Number(value) : value;
  return Number.isSafeInteger(number) && typeof number === 'number' ? number : undefined;
}

/** A whole number of things. Counters above 2^31 were seen wrapped to negative ones; those say nothing. */
export function readCount(value: unknown): number | undefined {
  const number = readInteger(value);
  return number !== undefined && number >= 0 ? number : undefined;
}

/** A number that is not negative, with its fraction. */
export function readFraction(value: unknown): number | undefined {
  return typeof value === 'number' && Number.isFinite(value) && value >= 0 ? value : undefined;
}

/** A moment in Unix seconds; 0 is TikTok's way to hide it. */
export function readSeconds(value: unknown): number | undefined {
  const number = readInteger(value);
  return number !== undefined && number > 0 ? number : undefined;
}

/**
 * A 64-bit id as decimal digits. JSON numbers above 2^53 have lost their last digits and are no ids;
 * `"0"` and `""` mean that there is none.
 */
export function readId(value: unknown): string | undefined {
  const digits = Number.isSafeInteger(value) ? String(value) : value;
  return typeof digits === 'string' && ID.test(digits) ? digits : undefined;
}

/** A boolean, also as 0/1 or a word: `musicInfos.original` was seen as `"true"`. */
export function readBoolean(value: unknown): boolean | undefined {
  return BOOLEANS.get(value);
}

/** What lies at a path of own keys, or undefined where the path breaks. */
export function at(root: unknown, ...path: readonly string[]): unknown {
  let value = root;
  for (const key of path) {
    value = isRecord(value) && Object.hasOwn(value, key) ? value[key] : undefined;
  }
  return value;
}

/** The first of several spellings of one key that holds something. */
export function either(root: unknown, ...keys: readonly string[]): unknown {
  for (const key of keys) {
    const value = at(root, key);
    if (value !== undefined && value !== null && value !== '') {
      return value;
    }
  }
  return undefined;
}

/** Reads every element of a list and keeps what could be read. */
export function collect<T>(list: unknown, read: (element: unknown) => T | undefined): T[] {
  const found: T[] = [];
  for (const element of readList(list)) {
    const value = read(element);
    if (value !== undefined) {
      found.push(value);
    }
  }
  return found;
}

/** The object itself when it says anything at all. */
export function unlessEmpty<T extends object>(value: T): T | undefined {
  return Object.values(value).some((member) => member !== undefined) ? value : undefined;
}

/** The list itself when it has anything in it; surfaces that know nothing of it give an empty one. */
export function unlessNone<T>(list: readonly T[]): readonly T[] | undefined {
  return list.length > 0 ? list : undefined;
}
