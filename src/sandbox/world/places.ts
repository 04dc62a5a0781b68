import { ASPECT, Draw } from './draw';
import { FIRST_WORDS, SECOND_WORDS } from './data/handle-words';
import { hashText, mix } from './hash';

/** A place that posts are tagged with. */
export interface Place {
  number: number;
  id: string;
  key: number;
  name: string;
  city: string;
  countryCode: string;
}

/** An effect, which TikTok's addresses call a sticker. */
export interface Effect {
  number: number;
  id: string;
  key: number;
  name: string;
  authorTag: number;
}

const BITS = 0x10000000;
const FIRST_PLACE = 22_535_000_000_000_000n;

/** Undefined for what no place is called; ids that end in 5001 name nothing (code 205001). */
export function placeNumberOfId(worldKey: number, id: string): number | undefined {
  if (!/^\d{5,20}$/.test(id) || id.endsWith('5001')) return undefined;
  const number = BigInt(id) - FIRST_PLACE;
  return number >= 0n && number < BITS ? Number(number) : numberOfId(worldKey, id);
}

/** Ids that end in 0208 name nothing (code 10208). */
export function effectNumberOfId(worldKey: number, id: string): number | undefined {
  if (!/^\d{3,20}$/.test(id) || id.endsWith('0208')) return undefined;
  return Number(id) < BITS ? Number(id) : numberOfId(worldKey, id);
}

export function placeOf(worldKey: number, number: number, id?: string): Place {
  const key = mix(mix(worldKey, ASPECT.place), number);
  const draw = new Draw(key);
  return {
    number,
    id: id ?? String(FIRST_PLACE + BigInt(number)),
    key,
    name: `${titled(draw.pick(SECOND_WORDS))} ${draw.pick(['Market', 'Park', 'Bridge', 'Café'])}`,
    city: titled(draw.pick(FIRST_WORDS)),
    countryCode: String(1_000_000 + draw.below(9_000_000)),
  };
}

export function effectOf(worldKey: number, number: number, id?: string): Effect {
  const key = mix(mix(worldKey, ASPECT.effect), number);
  const draw = new Draw(key);
  return {
    number,
    id: id ?? String(number),
    key,
    name: `${titled(draw.pick(FIRST_WORDS))} ${titled(draw.pick(SECOND_WORDS))}`,
    authorTag: (draw.next() & (BITS - 1)) | 1,
  };
}

function numberOfId(worldKey: number, id: string): number {
  return hashText(mix(worldKey, ASPECT.place), id) & (BITS - 1);
}

function titled(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}
