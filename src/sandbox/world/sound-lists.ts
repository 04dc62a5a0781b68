import { Draw, ASPECT } from './draw';
import { hashText, mix } from './hash';
import { LIST_DIGITS, listedPost, slotPosts, type SlotList } from './listed-posts';
import type { Lookup, RowRange } from './lookup';
import { postFlakeAt, scheduledPost, type Post } from './post';
import { mintedAt, mintedUntil } from './schedule';
import { composeId } from './snowflake';
import { openSeconds } from './slots';
import {
  otherSoundOf,
  postFlakeOfSound,
  sharedSoundIndex,
  sharedSoundOf,
  SHARED_SOUNDS,
  type Sound,
} from './sound';

/** Ids of posts hold the index of a shared sound in fifteen bits, the row in the thirteen above. */
const INDEX_BITS = 15;
/** With an original sound, the second modulo this is the index of the post that it came with. */
const ORIGINAL_STEP = 8_192;
/** The posts with an original sound spread over the latest so many steps: a year or so. */
const ORIGINAL_STEPS = 4_096;
const NUMBER_MASK = 0x0fffffff;

/** Any sound id names a sound, except those that end in 0203. */
export function soundById(lookup: Lookup, id: string): Sound | undefined {
  if (!/^\d{5,20}$/.test(id) || id.endsWith('0203')) return undefined;
  const index = sharedSoundIndex(lookup.key, id);
  if (index !== undefined) return sharedSoundOf(lookup.key, index);
  const flake = postFlakeOfSound(id);
  const original = flake ? lookup.post(composeId(flake))?.sound : undefined;
  return original?.id === id ? original : otherSoundOf(lookup.key, id);
}

export function otherSoundNumber(worldKey: number, id: string): number {
  return hashText(mix(worldKey, ASPECT.sound), id) & NUMBER_MASK;
}

export function sharedSoundOfNumber(worldKey: number, number: number): Sound {
  return sharedSoundOf(worldKey, (number & ((1 << INDEX_BITS) - 1)) % SHARED_SOUNDS);
}

/** The sound that a post uses whose id holds the tag of the sound's author. */
export function originalSoundAt(lookup: Lookup, tag: number, seconds: number): Sound | undefined {
  const author = lookup.userByTag(tag);
  const index = seconds % ORIGINAL_STEP;
  if (mintedAt(author.schedule, index) > lookup.nowSeconds()) return undefined;
  const { sound } = scheduledPost(lookup.key, author, index);
  return sound.isOriginal ? sound : undefined;
}

/** How many posts use a sound; far more than its list shows. */
export function soundUses(lookup: Lookup, sound: Sound): number {
  const rows = soundRows(lookup, sound);
  const factor = new Draw(mix(sound.key, ASPECT.reach)).logarithmic(1, 900);
  return sound.isOriginal ? rows : Math.floor(rows * factor);
}

/** How many rows the list of a sound has. */
export function soundRows(lookup: Lookup, sound: Sound): number {
  if (!sound.isOriginal) return soundSlots(lookup, sound).size;
  return 1 + originalSeconds(lookup, sound).length;
}

export function soundPosts(lookup: Lookup, sound: Sound, range: RowRange): Post[] {
  if (!sound.isOriginal) return slotPosts(lookup, soundSlots(lookup, sound), range);
  const { from, limit } = range;
  const first = from === 0 && limit > 0 ? postOfSound(lookup, sound) : undefined;
  const users = originalSeconds(lookup, sound).slice(Math.max(0, from - 1), from - 1 + limit);
  const low = (((sound.author?.tag ?? 0) << 4) | LIST_DIGITS.originalSound) >>> 0;
  const posts = users.map((seconds) => listedPost(lookup, { seconds, low }, { sound }));
  return first ? [first, ...posts] : posts;
}

/** The list of a sound that is nobody's original. */
export function soundSlots(lookup: Lookup, sound: Sound): SlotList {
  const index = sharedSoundIndex(lookup.key, sound.id);
  const number = otherSoundNumber(lookup.key, sound.id);
  return {
    kind: index === undefined ? 'otherSound' : 'sharedSound',
    key: sound.key,
    size: Math.floor(new Draw(mix(sound.key, ASPECT.lists)).logarithmic(40, 3_000)),
    numberAt: (row) => (index === undefined ? number : (row << INDEX_BITS) | index),
    origin: { sound },
  };
}

/** When the posts with an original sound were minted, and with that what their ids are. */
function originalSeconds(lookup: Lookup, sound: Sound): number[] {
  const flake = postFlakeOfSound(sound.id);
  const index = flake && sound.author ? indexOfOriginal(sound) : undefined;
  if (!flake || index === undefined) return [];
  const size = Math.floor(new Draw(mix(sound.key, ASPECT.lists)).logarithmic(0.2, 400));
  const latest = Math.floor((lookup.nowSeconds() - 120 - index) / ORIGINAL_STEP);
  const seconds: number[] = [];
  for (let slot = 0; slot < size; slot += 1) {
    const phase = (slot * 1_203 + sound.key) % ORIGINAL_STEPS;
    const step = latest - ((((latest - phase) % ORIGINAL_STEPS) + ORIGINAL_STEPS) % ORIGINAL_STEPS);
    const minted = step * ORIGINAL_STEP + index;
    if (minted > flake.seconds) seconds.push(minted);
  }
  const low = (((sound.author?.tag ?? 0) << 4) | LIST_DIGITS.originalSound) >>> 0;
  return seconds.filter((second) => openSeconds(second, low) === second);
}

function indexOfOriginal(sound: Sound): number | undefined {
  const flake = postFlakeOfSound(sound.id);
  if (!flake || !sound.author) return undefined;
  const index = mintedUntil(sound.author.schedule, flake.seconds) - 1;
  if (index < 0 || index >= ORIGINAL_STEP) return undefined;
  const own = postFlakeAt(sound.author, index);
  return own.seconds === flake.seconds && own.low === flake.low ? index : undefined;
}

function postOfSound(lookup: Lookup, sound: Sound): Post | undefined {
  const flake = postFlakeOfSound(sound.id);
  return flake ? lookup.post(composeId(flake)) : undefined;
}
