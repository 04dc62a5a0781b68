import { LANGUAGES, type Language } from '../world/data/languages';
import { mix } from '../world/hash';

const SECONDS_PER_CUE = 2;

/** One language in which a post can be read. */
export interface Track {
  language: Language;
  /** Its place in the list of languages, which links carry. */
  number: number;
  source: 'ASR' | 'MT';
}

/** The languages of a post's subtitles: what was heard, and English where that was not English. */
export function tracksOf(post: { key: number; language: Language }): Track[] {
  if (mix(post.key, 33) % 3 !== 0) return [];
  const spoken = LANGUAGES.indexOf(post.language);
  const heard: Track = { language: post.language, number: spoken, source: 'ASR' };
  const english = LANGUAGES[0];
  if (spoken === 0 || !english) return [heard];
  return [heard, { language: english, number: 0, source: 'MT' }];
}

/** WebVTT of invented sentences; the same for the same post and language. */
export function subtitleText(key: number, languageNumber: number): string {
  const cues = spokenSentences(key, languageNumber).map((sentence, n) => {
    return `${timeAt(n)} --> ${timeAt(n + 1)}\n${sentence.replace(/-->|[<&]/g, '')}\n`;
  });
  return `WEBVTT\n\n\n${cues.join('\n')}`;
}

export function spokenSentences(key: number, languageNumber: number): string[] {
  const sentences = (LANGUAGES[languageNumber] ?? LANGUAGES[0])?.sentences ?? [];
  return sentences.map((_, n) => sentences[(mix(key, 34) + n) % sentences.length] ?? '');
}

function timeAt(cue: number): string {
  const seconds = cue * SECONDS_PER_CUE;
  return `00:${String(Math.floor(seconds / 60)).padStart(2, '0')}:${String(seconds % 60).padStart(2, '0')}.000`;
}
