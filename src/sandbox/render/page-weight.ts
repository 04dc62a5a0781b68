import { SECOND_WORDS } from '../world/data/handle-words';
import { mix } from '../world/hash';
import type { JsonObject } from './rendering';

/** Most of a real page is translations: about 2400 of them, 190 KB. */
const TRANSLATIONS = 2_400;
const WORDS_IN_A_TEXT = 8;

let heavy: JsonObject | undefined;

/** Translations that make a page as heavy as TikTok's. Made when first wanted, then kept. */
export function translations(): JsonObject {
  heavy ??= { Webapp: Object.fromEntries(Array.from({ length: TRANSLATIONS }, (_, n) => line(n))) };
  return heavy;
}

function line(n: number): [string, string] {
  const words = Array.from(
    { length: WORDS_IN_A_TEXT },
    (_, place) => SECOND_WORDS[mix(n, place) % SECOND_WORDS.length] ?? '',
  );
  return [`sandbox_text_${n}`, words.join(' ')];
}
