import { FIRST_WORDS, SECOND_WORDS } from './data/handle-words';
import { hashText } from './hash';

/**
 * A tag is 28 bits that stand for an account inside 64-bit ids: 7 bits first word, 7 bits second
 * word, 14 bits number. Odd tags spell the generated handles that fill feeds; even tags are
 * hashes of handles that somebody typed. So an id always leads back to an author, although
 * nothing is stored.
 */
export type Tag = number;

const HANDLE = /^[a-z0-9._]{1,24}$/;
const WORD_GAPS = ['', '_', '.'] as const;
const NUMBER_GAPS = ['', '_', ''] as const;

const firstIndex = new Map(FIRST_WORDS.map((word, index) => [word, index]));
const secondIndex = new Map(SECOND_WORDS.map((word, index) => [word, index]));

/** The canonical (lower-case) handle, or undefined when TikTok would not allow it. */
export function canonicalHandle(text: string): string | undefined {
  const handle = text.replace(/^@/, '').toLowerCase();
  return HANDLE.test(handle) && !handle.endsWith('.') ? handle : undefined;
}

export function handleOfTag(tag: Tag): string {
  const number = tag & 0x3fff;
  const first = FIRST_WORDS[(tag >>> 21) & 127] ?? '';
  const second = SECOND_WORDS[(tag >>> 14) & 127] ?? '';
  const wordGap = WORD_GAPS[number % 3] ?? '';
  const numberGap = NUMBER_GAPS[Math.floor(number / 3) % 3] ?? '';
  return `${first}${wordGap}${second}${numberGap}${number}`;
}

export function tagOfHandle(key: number, handle: string): Tag {
  return spelledTag(handle) ?? (hashText(key, handle) & 0x0ffffffe) >>> 0;
}

/** Turns any 32-bit number into the tag of a generated handle. */
export function generatedTag(number: number): Tag {
  return (number & 0x0fffffff) | 1;
}

function spelledTag(handle: string): Tag | undefined {
  const parts = /^([a-z]+)[._]?([a-z]*)_?(0|[1-9]\d{0,4})$/.exec(handle);
  const number = Number(parts?.[3]);
  if (!parts || number > 0x3fff) return undefined;
  const letters = `${parts[1]}${parts[2]}`;
  for (let cut = 3; cut <= letters.length - 3; cut += 1) {
    const first = firstIndex.get(letters.slice(0, cut));
    const second = secondIndex.get(letters.slice(cut));
    if (first === undefined || second === undefined) continue;
    const tag = (first << 21) | (second << 14) | number;
    if (handleOfTag(tag) === handle) return tag;
  }
  return undefined;
}
