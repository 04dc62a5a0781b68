import {
  at,
  readId,
  readInteger,
  readList,
  readRecord,
  type UnknownRecord,
} from '../../src/tiktok/parsers/read';
import type { Comment, Page, Post, User, UserProfile } from '../../src/tiktok/models';

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

/** A search is a page of posts; what else it held is not looked at here but in the payload itself. */
export function factsOfSearch(page: Page<Post>, expected: Facts, json: Buffer): UnknownRecord {
  return { ...factsOfPage(page, expected), skippedTypes: otherTypes(json) };
}

export function factsOfUserSearch(page: Page<User>, json: Buffer): UnknownRecord {
  return {
    cursor: page.cursor,
    hasMore: page.hasMore,
    users: page.items.map((user) => user.uniqueId),
    music: readList(at(JSON.parse(json.toString()), 'music_list')).length,
  };
}

export function factsOfUsers(page: Page<User>, expected: Facts): UnknownRecord {
  const [first] = page.items;
  const facts = {
    id: first?.id,
    uniqueId: first?.uniqueId,
    followerCount: first?.stats.followerCount,
  };
  return { count: page.items.length, first: pick(facts, expected.first) };
}

export function factsOfComments(page: Page<Comment>, expected: Facts): UnknownRecord {
  const [first] = page.items;
  const facts = {
    cid: first?.id,
    text: first?.text,
    digg_count: first?.likeCount,
    user: first?.author?.uniqueId,
  };
  return {
    total: page.total,
    count: page.items.length,
    hasMore: page.hasMore,
    cursor: page.cursor,
    first: pick(facts, expected.first),
  };
}

export function factsOfAweme(post: Post): UnknownRecord {
  return {
    aweme_id: post.id,
    author: post.author?.uniqueId,
    images: post.images.length,
    digg_count: post.stats.diggCount,
    play_count: post.stats.playCount,
  };
}

export function factsOfOembed(post: Post): UnknownRecord {
  return { author_unique_id: post.author?.uniqueId, title: post.caption };
}

/** Entries of a search that are no posts: ours must have as many posts as there are entries without these. */
function otherTypes(json: Buffer): readonly unknown[] {
  const types = readList(at(JSON.parse(json.toString()), 'data')).map((entry) => at(entry, 'type'));
  return [...new Set(types.filter((type) => type !== 1))];
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
