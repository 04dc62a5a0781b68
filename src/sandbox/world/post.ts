import type { Account } from './account';
import { captionOf, type Caption } from './caption';
import { CLIPS, type Clip } from './data/clips';
import { featuredPost } from './data/featured';
import { MOST_PICTURES, stateOfPostId, type PostState } from './data/reserved';
import { ASPECT, Draw } from './draw';
import { weightOf } from './growth';
import { mix } from './hash';
import type { Effect, Place } from './places';
import { playlistIdOfPost } from './playlist-ids';
import { mintedAt, mintedUntil } from './schedule';
import { composeId, parseId, tailOf, type Snowflake } from './snowflake';
import { originalSoundOf, sharedSoundOf, type Sound } from './sound';

/** What does not change about a post. Its counters are in PostCounts. */
export interface Post {
  id: string;
  key: number;
  author: Account;
  /** The place in the author's schedule; undefined for posts that the author's lists leave out. */
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
  /** Likes after the first days. */
  reach: number;
  playlistId: string | undefined;
  place: Place | undefined;
  effect: Effect | undefined;
}

/** What a post has because of the list that brought it forth; see `listed-ids.ts`. */
export interface PostOrigin {
  hashtag?: string;
  keyword?: string;
  sound?: Sound;
  place?: Place;
  effect?: Effect;
}

export interface PostAddress {
  flake: Snowflake;
  /** Spares a search when the place in the schedule is known. */
  index?: number;
  /** Undefined for posts of an author's own lists. */
  origin?: PostOrigin;
}

const PHOTO_SHARE = 1 / 6;
const LONGEST_DELAY = 60;
/** Last hex digits of ordinary posts; the others belong to lists. */
export const ORDINARY_EXTRAS = 6;
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
export function postFlakeAt(account: Account, n: number): Snowflake {
  const seconds = mintedAt(account.schedule, n);
  const extra = mix(account.key, n) % ORDINARY_EXTRAS;
  for (let step = 0; ; step += 1) {
    const low = ((account.tag << 4) | ((extra + step) % ORDINARY_EXTRAS)) >>> 0;
    const flake = { seconds, low };
    if (step === ORDINARY_EXTRAS || stateOfPostId(tailOf(flake)) === 'open') return flake;
  }
}

export function postIdAt(account: Account, n: number): string {
  return composeId(postFlakeAt(account, n));
}

export function postOf(worldKey: number, author: Account, address: PostAddress): Post {
  const { flake, origin } = address;
  const id = composeId(flake);
  const key = mix(mix(flake.seconds, flake.low), mix(worldKey, ASPECT.post));
  const draw = new Draw(key);
  const featured = featuredPost(id);
  const hasMostPictures = id.endsWith(MOST_PICTURES.suffix);
  const kind = featured?.kind ?? (draw.chance(PHOTO_SHARE) || hasMostPictures ? 'photo' : 'video');
  const clip = draw.pick(CLIPS);
  const index = address.index ?? (origin ? undefined : indexOf(author, flake));
  return {
    id,
    key,
    author,
    index,
    createdAt: createdAtOf(flake),
    state: author.state === 'private' ? 'followers-only' : stateOfPostId(id),
    kind,
    clip,
    pictures: picturesOf(kind, hasMostPictures, draw),
    caption: captionOf(author, key, origin),
    sound: origin?.sound ?? soundOf(worldKey, { author, clip, flake, draw, kind }),
    region: author.region,
    isPinned: index !== undefined && index < PINNABLE && isPinnedIndex(author, index),
    reach: featured?.reach ?? author.reach * ownReach(author, index, key),
    playlistId: index === undefined ? undefined : playlistIdOfPost(author, index),
    place: origin?.place,
    effect: origin?.effect,
  };
}

function picturesOf(kind: Post['kind'], hasMost: boolean, draw: Draw): number {
  if (kind === 'video') return 0;
  return hasMost ? MOST_PICTURES.count : draw.between(1, 12);
}

/** An account's n-th post. */
export function scheduledPost(worldKey: number, author: Account, n: number): Post {
  return postOf(worldKey, author, { flake: postFlakeAt(author, n), index: n });
}

function ownReach(author: Account, index: number | undefined, key: number): number {
  if (index !== undefined) return weightOf(author.key, index);
  return 0.4 + (mix(key, ASPECT.fame) % 1_000) / 500;
}

interface SoundChoice {
  author: Account;
  clip: Clip;
  flake: Snowflake;
  draw: Draw;
  kind: Post['kind'];
}

function soundOf(worldKey: number, choice: SoundChoice): Sound {
  const { author, clip, flake, draw, kind } = choice;
  const canBeOriginal = kind === 'video' && (flake.low & 15) < ORDINARY_EXTRAS;
  if (canBeOriginal && draw.chance(0.5)) return originalSoundOf(flake, author, clip);
  return sharedSoundOf(worldKey, draw.next());
}

function indexOf(author: Account, flake: Snowflake): number | undefined {
  const n = mintedUntil(author.schedule, flake.seconds) - 1;
  if (n < 0 || mintedAt(author.schedule, n) !== flake.seconds) return undefined;
  return postFlakeAt(author, n).low === flake.low ? n : undefined;
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
