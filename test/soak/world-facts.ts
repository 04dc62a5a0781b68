import type { Post, World } from '../../src/sandbox';
import { isCount } from './counts';

type Members = Readonly<Record<string, unknown>>;
/** What is so, and whether the surface that answered tells it exactly. */
export interface Oracle {
  readonly world: World;
  readonly mayRound: boolean;
}

type Counter = 'plays' | 'likes' | 'comments' | 'shares' | 'saves' | 'reposts';

const counters: Readonly<Record<string, Counter>> = {
  play_count: 'plays',
  digg_count: 'likes',
  comment_count: 'comments',
  share_count: 'shares',
  collect_count: 'saves',
  repost_count: 'reposts',
  playCount: 'plays',
  diggCount: 'likes',
  commentCount: 'comments',
  shareCount: 'shares',
  collectCount: 'saves',
  repostCount: 'reposts',
};

/** The first thing in a body that the sandbox's world knows otherwise: a counter, caption or author of any post in it. */
export function wrongFactIn(body: unknown, oracle: Oracle): string | undefined {
  if (Array.isArray(body)) return firstOf(body, (row) => wrongFactIn(row, oracle));
  if (!isRecord(body)) return undefined;
  return (
    wrongPost(body, oracle) ?? firstOf(Object.values(body), (part) => wrongFactIn(part, oracle))
  );
}

function wrongPost(members: Members, oracle: Oracle): string | undefined {
  const id = members.aweme_id ?? members.id;
  const counts = members.statistics ?? members.stats;
  if (typeof id !== 'string' || !isRecord(counts) || typeof members.desc !== 'string')
    return undefined;
  const post = oracle.world.post(id);
  if (!post) return `there is no post ${id}`;
  if (members.desc !== post.caption.text) return `post ${id} says "${members.desc}"`;
  return wrongAuthor(post, members.author) ?? wrongCount(post, counts, oracle);
}

function wrongAuthor({ id, author }: Post, said: unknown): string | undefined {
  if (!isRecord(said)) return undefined;
  const handle = said.unique_id ?? said.uniqueId;
  if (typeof handle !== 'string' || handle === author.handle) return undefined;
  return `post ${id} is said to be by ${handle}`;
}

function wrongCount(post: Post, counts: Members, { world, mayRound }: Oracle): string | undefined {
  const known = world.postCounts(post);
  return firstOf(Object.entries(counts), ([name, count]) => {
    const counter = counters[name];
    if (counter === undefined || typeof count !== 'number') return undefined;
    if (isCount(count, known[counter], mayRound)) return undefined;
    return `post ${post.id} has ${known[counter]} ${counter}, not ${count}`;
  });
}

export function isRecord(value: unknown): value is Members {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function firstOf<T>(
  parts: readonly T[],
  look: (part: T) => string | undefined,
): string | undefined {
  for (const part of parts) {
    const found = look(part);
    if (found !== undefined) return found;
  }
  return undefined;
}
