/** Marks a text that leaves as a number. No text of the sandbox holds this character. */
const MARK = '\u0001';

/**
 * An id that TikTok writes as a JSON number although it exceeds 2^53. JavaScript has no such
 * numbers, so it travels as a marked text until `writeJson` takes its quotes away.
 */
export function wideNumber(id: string): string {
  return MARK + id;
}

export function writeJson(value: unknown): string {
  const text = JSON.stringify(value);
  return text.includes('"\\u0001') ? text.replace(/"\\u0001(-?\d+)"/g, '$1') : text;
}

/** Reads JSON without rounding wide numbers; `writeJson` writes them back as they were. */
export function parseExactly(text: string): unknown {
  const marked = text.replace(/"(?:[^"\\]|\\.)*"|-?\d{16,}(?![\d.eE])/g, (token) =>
    token.startsWith('"') ? token : JSON.stringify(MARK + token),
  );
  return JSON.parse(marked);
}

/** The digits of an id that somebody sent as a number or as text, read by `parseExactly`. */
export function idIn(value: unknown): string | undefined {
  const text = typeof value === 'number' ? String(value) : value;
  if (typeof text !== 'string') return undefined;
  const digits = text.startsWith(MARK) ? text.slice(MARK.length) : text;
  return /^\d{1,20}$/.test(digits) ? digits : undefined;
}
