import { type UnknownRecord, unlessEmpty } from './read';

const QUOTE = 0x22;
const BACKSLASH = 0x5c;
const OPEN = 0x7b;
const CLOSE = 0x7d;

/**
 * Members of a JSON text that are objects, read without parsing the rest: of a page most is translations that nobody
 * reads. Undefined where the whole has to be parsed: no name is there, or one of them not in the one plain form.
 * A name found in the bytes is a key, for inside a text its quotes would be escaped.
 */
export function readSlices(json: Buffer, names: readonly string[]): UnknownRecord | undefined {
  const found: Record<string, unknown> = {};
  for (const name of names) {
    const key = `"${name}":`;
    const keyAt = json.indexOf(key);
    if (keyAt < 0) continue;
    if (json.indexOf(key, keyAt + key.length) >= 0) return undefined;
    const value = parseObjectAt(json, keyAt + key.length);
    if (value === undefined) return undefined;
    found[name] = value;
  }
  return unlessEmpty(found);
}

function parseObjectAt(json: Buffer, start: number): unknown {
  const end = json[start] === OPEN ? endOfObject(json, start) : undefined;
  if (end === undefined) return undefined;
  try {
    return JSON.parse(json.toString('utf8', start, end));
  } catch {
    // Who parses the whole will say what is wrong with it.
    return undefined;
  }
}

/** Behind the brace that closes the object opened at `start`. */
function endOfObject(json: Buffer, start: number): number | undefined {
  let depth = 0;
  for (let index = start; index < json.length; index += 1) {
    const byte = json[index];
    if (byte === QUOTE) index = endOfText(json, index);
    else if (byte === OPEN) depth += 1;
    else if (byte === CLOSE) depth -= 1;
    if (depth === 0) return index + 1;
  }
  return undefined;
}

/** Where the quote stands that closes the text opened at `start`; the end of all where none does. */
function endOfText(json: Buffer, start: number): number {
  let index = json.indexOf(QUOTE, start + 1);
  while (index >= 0 && isEscaped(json, index)) index = json.indexOf(QUOTE, index + 1);
  return index < 0 ? json.length : index;
}

function isEscaped(json: Buffer, index: number): boolean {
  let before = index;
  while (json[before - 1] === BACKSLASH) before -= 1;
  return (index - before) % 2 === 1;
}
