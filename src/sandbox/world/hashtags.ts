import { ASPECT, Draw } from './draw';
import { LANGUAGES } from './data/languages';
import { GENERAL_HASHTAGS, TOPICS } from './data/topics';
import { FIRST_WORDS, SECOND_WORDS } from './data/handle-words';
import { hashText, mix } from './hash';

/** What does not change about a hashtag. */
export interface Hashtag {
  /** 28 bits that stand for it inside the ids of its posts. */
  number: number;
  id: string;
  key: number;
  name: string;
  state: 'open' | 'missing' | 'banned';
  /** How many rows its list has; TikTok lets nobody further. */
  reachable: number;
  description: string;
}

export interface HashtagCounts {
  posts: number;
  views: number;
}

const BITS = 0x10000000;
const FIRST_ID = 1_600_000_000_000_000;
const FILLERS = 300_000;
const MOST_REACHABLE = 5_000;
const GROWS_SINCE = Date.UTC(2018, 0, 1) / 1000;
const REFERENCE = Date.UTC(2026, 10, 1) / 1000;

export const KNOWN_HASHTAGS: readonly string[] = [
  ...GENERAL_HASHTAGS,
  ...TOPICS.flatMap(({ hashtags }) => hashtags),
  ...LANGUAGES.flatMap(({ hashtags }) => hashtags),
];

/** Without the sign, in lower case; undefined when no hashtag can be called that. */
export function canonicalHashtag(text: string): string | undefined {
  const name = text.replace(/^#/, '').toLowerCase();
  return /^[\p{L}\p{M}\p{N}_]{1,100}$/u.test(name) ? name : undefined;
}

/** Even for names that somebody typed; odd numbers spell a name themselves, like handles. */
export function hashtagNumber(worldKey: number, name: string): number {
  return hashText(mix(worldKey, ASPECT.hashtag), name.toLowerCase()) & (BITS - 2);
}

/** The number stands in the id, so a hashtag's id leads to its posts. */
export function hashtagIdOf(worldKey: number, name: string): string {
  return idOfNumber(worldKey, hashtagNumber(worldKey, name));
}

export function hashtagNumberOfId(worldKey: number, id: string): number | undefined {
  const number = (Number(id) - FIRST_ID) % BITS;
  const isOurs = /^\d{16}$/.test(id) && number >= 0 && idOfNumber(worldKey, number) === id;
  return isOurs ? number : undefined;
}

/** The name of a number that nobody remembers. */
export function spelledHashtag(number: number): string {
  const first = FIRST_WORDS[(number >>> 21) & 127] ?? '';
  return `${first}${SECOND_WORDS[(number >>> 14) & 127] ?? ''}${number & 0x3fff}`;
}

export function hashtagOf(worldKey: number, name: string, number: number): Hashtag {
  const key = mix(mix(worldKey, ASPECT.hashtag), number);
  const draw = new Draw(key);
  const topic = TOPICS.find(({ hashtags }) => hashtags.includes(name));
  const size = GENERAL_HASHTAGS.includes(name) ? MOST_REACHABLE : draw.logarithmic(150, 5_001);
  return {
    number,
    id: idOfNumber(worldKey, number),
    key,
    name,
    state: stateOfHashtag(name),
    reachable: name.startsWith('empty_') ? 0 : Math.floor(size),
    description: topic ? `${topic.name}, all of it invented (sandbox)` : '',
  };
}

export function hashtagCountsAt(hashtag: Hashtag, nowSeconds: number): HashtagCounts {
  const draw = new Draw(mix(hashtag.key, ASPECT.reach));
  const share = Math.max(0.05, (nowSeconds - GROWS_SINCE) / (REFERENCE - GROWS_SINCE));
  const posts = Math.floor(hashtag.reachable * draw.logarithmic(2, 4_000) * share);
  return { posts, views: Math.floor(posts * draw.logarithmic(800, 20_000)) };
}

function idOfNumber(worldKey: number, number: number): string {
  const filler = mix(mix(worldKey, number), ASPECT.hashtag) % FILLERS;
  return String(FIRST_ID + filler * BITS + number);
}

/** Names that behave badly on purpose. */
function stateOfHashtag(name: string): Hashtag['state'] {
  if (name.startsWith('missing_')) return 'missing';
  return name.startsWith('banned_') ? 'banned' : 'open';
}
