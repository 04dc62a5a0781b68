import type { Account } from './account';
import { generatedTag } from './handles';
import { hashText, mix, unit } from './hash';
import type { PostRange } from './listing';
import type { Post } from './post';
import type { Tag } from './handles';

/** What a short link leads to. */
export type ShortTarget =
  | { kind: 'post'; post: Post }
  | { kind: 'profile' | 'live'; account: Account }
  | { kind: 'music'; post: Post }
  | { kind: 'home' | 'login' | 'notfound' };

/** The part of the world that short links need. */
export interface Authors {
  readonly key: number;
  userByTag(tag: Tag): Account;
  userPosts(account: Account, range: PostRange): Post[];
}

/** Codes with these beginnings lead where the word says; documented in docs/sandbox.md. */
const WORDS = [
  'expired',
  'login',
  'notfound',
  'video',
  'photo',
  'profile',
  'live',
  'music',
] as const;

type Word = (typeof WORDS)[number];

const CANDIDATES = 12;
const OLDEST_POSTS = 24;

/**
 * Any code leads somewhere, and always to the same place. It counts from an account's oldest post,
 * so that a link keeps its meaning while the account goes on posting.
 */
export function shortTarget(world: Authors, code: string): ShortTarget {
  const key = hashText(mix(world.key, 111), code);
  const word = WORDS.find((beginning) => code.startsWith(beginning)) ?? usualWord(unit(key));
  if (word === 'expired') return { kind: 'home' };
  if (word === 'login' || word === 'notfound') return { kind: word };
  const post = postFor(world, key, word);
  if (!post) return { kind: 'home' };
  if (word === 'profile' || word === 'live') return { kind: word, account: post.author };
  return { kind: word === 'music' ? 'music' : 'post', post };
}

/** Most links that people share are posts. */
function usualWord(chance: number): Word {
  if (chance < 0.72) return 'video';
  if (chance < 0.86) return 'photo';
  if (chance < 0.94) return 'profile';
  return chance < 0.97 ? 'music' : 'live';
}

function postFor(world: Authors, key: number, word: Word): Post | undefined {
  const kind = word === 'photo' ? 'photo' : 'video';
  for (let candidate = 0; candidate < CANDIDATES; candidate += 1) {
    const account = world.userByTag(generatedTag(mix(key, candidate)));
    const posts = world.userPosts(account, { limit: OLDEST_POSTS, order: 'oldest-first' });
    const fitting = posts.filter((post) => post.kind === kind);
    const post = fitting[key % Math.max(1, Math.min(fitting.length, 4))];
    if (post) return post;
  }
  return undefined;
}
