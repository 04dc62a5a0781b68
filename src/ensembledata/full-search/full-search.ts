import { Logger } from '@nestjs/common';
import type { AnswerMeta } from '../../cache/answer';
import { ProgressLog } from '../../progress/progress-log';
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
  readonly log: ProgressLog;
  pageCount: number;
  rowCount: number;
  completeness: string;
}

const maxPages = 250;
const pagesAUnit = 10;
const logger = new Logger('FullSearch');

/**
 * Reads a search to its end and sends what is read, each post once. Nothing is sent before the first row is there, or
 * the end, so a refusal until then is an error with a status; a later one ends the text as valid JSON that says so.
 */
export async function openFullSearch(search: FullSearch): Promise<Streamed> {
  const pages = persistentPages(search.list, maxPages);
  const beginning = await beginningOf(pages);
  const log = new ProgressLog({ log: logger });
  const progress = { log, pageCount: 0, rowCount: 0, completeness: 'partial' };
  return new Streamed({
    chunks: textOf(search, startingWith(beginning, pages), progress),
    unitsSoFar: () => Math.max(1, Math.ceil(progress.pageCount / pagesAUnit)),
    completeness: () => progress.completeness,
    meta: beginning[0].answer.meta,
  });
}

type Beginning = [Batch<Post>, ...Batch<Post>[]];

/** Pages up to the first that has rows, or is the last; those before it hold nothing and promise more. */
async function beginningOf(pages: Pages): Promise<Beginning> {
  let last = await nextOf(pages);
  const beginning: Beginning = [last];
  while (isHollow(last)) beginning.push((last = await nextOf(pages)));
  return beginning;
}

function isHollow({ answer: { value: page } }: Batch<Post>): boolean {
  return page.items.length === 0 && page.hasMore;
}

async function nextOf(pages: Pages): Promise<Batch<Post>> {
  const step = await pages.next();
  // A list that stands still without a row throws instead of ending.
  if (step.done) throw new Error('a list ends behind a page');
  return step.value;
}

async function* startingWith(beginning: Beginning, others: Pages): Pages {
  yield* beginning;
  return yield* others;
}

async function* textOf(
  search: FullSearch,
  pages: Pages,
  progress: Progress,
): AsyncGenerator<string, void> {
  yield search.opening;
  try {
    const ending = yield* rowsOf(search, pages, progress);
    progress.completeness = ending.completeness;
    yield search.closing(searchEndingOf(ending));
  } finally {
    progress.log.end(() => `${soFar(progress)} in the end, ${progress.completeness}`);
  }
}

function soFar({ rowCount, pageCount }: Progress): string {
  return `Full search: ${rowCount} rows of ${pageCount} pages`;
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
      progress.rowCount += 1;
    }
    progress.log.note(() => `${soFar(progress)} so far`);
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
