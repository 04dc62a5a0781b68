import type { Post } from './post';

/** What a condition of the Research API can be about. */
export const QUERY_FIELDS = [
  'create_date',
  'username',
  'region_code',
  'video_id',
  'hashtag_name',
  'keyword',
  'music_id',
  'effect_id',
  'video_length',
] as const;

export type QueryField = (typeof QUERY_FIELDS)[number];

export const QUERY_OPERATIONS = ['EQ', 'IN', 'GT', 'GTE', 'LT', 'LTE'] as const;

export type QueryOperation = (typeof QUERY_OPERATIONS)[number];

export interface QueryCondition {
  field: QueryField;
  operation: QueryOperation;
  /** As `folded` writes them. */
  values: readonly string[];
}

/** Videos for which every condition of `and`, one of `or` and none of `not` holds. */
export interface VideoQuery {
  and: readonly QueryCondition[];
  or: readonly QueryCondition[];
  not: readonly QueryCondition[];
  /** The first and the last second of the dates that were asked for. */
  from: number;
  until: number;
}

export const VIDEO_LENGTHS = ['SHORT', 'MID', 'LONG', 'EXTRA_LONG'] as const;

/** Case matters nowhere, nor do the signs before names of people and hashtags. */
export function folded(field: QueryField, value: string): string {
  const text = value.trim();
  if (field === 'region_code' || field === 'video_length') return text.toUpperCase();
  return text.replace(/^[@#]/, '').toLowerCase();
}

export function meets(post: Post, query: VideoQuery): boolean {
  const { and, or, not, from, until } = query;
  const holds = (condition: QueryCondition) => isMet(post, condition);
  return (
    post.state === 'open' &&
    post.author.state === 'open' &&
    post.createdAt >= from &&
    post.createdAt <= until &&
    and.every(holds) &&
    (or.length === 0 || or.some(holds)) &&
    !not.some(holds)
  );
}

/** YYYYMMDD in UTC. */
export function dateOf(seconds: number): string {
  return new Date(seconds * 1000).toISOString().slice(0, 10).replace(/-/g, '');
}

/** 0 for pictures. */
export function secondsOf(post: Post): number {
  return post.kind === 'video' ? post.clip.seconds : 0;
}

function isMet(post: Post, { field, operation, values }: QueryCondition): boolean {
  if (operation === 'EQ' || operation === 'IN') return values.some((v) => HAS[field](post, v));
  const date = Number(dateOf(post.createdAt));
  return values.some((value) => COMPARISONS[operation](date, Number(value)));
}

const COMPARISONS: Readonly<
  Record<Exclude<QueryOperation, 'EQ' | 'IN'>, (one: number, other: number) => boolean>
> = {
  GT: (one, other) => one > other,
  GTE: (one, other) => one >= other,
  LT: (one, other) => one < other,
  LTE: (one, other) => one <= other,
};

const HAS: Readonly<Record<QueryField, (post: Post, value: string) => boolean>> = {
  create_date: (post, value) => dateOf(post.createdAt) === value,
  username: (post, value) => post.author.handle === value,
  region_code: (post, value) => post.region === value,
  video_id: (post, value) => post.id === value,
  hashtag_name: (post, value) =>
    post.caption.parts.some(({ kind, name }) => kind === 'hashtag' && name === value),
  keyword: (post, value) => post.caption.text.toLowerCase().includes(value),
  music_id: (post, value) => post.sound.id === value,
  effect_id: (post, value) => post.effect?.id === value,
  video_length: (post, value) => lengthOf(secondsOf(post)) === value,
};

function lengthOf(seconds: number): (typeof VIDEO_LENGTHS)[number] {
  if (seconds < 15) return 'SHORT';
  if (seconds <= 60) return 'MID';
  return seconds <= 300 ? 'LONG' : 'EXTRA_LONG';
}
