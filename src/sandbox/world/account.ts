import { ASPECT, Draw } from './draw';
import { FEATURED_ACCOUNTS } from './data/featured';
import { EMOJI, LANGUAGES, type Language } from './data/languages';
import { isMadeFor, stateOfHandle, type AccountState } from './data/reserved';
import { TOPICS, type Topic } from './data/topics';
import type { Tag } from './handles';
import { mix } from './hash';
import { MOST_POSTS, scheduleOf, type Schedule } from './schedule';
import { encodeSecUid } from './sec-uid';
import { composeId, parseId } from './snowflake';

/** What does not change about an account. Its counters are in AccountCounts. */
export interface Account {
  tag: Tag;
  key: number;
  handle: string;
  id: string;
  secUid: string;
  state: AccountState;
  nickname: string;
  bio: string;
  bioLink: string | undefined;
  createdAt: number;
  language: Language;
  region: string;
  topic: Topic;
  isVerified: boolean;
  hasPublicLikes: boolean;
  /** Whether others see its followers; TikTok has two ways of not showing them. */
  follows: 'shown' | 'refused' | 'left-out';
  playlists: number;
  collections: number;
  tellsStories: boolean;
  goesLive: boolean;
  /** Typical likes of one post after its first days. */
  reach: number;
  schedule: Schedule;
}

const FIRST_SIGNUP = Date.UTC(2016, 9, 1) / 1000;
/** An odd factor scatters tags over ids; its inverse modulo 2^32 gathers them again. */
const SPREAD = 0x9e3779b1;
const SPREAD_INVERSE = 0x0e8b2f51;
const LAST_SIGNUP = Date.UTC(2020, 11, 1) / 1000;

/** Ids depend on the tag alone, so every way that leads to an author leads to the same id. */
export function accountIdOf(worldKey: number, tag: Tag): string {
  const seconds = signupOf(mix(worldKey, tag));
  return composeId({ seconds, low: Math.imul((tag << 4) | 7, SPREAD) ^ worldKey });
}

export function accountOf(worldKey: number, handle: string, tag: Tag): Account {
  const key = mix(worldKey, tag);
  const draw = new Draw(mix(key, ASPECT.profile));
  const featured = FEATURED_ACCOUNTS[handle] ?? {};
  const anyLanguage = draw.chance(0.5) ? (LANGUAGES[0] as Language) : draw.pick(LANGUAGES);
  const language = LANGUAGES.find(({ code }) => code === featured.language) ?? anyLanguage;
  const anyReach = reachOfTag(worldKey, tag);
  const topic = topicOfTag(worldKey, tag);
  const nickname = featured.nickname ?? nicknameOf(draw, handle, language);
  return {
    tag,
    key,
    handle,
    id: accountIdOf(worldKey, tag),
    secUid: encodeSecUid(mix(worldKey, ASPECT.secUid), handle),
    state: stateOfHandle(handle),
    nickname,
    bio: bioOf(draw, language, topic),
    bioLink: draw.chance(0.3) ? `links.example/${handle}` : undefined,
    createdAt: signupOf(key),
    language,
    region: draw.pick(language.regions),
    topic,
    isVerified: featured.isVerified ?? anyReach > 30_000,
    hasPublicLikes: draw.chance(0.15) || isMadeFor(handle, 'likes'),
    follows: followsVisibility(handle, draw),
    playlists: isMadeFor(handle, 'lists') ? 3 : Math.max(0, draw.between(-4, 4)),
    collections: isMadeFor(handle, 'lists') ? 2 : Math.max(0, draw.between(-4, 3)),
    tellsStories: draw.chance(0.05) || isMadeFor(handle, 'stories'),
    goesLive: draw.chance(0.04) || isMadeFor(handle, 'live'),
    reach: featured.reach ?? anyReach,
    schedule: scheduleOf(key, signupOf(key), featured.posts ?? postsMadeFor(handle)),
  };
}

/** An id leads back to its tag: the multiplication is undone. */
export function tagOfAccountId(worldKey: number, id: string): Tag | undefined {
  const low = ((parseId(id)?.low ?? 0) ^ worldKey) >>> 0;
  const tag = Math.imul(low, SPREAD_INVERSE) >>> 4;
  return accountIdOf(worldKey, tag) === id ? tag : undefined;
}

/** Typical likes of a post, readable without the rest of the account: lists compare many. */
export function reachOfTag(worldKey: number, tag: Tag): number {
  return new Draw(mix(mix(worldKey, tag), ASPECT.fame)).logarithmic(15, 60_000);
}

/** When a generated account posts, without the rest of it. */
export function scheduleOfTag(worldKey: number, tag: Tag): Schedule {
  const key = mix(worldKey, tag);
  return scheduleOf(key, signupOf(key));
}

export function topicOfTag(worldKey: number, tag: Tag): Topic {
  return new Draw(mix(mix(worldKey, tag), ASPECT.topic)).pick(TOPICS);
}

function followsVisibility(handle: string, draw: Draw): Account['follows'] {
  if (isMadeFor(handle, 'hidden')) return 'refused';
  if (isMadeFor(handle, 'hiding')) return 'left-out';
  if (FEATURED_ACCOUNTS[handle] || !draw.chance(0.06)) return 'shown';
  return draw.chance(0.5) ? 'refused' : 'left-out';
}

function postsMadeFor(handle: string): number | undefined {
  return isMadeFor(handle, 'big') ? MOST_POSTS : undefined;
}

function signupOf(key: number): number {
  return new Draw(mix(key, ASPECT.account)).between(FIRST_SIGNUP, LAST_SIGNUP);
}

function nicknameOf(draw: Draw, handle: string, language: Language): string {
  const words = handle.split(/[._\d]+/).filter((word) => word !== '');
  const spelled = words.map((word) => word.charAt(0).toUpperCase() + word.slice(1)).join(' ');
  const name = draw.chance(0.4) || spelled === '' ? draw.pick(language.names) : spelled;
  return draw.chance(0.3) ? `${name} ${draw.pick(EMOJI)}` : name;
}

/** Every bio says that the account is not real. */
function bioOf(draw: Draw, language: Language, topic: Topic): string {
  const sentence = draw.pick(language.sentences);
  return `${topic.name} ${draw.pick(EMOJI)}\n${sentence}\n(sandbox account)`;
}
