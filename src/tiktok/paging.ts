import type { Answer, Completeness } from '../cache/answer';
import type { Page } from './models';
import { TikTokError } from './tiktok.errors';

export interface CollectRequest<T> {
  readonly count: number;
  readonly fetchPage: (cursor: string | undefined) => Promise<Answer<Page<T>>>;
  readonly idOf: (item: T) => string;
}

/** Why a list ends where it does. */
export interface Ending {
  readonly completeness: Completeness;
  readonly completenessReason?: string;
}

export interface Collected<T> {
  readonly items: readonly T[];
  readonly answers: readonly Answer<Page<T>>[];
  readonly ending: Ending;
}

// Pages with nothing new in a row after which a list is taken to go in circles.
const maxFruitlessPages = 3;

/**
 * Follows a list page by page until `count` different items are there or the list ends. The first page's
 * error is the caller's; a later one ends the list as `partial` with what was read.
 */
export async function collectPages<T>(request: CollectRequest<T>): Promise<Collected<T>> {
  const { count, fetchPage, idOf } = request;
  const items = new Map<string, T>();
  const answers: Answer<Page<T>>[] = [];
  let cursor: string | undefined;
  let fruitless = 0;
  for (;;) {
    const answer = await fetchPage(cursor).catch((error: unknown) => {
      if (answers.length === 0 || !(error instanceof TikTokError)) throw error;
      return error;
    });
    if (answer instanceof TikTokError)
      return { items: [...items.values()], answers, ending: brokenOff(answer) };
    answers.push(answer);
    const sizeBefore = items.size;
    for (const item of answer.value.items) if (!items.has(idOf(item))) items.set(idOf(item), item);
    fruitless = items.size > sizeBefore ? 0 : fruitless + 1;
    const ending = endingAfter(answer.value, { have: items.size, count, cursor, fruitless });
    if (ending) return { items: [...items.values()], answers, ending };
    cursor = answer.value.cursor;
  }
}

interface Progress {
  readonly have: number;
  readonly count: number;
  readonly cursor: string | undefined;
  readonly fruitless: number;
}

function endingAfter<T>(page: Page<T>, progress: Progress): Ending | undefined {
  const { have, count, cursor, fruitless } = progress;
  if (have > count) return { completeness: 'more' };
  if (!page.hasMore) return { completeness: 'complete' };
  if (have === count) return { completeness: 'more' };
  if (page.cursor === undefined) return capped(`this source shows no more than ${have} items`);
  if (page.cursor === cursor) return capped('TikTok gave the same cursor twice');
  if (fruitless >= maxFruitlessPages) return capped('TikTok repeated rows without giving new ones');
  return undefined;
}

function capped(completenessReason: string): Ending {
  return { completeness: 'capped', completenessReason };
}

function brokenOff(error: TikTokError): Ending {
  return { completeness: 'partial', completenessReason: `${error.code}: ${error.message}` };
}
