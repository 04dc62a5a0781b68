/**
 * How an answer differs from what a page shows of it. A page may leave out the end of an answer that is long and,
 * written as `...`, any part of it. Ports and moments differ from run to run.
 */
export function differences(shown: string, answer: string): string[] {
  return isShownBy(shown.trim(), answer.trim()) ? [] : [`not shown as it is: ${answer}`];
}

/**
 * The same for JSON: members and the ends of lists may be left out, and `"..."` stands for any value. Every
 * difference comes with the path that leads to it.
 */
export function jsonDifferences(shown: unknown, answer: unknown, path = '$'): string[] {
  if (shown === '...') return [];
  if (isList(shown) && isList(answer) && Array.isArray(shown) === Array.isArray(answer))
    return Object.entries(shown).flatMap(([key, value]) =>
      Array.isArray(shown) && value === '...'
        ? []
        : jsonDifferences(value, answer[key], `${path}.${key}`),
    );
  const isSame =
    typeof shown === 'string' && typeof answer === 'string'
      ? isShownBy(shown, answer)
      : shown === answer;
  return isSame ? [] : [`${path}: ${JSON.stringify(answer)}`];
}

function isList(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}

/** `...` alone on a line stands for any lines, or none; elsewhere for any text. */
function isShownBy(shown: string, answer: string): boolean {
  const pattern = settled(shown)
    .replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&')
    .replaceAll('\n\\.\\.\\.\n', '\n(?:[\\s\\S]*\n)?')
    .replace(/\n\\\.\\\.\\\.$/, '(?:\n[\\s\\S]*)?')
    .replaceAll('\\.\\.\\.', '[\\s\\S]*');
  return new RegExp(`^${pattern}$`).test(settled(answer));
}

function settled(text: string): string {
  return text
    .replaceAll(/127\.0\.0\.1:\d+/g, '127.0.0.1:PORT')
    .replaceAll(/\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z/g, 'MOMENT')
    .replaceAll('\r\n', '\n');
}
