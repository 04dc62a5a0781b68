import { SECOND_WORDS } from '../world/data/handle-words';
import { mix } from '../world/hash';
import { escapedJson } from './page-html';
import type { JsonObject } from './rendering';

/** The scope of a page that holds them. */
export const TRANSLATIONS_SCOPE = 'webapp.i18n-translation';

/** Most of a real page is translations: about 2400 of them, 190 KB. */
const TRANSLATIONS = 2_400;
const WORDS_IN_A_TEXT = 8;

const EMPTY_SCOPE = `"${TRANSLATIONS_SCOPE}":{}`;

let heavy: JsonObject | undefined;
let heavyScope: string | undefined;

/** Translations that make a page as heavy as TikTok's. Made when first wanted, then kept. */
export function translations(): JsonObject {
  heavy ??= { Webapp: Object.fromEntries(Array.from({ length: TRANSLATIONS }, (_, n) => line(n))) };
  return heavy;
}

/** Puts them into a script that has none: writing them anew for every page costs more than all the rest of it. */
export function withTranslations(script: string): string {
  heavyScope ??= `"${TRANSLATIONS_SCOPE}":${escapedJson(translations())}`;
  return script.replace(EMPTY_SCOPE, heavyScope);
}

function line(n: number): [string, string] {
  const words = Array.from(
    { length: WORDS_IN_A_TEXT },
    (_, place) => SECOND_WORDS[mix(n, place) % SECOND_WORDS.length] ?? '',
  );
  return [`sandbox_text_${n}`, words.join(' ')];
}
