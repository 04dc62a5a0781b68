import { ASPECT } from './draw';
import { LANGUAGES } from './data/languages';
import { GENERAL_HASHTAGS, TOPICS } from './data/topics';
import { hashText, mix } from './hash';

/** A hashtag's id: the same for every spelling that differs in case only. */
export function hashtagIdOf(worldKey: number, name: string): string {
  const key = mix(worldKey, ASPECT.hashtag);
  const folded = name.toLowerCase();
  const high = 1_600_000 + (hashText(key, folded) % 8_000_000);
  const low = hashText(mix(key, 1), folded) % 1_000_000_000;
  return `${high}${String(low).padStart(9, '0')}`;
}

export const KNOWN_HASHTAGS: readonly string[] = [
  ...GENERAL_HASHTAGS,
  ...TOPICS.flatMap(({ hashtags }) => hashtags),
  ...LANGUAGES.flatMap(({ hashtags }) => hashtags),
];
