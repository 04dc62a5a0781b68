/** What a value is held against, and when it was recorded: TikTok's answers gain keys over time. */
export interface Reading {
  year: number;
  problems: string[];
}

/** Looks at one value and writes down what is wrong with it. */
export type Shape = (value: unknown, path: string, reading: Reading) => void;

/** A key of an object: from which year on it must be there, and what it holds when it is. */
export interface Field {
  requiredFrom: number;
  shape: Shape;
}

export type Fields = Readonly<Record<string, Shape | Field>>;

/** The year of the answers that the emulator imitates. */
export const CURRENT_YEAR = 2026;

/** Every way in which the value departs from the shape; empty when it fits. */
export function problemsOf(shape: Shape, value: unknown, year = CURRENT_YEAR): string[] {
  const reading: Reading = { year, problems: [] };
  shape(value, '$', reading);
  return reading.problems;
}

/** Fails with every path and value that is wrong, so that one run tells the whole story. */
export function expectShape(name: string, shape: Shape, value: unknown, year?: number): void {
  const problems = problemsOf(shape, value, year);
  if (problems.length === 0) return;
  const shown = problems.slice(0, 12).join('\n  ');
  throw new Error(`${name} departs from its shape in ${problems.length} places:\n  ${shown}`);
}

export function say(reading: Reading, path: string, expected: string, value: unknown): void {
  const text = JSON.stringify(value) ?? 'undefined';
  const shown = text.length > 160 ? `${text.slice(0, 160)}...` : text;
  reading.problems.push(`${path}: expected ${expected}, got ${shown}`);
}

/** A shape that is one question. */
export function where(expected: string, holds: (value: unknown) => boolean): Shape {
  return (value, path, reading) => {
    if (!holds(value)) say(reading, path, expected, value);
  };
}

export function optional(shape: Shape): Field {
  return { requiredFrom: Infinity, shape };
}

/** A key that recordings before this year may lack. */
export function since(year: number, shape: Shape): Field {
  return { requiredFrom: year, shape };
}

/** A key that belongs to another surface. */
export const absent: Field = {
  requiredFrom: Infinity,
  shape: (value, path, reading) => say(reading, path, 'no such key on this surface', value),
};

/** Keys that are not named are allowed: TikTok adds some every month. */
export function object(fields: Fields): Shape {
  return (value, path, reading) => {
    if (!isObject(value)) return say(reading, path, 'an object', value);
    for (const [key, entry] of Object.entries(fields)) {
      const { requiredFrom, shape } = typeof entry === 'function' ? always(entry) : entry;
      if (Object.hasOwn(value, key)) shape(value[key], `${path}.${key}`, reading);
      else if (reading.year >= requiredFrom) {
        say(reading, `${path}.${key}`, 'the key', undefined);
      }
    }
  };
}

function always(shape: Shape): Field {
  return { requiredFrom: -Infinity, shape };
}

export function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

export function list(shape: Shape, atLeast = 0): Shape {
  return (value, path, reading) => {
    if (!Array.isArray(value)) return say(reading, path, 'a list', value);
    if (value.length < atLeast) say(reading, path, `at least ${atLeast} rows`, value);
    value.forEach((row, index) => shape(row, `${path}[${index}]`, reading));
  };
}

/** The first alternative that fits; when none does, all their complaints. */
export function either(...shapes: readonly Shape[]): Shape {
  return (value, path, reading) => {
    const complaints: string[] = [];
    for (const shape of shapes) {
      const attempt: Reading = { year: reading.year, problems: [] };
      shape(value, path, attempt);
      if (attempt.problems.length === 0) return;
      complaints.push(...attempt.problems);
    }
    reading.problems.push(...complaints);
  };
}

/** All of them at once. */
export function both(...shapes: readonly Shape[]): Shape {
  return (value, path, reading) => {
    for (const shape of shapes) shape(value, path, reading);
  };
}

export const nothing: Shape = where('null', (value) => value === null);

export function orNull(shape: Shape): Shape {
  return (value, path, reading) => {
    if (value !== null) shape(value, path, reading);
  };
}

export function exactly(wanted: unknown): Shape {
  return where(JSON.stringify(wanted), (value) => value === wanted);
}

export function oneOf(...wanted: readonly unknown[]): Shape {
  return where(wanted.map((one) => JSON.stringify(one)).join(' or '), (v) => wanted.includes(v));
}

/** Text that holds JSON of its own, of the given shape. */
export function jsonText(shape: Shape): Shape {
  return (value, path, reading) => {
    try {
      shape(JSON.parse(value as string), `${path}<json>`, reading);
    } catch {
      say(reading, path, 'JSON in a string', value);
    }
  };
}

/** Chooses by what the value is, for objects whose keys depend on one another. */
export function choose(pick: (value: unknown) => Shape): Shape {
  return (value, path, reading) => pick(value)(value, path, reading);
}
