import type { Account } from './account';
import { ASPECT, Draw } from './draw';
import { CLIPS, type Clip } from './data/clips';
import { FIRST_WORDS, SECOND_WORDS } from './data/handle-words';
import { mix } from './hash';
import { composeId, parseId } from './snowflake';

export interface Sound {
  id: string;
  key: number;
  title: string;
  authorName: string;
  album: string;
  isOriginal: boolean;
  clip: Clip;
}

/** Shared sounds are numbered; the last hex digit of a shared sound's id is f. */
const SHARED_SOUNDS = 20_000;
const FIRST_SHARED = Date.UTC(2018, 0, 1) / 1000;
const SHARED_SPACING = 12_000;

/** The sound that came with a post. Its id is the post's, moved up by eight. */
export function originalSoundOf(postId: string, author: Account, clip: Clip): Sound {
  const { seconds, low } = parseId(postId) ?? { seconds: 0, low: 0 };
  return {
    id: composeId({ seconds, low: low | 8 }),
    key: mix(mix(seconds, low), ASPECT.sound),
    title: 'original sound',
    authorName: author.nickname,
    album: '',
    isOriginal: true,
    clip,
  };
}

export function sharedSoundOf(worldKey: number, number: number): Sound {
  const index = number % SHARED_SOUNDS;
  const key = mix(mix(worldKey, ASPECT.sound), index);
  const draw = new Draw(key);
  const low = (index << 4) | 0xf;
  return {
    id: composeId({ seconds: FIRST_SHARED + index * SHARED_SPACING, low }),
    key,
    title: titleCase(draw.pick(FIRST_WORDS), draw.pick(SECOND_WORDS)),
    authorName: titleCase(draw.pick(SECOND_WORDS), draw.pick(SECOND_WORDS)),
    album: titleCase(draw.pick(FIRST_WORDS), 'nights'),
    isOriginal: false,
    clip: draw.pick(CLIPS),
  };
}

function titleCase(...words: readonly string[]): string {
  return words.map((word) => word.charAt(0).toUpperCase() + word.slice(1)).join(' ');
}
