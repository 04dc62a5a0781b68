// Where a number stands in JSON whose last digits JavaScript cannot hold. Seen between a colon, comma or
// bracket and the next comma or bracket; fractions and exponents do not match.
const BIG_INTEGER = /([:,[]\s*)(\d{16,20})(?=\s*[,\]}])/g;
const MAY_HOLD_BIG_INTEGER = /[:,[]\s*\d{16}/;

/**
 * Puts quotes around whole numbers of 16 digits and more, so that ids written as numbers (`room_id`,
 * `author_user_id`, the player's `id`) come through `JSON.parse` digit by digit. Texts are left alone.
 */
export function quoteBigIntegers(json: string): string {
  if (!MAY_HOLD_BIG_INTEGER.test(json)) {
    return json;
  }
  let exact = '';
  let position = 0;
  while (position < json.length) {
    const opening = json.indexOf('"', position);
    const outside = json.slice(position, opening < 0 ? undefined : opening);
    exact += outside.replace(BIG_INTEGER, '$1"$2"');
    const next = opening < 0 ? json.length : endOfString(json, opening);
    exact += opening < 0 ? '' : json.slice(opening, next);
    position = next;
  }
  return exact;
}

/** Index behind the quote that closes the string opened at `start`. */
function endOfString(json: string, start: number): number {
  let index = json.indexOf('"', start + 1);
  while (index >= 0 && isEscaped(json, index)) {
    index = json.indexOf('"', index + 1);
  }
  return index < 0 ? json.length : index + 1;
}

function isEscaped(json: string, index: number): boolean {
  let backslashes = 0;
  while (json[index - 1 - backslashes] === '\\') {
    backslashes += 1;
  }
  return backslashes % 2 === 1;
}
