import type { Account } from './account';
import { captionOf, type Caption } from './caption';
import { CLIPS, type Clip } from './data/clips';
import { featuredPost } from './data/featured';
import { stateOfPostId, type PostState } from './data/reserved';
import { ASPECT, Draw } from './draw';
import { mix } from './hash';
import { mintedAt, mintedUntil } from './schedule';
import { composeId, parseId, type Snowflake } from './snowflake';
import { originalSoundOf, sharedSoundOf, type Sound } from './sound';

/** What does not change about a post. Its counters are in PostCounts. */
export interface Post {
  id: string;
  key: number;
  author: Account;
  /** The place in the author's schedule; undefined for posts that no list shows. */
  index: number | undefined;
  createdAt: number;
  state: PostState;
  kind: 'video' | 'photo';
  clip: Clip;
  /** How many pictures a photo post has; 0 for a video. */
  pictures: number;
  caption: Caption;
  sound: Sound;
  region: string;
  isPinned: boolean;
}

const PHOTO_SHARE = 1 / 6;
const LONGEST_DELAY = 60;
const ORDINARY_EXTRAS = 6;
const PINNABLE = 10;

/** Publication follows the minting of the id by up to a minute. */
export function createdAtOf({ seconds, low }: Snowflake): number {
  return seconds + (mix(mix(seconds, low), ASPECT.delay) % (LONGEST_DELAY + 1));
}

export function createdAtOfId(id: string): number {
  const flake = parseId(id);
  return flake ? createdAtOf(flake) : 0;
}

/** The id of an account's n-th post; never one of the reserved ids. */
export function postIdAt(account: Account, n: number): string {
  const seconds = mintedAt(account.schedule, n);
  const extra = mix(account.key, n) % ORDINARY_EXTRAS;
  for (let step = 0; ; step += 1) {
    const low = (account.tag << 4) | ((extra + step) % ORDINARY_EXTRAS);
    const id = composeId({ seconds, low });
    if (stateOfPostId(id) === 'open' || step === ORDINARY_EXTRAS) return id;
  }
}

export function postOf(worldKey: number, author: Account, id: string): Post | undefined {
  const flake = parseId(id);
  if (!flake) return undefined;
  const key = mix(mix(flake.seconds, flake.low), mix(worldKey, ASPECT.post));
  const draw = new Draw(key);
  const featured = featuredPost(id);
  const kind = featured?.kind ?? (draw.chance(PHOTO_SHARE) ? 'photo' : 'video');
  const clip = draw.pick(CLIPS);
  const index = indexOf(author, id, flake);
  return {
    id,
    key,
    author,
    index,
    createdAt: createdAtOf(flake),
    state: author.state === 'private' ? 'followers-only' : stateOfPostId(id),
    kind,
    clip,
    pictures: kind === 'photo' ? draw.between(1, 12) : 0,
    caption: captionOf(author, key),
    sound: soundOf(worldKey, { id, author, clip, flake, draw, kind }),
    region: author.region,
    isPinned: index !== undefined && isPinnedIndex(author, index),
  };
}

interface SoundChoice {
  id: string;
  author: Account;
  clip: Clip;
  flake: Snowflake;
  draw: Draw;
  kind: Post['kind'];
}

function soundOf(worldKey: number, choice: SoundChoice): Sound {
  const { id, author, clip, flake, draw, kind } = choice;
  const canBeOriginal = kind === 'video' && (flake.low & 15) < ORDINARY_EXTRAS;
  if (canBeOriginal && draw.chance(0.5)) return originalSoundOf(id, author, clip);
  return sharedSoundOf(worldKey, draw.next());
}

function indexOf(author: Account, id: string, flake: Snowflake): number | undefined {
  const n = mintedUntil(author.schedule, flake.seconds) - 1;
  return n >= 0 && postIdAt(author, n) === id ? n : undefined;
}

/** Up to three of an account's first ten posts are pinned: far out of order in a profile. */
function isPinnedIndex(author: Account, index: number): boolean {
  return pinnedIndexes(author).includes(index);
}

export function pinnedIndexes(author: Account): readonly number[] {
  const draw = new Draw(mix(author.key, ASPECT.post));
  const indexes = new Set<number>();
  for (let left = draw.below(4); left > 0; left -= 1) indexes.add(draw.below(PINNABLE));
  return [...indexes];
}
