import {
  at,
  readId,
  readInteger,
  readRecord,
  type UnknownRecord,
} from '../../src/tiktok/parsers/read';
import type { Page, Post, UserProfile } from '../../src/tiktok/models';

/** One entry of expected.json: facts about a file, read from it by other means than our parsers. */
export type Facts = UnknownRecord & { readonly kind: string };

/** Fails on an entry that is no object with a kind, so that a damaged list is never a passed one. */
export function readFacts(file: string, entry: unknown): Facts {
  const record = readRecord(entry);
  const kind = at(record, 'kind');
  if (record === undefined || typeof kind !== 'string') {
    throw new Error(`expected.json has no usable entry for ${file}`);
  }
  return { ...record, kind };
}

/** What we read from a profile page, under the names of expected.json. */
export function factsOfUser({ user, posts }: UserProfile): UnknownRecord {
  return {
    uniqueId: user.uniqueId,
    id: user.id,
    secUid: user.secUid,
    nickname: user.nickname,
    followerCount: user.stats.followerCount,
    heartCount: user.stats.heartCount,
    videoCount: user.stats.videoCount,
    posts: posts.length,
  };
}

export function factsOfPost(post: Post): UnknownRecord {
  return {
    id: post.id,
    author: post.author?.uniqueId,
    createTime: post.createdAtSeconds,
    desc: post.caption,
    diggCount: post.stats.diggCount,
    playCount: post.stats.playCount,
    commentCount: post.stats.commentCount,
    shareCount: post.stats.shareCount,
    images: post.images.length,
    renditions: post.video?.renditions.length,
    durationSeconds: post.video?.durationSeconds,
    musicId: post.music?.id,
  };
}

/** Every item is given with exactly the facts that expected.json has about it, so the lengths count too. */
export function factsOfPage(page: Page<Post>, expected: Facts): UnknownRecord {
  const rows: readonly unknown[] = Array.isArray(expected.items) ? expected.items : [];
  return {
    hasMore: page.hasMore,
    cursor: page.cursor,
    items: page.items.map((post, index) => pick(factsOfPost(post), rows[index])),
  };
}

/** The facts that the expectation names; what it does not name was not looked at there. */
export function pick(facts: UnknownRecord, expected: unknown): UnknownRecord {
  const names = Object.keys(readRecord(expected) ?? facts);
  return Object.fromEntries(
    names
      .filter((name) => name !== 'kind' && name !== 'statusCode')
      .map((name) => [name, facts[name]]),
  );
}

/** The entry in the units of our models: cursors are strings. */
export function expectedFacts(expected: Facts): UnknownRecord {
  const { cursor } = expected;
  const text = readId(cursor) ?? readInteger(cursor)?.toString() ?? cursor;
  const facts = cursor === undefined ? expected : { ...expected, cursor: text };
  return pick(facts, expected);
}
