import { Logger } from '@nestjs/common';
import type { AnswerMeta } from '../../cache/answer';
import type { Batch, Ending, List, Page, Post } from '../../tiktok';
import { Streamed } from '../answers/streamed';
import type { Pages } from './persistent-pages';
import { persistentPages } from './persistent-pages';
import type { SearchEnding } from './search-ending';
import { searchEndingOf } from './search-ending';

/** How a whole search becomes one JSON text. */
export interface FullSearch {
  readonly list: Pick<List<Post>, 'pages'>;
  /** What stands before the rows. */
  readonly opening: string;
  /** What stands behind them; it says where the search is not whole. */
  readonly closing: (ending: SearchEnding) => string;
  readonly present: (post: Post, meta: AnswerMeta) => object;
  /** Which posts are wanted; all of them unless given. */
  readonly keep?: (post: Post) => boolean;
  /** Whether the caller wants nothing behind this page. */
  readonly isEnough?: (page: Page<Post>) => boolean;
}

interface Progress {
  pageCount: number;
  completeness: string;
}

const maxPages = 250;
const pagesAUnit = 10;
const logger = new Logger('FullSearch');

/**
 * Reads a search to its end and sends what is read, each post once. Nothing is sent before the first page is there,
 * so a refusal of that one is an error with a status; a later one ends the text as valid JSON that says so.
 */
export async function openFullSearch(search: FullSearch): Promise<Streamed> {
  const pages = persistentPages(search.list, maxPages);
  const first = await pages.next();
  if (first.done) throw new Error('a list has at least one page');
  const progress = { pageCount: 0, completeness: 'partial' };
  return new Streamed({
    chunks: textOf(search, startingWith(first.value, pages), progress),
    unitsSoFar: () => Math.max(1, Math.ceil(progress.pageCount / pagesAUnit)),
    completeness: () => progress.completeness,
    meta: first.value.answer.meta,
  });
}

async function* startingWith(first: Batch<Post>, others: Pages): Pages {
  yield first;
  return yield* others;
}

async function* textOf(
  search: FullSearch,
  pages: Pages,
  progress: Progress,
): AsyncGenerator<string, void> {
  yield search.opening;
  const ending = yield* rowsOf(search, pages, progress);
  progress.completeness = ending.completeness;
  yield search.closing(searchEndingOf(ending));
}

async function* rowsOf(
  { present, keep = () => true, isEnough }: FullSearch,
  pages: Pages,
  progress: Progress,
): AsyncGenerator<string, Ending> {
  let separator = '';
  let isNothingThere = false;
  for (;;) {
    const step = await pages.next().catch(brokenOff);
    if (step.done) return isNothingThere ? { completeness: 'complete' } : step.value;
    progress.pageCount += 1;
    const { items, answer } = step.value;
    // Row by row: texts of a whole page are large enough to stay in memory for long.
    for (const post of items.filter(keep)) {
      yield separator + JSON.stringify(present(post, answer.meta));
      separator = ',';
    }
    const page = answer.value;
    // Where TikTok counts posts and lists none, the client takes that for a refusal; so here it counts none.
    isNothingThere = progress.pageCount === 1 && page.isListMissing === true && !page.hasMore;
    if (page.hasMore && isEnough?.(page)) return { completeness: 'more', nextCursor: page.cursor };
  }
}

/** The headers have left, so a fault of ours can only be said behind the rows. */
function brokenOff(error: unknown): IteratorReturnResult<Ending> {
  logger.error(error instanceof Error ? error.stack : error);
  const completenessReason = 'internal.error: Something went wrong on our side';
  return { done: true, value: { completeness: 'partial', completenessReason } };
}
