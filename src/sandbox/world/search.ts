import type { Account } from './account';
import { ASPECT, Draw } from './draw';
import { FIRST_WORDS } from './data/handle-words';
import { canonicalHandle, generatedTag } from './handles';
import { hashText, mix } from './hash';
import { slotPost, slotPosts, type SlotList } from './listed-posts';
import type { Lookup, RowRange } from './lookup';
import type { Post } from './post';

/** What somebody types. Case and outer spaces do not matter. */
export interface Keyword {
  text: string;
  /** 28 bits that stand for it inside the ids of its posts. */
  number: number;
  key: number;
}

export interface PostSearch extends RowRange {
  order?: 'relevance' | 'likes';
  withinDays?: number;
}

const NUMBER_MASK = 0x0fffffff;
const DAY = 86_400;
const USER_ROWS = 37;
const HASHTAG_ROWS = 25;

export function keywordOf(worldKey: number, typed: string): Keyword {
  const text = foldKeyword(typed);
  const number = hashText(mix(worldKey, ASPECT.keyword), text) & NUMBER_MASK;
  return { text, number, key: mix(mix(worldKey, ASPECT.keyword), number) };
}

export function foldKeyword(typed: string): string {
  return typed.trim().replace(/\s+/g, ' ').toLowerCase();
}

export function postsFound(lookup: Lookup, keyword: Keyword, search: PostSearch): Post[] {
  const list = keywordSlots(keyword);
  const { from, limit, order = 'relevance', withinDays = 0 } = search;
  if (order === 'relevance' && withinDays === 0) return slotPosts(lookup, list, search);
  // Only a filter needs all candidates at once; there are some hundreds at most.
  const since = withinDays === 0 ? 0 : lookup.nowSeconds() - withinDays * DAY;
  const all = Array.from({ length: list.size }, (_, slot) => slotPost(lookup, list, slot));
  const fresh = all.filter(({ createdAt }) => createdAt >= since);
  if (order === 'likes') sortByLikes(lookup, fresh);
  return fresh.slice(from, from + limit);
}

/** How many rows an unfiltered search has. */
export function rowsFound(keyword: Keyword): number {
  return keywordSlots(keyword).size;
}

/** The handle that was typed, then names that begin with it, then others. */
export function usersFound(lookup: Lookup, keyword: Keyword, range: RowRange): Account[] {
  const accounts: Account[] = [];
  const end = Math.min(USER_ROWS, range.from + range.limit);
  for (let row = range.from; row < end; row += 1) {
    accounts.push(userRow(lookup, keyword, row));
  }
  return accounts;
}

/** Accounts that are live, whatever was typed. */
export function hostsFound(lookup: Lookup, keyword: Keyword, range: RowRange): Account[] {
  const rows = 5 + (keyword.key % 40);
  const end = Math.min(rows, range.from + range.limit);
  const hosts: Account[] = [];
  for (let row = range.from; row < end; row += 1) {
    const host = lookup.user(`live.${wordAt(keyword, row)}${row}`);
    if (host) hosts.push(host);
  }
  return hosts;
}

export function hashtagsFound(keyword: Keyword, range: RowRange): string[] {
  const stem = keyword.text.replace(/[^\p{L}\p{M}\p{N}_]/gu, '');
  const names = Array.from({ length: HASHTAG_ROWS }, (_, row) => {
    return row === 0 && stem !== '' ? stem : `${stem}${wordAt(keyword, row)}`;
  });
  return [...new Set(names)].slice(range.from, range.from + range.limit);
}

/** What the search box proposes while somebody types. */
export function suggestionsFor(keyword: Keyword): string[] {
  const words = new Set(Array.from({ length: 9 }, (_, row) => wordAt(keyword, row)));
  return [keyword.text, ...[...words].map((word) => `${keyword.text} ${word}`.trim())];
}

export function keywordSlots(keyword: Keyword): SlotList {
  return {
    kind: 'keyword',
    key: keyword.key,
    size: Math.floor(new Draw(keyword.key).logarithmic(60, 400)),
    numberAt: () => keyword.number,
    origin: { keyword: keyword.text },
  };
}

function sortByLikes(lookup: Lookup, posts: Post[]): void {
  const likes = new Map(posts.map((post) => [post.id, lookup.postCounts(post).likes]));
  posts.sort((a, b) => (likes.get(b.id) ?? 0) - (likes.get(a.id) ?? 0));
}

function userRow(lookup: Lookup, keyword: Keyword, row: number): Account {
  const stem = keyword.text.replace(/[^a-z0-9._]/g, '').slice(0, 14);
  const handle = row === 0 ? stem : `${stem}_${wordAt(keyword, row).slice(0, 6)}${row}`;
  const isNamed = stem !== '' && (row < 12 || row % 2 === 0);
  const account = isNamed && canonicalHandle(handle) ? lookup.user(handle) : undefined;
  // Reserved names (a private account, a missing one) are not found by searching.
  if (account?.state === 'open') return account;
  return lookup.userByTag(generatedTag(mix(keyword.key, row)));
}

function wordAt(keyword: Keyword, row: number): string {
  return FIRST_WORDS[mix(keyword.key, row) & 127] ?? '';
}
