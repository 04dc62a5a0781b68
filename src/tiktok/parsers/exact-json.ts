// A key and a number whose last digits JavaScript cannot hold. Inside of a string every quote has a backslash
// before it, so a bare quote behind a brace or comma opens a key, and nothing of this ever matches in a text.
const BIG_MEMBER = /([{,]\s*"\w+"\s*:\s*)([1-9]\d{15,19})(?=\s*[,}])/g;

/**
 * Puts quotes around members that are whole numbers of 16 digits and more, so that ids written as numbers
 * (`room_id`, `author_user_id`, the player's `id`) come through `JSON.parse` digit by digit.
 */
export function quoteBigIntegers(json: string): string {
  return json.replace(BIG_MEMBER, '$1"$2"');
}
