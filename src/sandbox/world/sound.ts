import type { Account } from './account';
import { ASPECT, Draw } from './draw';
import { CLIPS, type Clip } from './data/clips';
import { FIRST_WORDS, SECOND_WORDS } from './data/handle-words';
import { hashText, mix } from './hash';
import { composeId, parseId, type Snowflake } from './snowflake';

export interface Sound {
  id: string;
  key: number;
  title: string;
  authorName: string;
  album: string;
  isOriginal: boolean;
  clip: Clip;
  /** Whose original sound it is. */
  author: Account | undefined;
}

/** Shared sounds are numbered; the last hex digit of a shared sound's id is f. */
export const SHARED_SOUNDS = 20_000;
const FIRST_SHARED = Date.UTC(2018, 0, 1) / 1000;
const SHARED_SPACING = 12_000;
const ORIGINAL_BIT = 8;

/** The sound that came with a post. Its id is the post's, moved up by eight. */
export function originalSoundOf({ seconds, low }: Snowflake, author: Account, clip: Clip): Sound {
  return {
    id: composeId({ seconds, low: low | ORIGINAL_BIT }),
    key: mix(mix(seconds, low), ASPECT.sound),
    title: 'original sound',
    authorName: author.nickname,
    album: '',
    isOriginal: true,
    clip,
    author,
  };
}

/** The post that an original sound came with, if the id is of that kind. */
export function postFlakeOfSound(id: string): Snowflake | undefined {
  const flake = parseId(id);
  const digit = (flake?.low ?? 0) & 15;
  if (!flake || digit < ORIGINAL_BIT || digit === 15) return undefined;
  return { seconds: flake.seconds, low: (flake.low & ~ORIGINAL_BIT) >>> 0 };
}

export function sharedSoundOf(worldKey: number, number: number): Sound {
  const index = number % SHARED_SOUNDS;
  const low = (index << 4) | 0xf;
  const id = composeId({ seconds: FIRST_SHARED + index * SHARED_SPACING, low });
  return inventedSound(mix(mix(worldKey, ASPECT.sound), index), id);
}

export function sharedSoundIndex(worldKey: number, id: string): number | undefined {
  const index = ((parseId(id)?.low ?? 0) >>> 4) % SHARED_SOUNDS;
  return sharedSoundOf(worldKey, index).id === id ? index : undefined;
}

/** Any other id that somebody may name: TikTok has had sounds with ids of many lengths. */
export function otherSoundOf(worldKey: number, id: string): Sound {
  return inventedSound(hashText(mix(worldKey, ASPECT.sound), id), id);
}

function inventedSound(key: number, id: string): Sound {
  const draw = new Draw(key);
  return {
    id,
    key,
    title: titleCase(draw.pick(FIRST_WORDS), draw.pick(SECOND_WORDS)),
    authorName: titleCase(draw.pick(SECOND_WORDS), draw.pick(SECOND_WORDS)),
    album: titleCase(draw.pick(FIRST_WORDS), 'nights'),
    isOriginal: false,
    clip: draw.pick(CLIPS),
    author: undefined,
  };
}

function titleCase(...words: readonly string[]): string {
  return words.map((word) => word.charAt(0).toUpperCase() + word.slice(1)).join(' ');
}
