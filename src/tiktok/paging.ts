import type { Answer, Completeness } from '../cache/answer';
import type { Page } from './models';
import type { PageFetcherOptions } from './page-fetcher';
import { PageFetcher } from './page-fetcher';
import { TikTokBlockedError, TikTokError } from './tiktok.errors';

export interface PagingLimits<T> {
  readonly maxItems?: number;
  /** Which items count toward `maxItems`; all of them unless given. */
  readonly isCounted?: (item: T) => boolean;
  readonly maxPages?: number;
  /** For the whole list, from its first page on. */
  readonly timeoutMs?: number;
  /** Ends a list that runs from new to old; pinned items stand in front and are not asked. */
  readonly isTooOld?: (item: T) => boolean;
}

/**
 * Where `offset` is given, pages are asked for ahead: the rows are the same, and in the same order, as one page
 * after another gives them.
 */
export interface PagingRequest<T> extends PageFetcherOptions<T> {
  readonly idOf: (item: T) => string;
  /** Leaves out rows that are not wanted; they count neither as items nor as repeated. */
  readonly keep?: (item: T) => boolean;
  /** Where to begin; absent for the beginning. */
  readonly cursor?: string;
  readonly limits?: PagingLimits<T>;
  readonly signal?: AbortSignal;
}

/** New rows of one page, with the answer they came in. */
export interface Batch<T> {
  readonly items: readonly T[];
  readonly answer: Answer<Page<T>>;
}

/** Why a list ends where it does, and where it goes on. */
export interface Ending {
  readonly completeness: Completeness;
  readonly completenessReason?: string;
  /** Where to go on; absent where there is no more, or nobody can tell. */
  readonly nextCursor?: string;
}

// Pages with nothing new in a row after which a list is taken to go in circles.
const maxFruitlessPages = 3;

/**
 * Reads a list page by page and gives every row once. Ends with the reason: TikTok's end, a limit, a cursor that
 * stands still, or a refusal half way (`partial`). An error before the first row is thrown; so is an abort at any page.
 */
export async function* readPages<T>(request: PagingRequest<T>): AsyncGenerator<Batch<T>, Ending> {
  const fetcher = new PageFetcher(request);
  const progress = new Progress(request);
  for (;;) {
    request.signal?.throwIfAborted();
    const answer = await fetcher
      .fetch(progress.cursor, progress.itemsWanted)
      .catch((error: unknown) => {
        if (progress.isEmpty || !(error instanceof TikTokError)) throw error;
        return error;
      });
    if (answer instanceof TikTokError) return progress.brokenOff(answer);
    const items = progress.take(answer.value);
    yield { items, answer };
    const ending = progress.endingAfter(answer.value);
    if (ending) return ending;
    progress.cursor = answer.value.cursor;
  }
}

/** What has been read of a list so far. */
class Progress<T> {
  pageCount = 0;
  cursor: string | undefined;
  private itemCount = 0;
  private readonly seen = new Set<string>();
  private readonly startedAtMs = performance.now();
  private fruitlessPages = 0;
  private isPastAge = false;

  constructor(private readonly request: PagingRequest<T>) {
    this.cursor = request.cursor;
  }

  /** Nothing was read yet: what breaks off here is no list at all. */
  get isEmpty(): boolean {
    return this.seen.size === 0;
  }

  /** How many more items anyone wants. */
  get itemsWanted(): number {
    return (this.request.limits?.maxItems ?? Infinity) - this.itemCount;
  }

  /** The wanted rows of a page that were not there before. */
  take(page: Page<T>): readonly T[] {
    const { idOf, keep, limits } = this.request;
    const fresh = page.items.filter((item) => {
      const id = idOf(item);
      if (this.seen.has(id)) return false;
      this.seen.add(id);
      return true;
    });
    this.pageCount += 1;
    this.fruitlessPages = fresh.length > 0 ? 0 : this.fruitlessPages + 1;
    this.isPastAge = limits?.isTooOld !== undefined && fresh.some(limits.isTooOld);
    const wanted = keep ? fresh.filter(keep) : fresh;
    this.itemCount += limits?.isCounted ? wanted.filter(limits.isCounted).length : wanted.length;
    return wanted;
  }

  endingAfter(page: Page<T>): Ending | undefined {
    const { maxItems = Infinity } = this.request.limits ?? {};
    const nextCursor = page.cursor;
    if (this.itemCount > maxItems) return { completeness: 'more', nextCursor };
    if (!page.hasMore) return this.end(page);
    if (this.itemCount === maxItems) return { completeness: 'more', nextCursor };
    if (this.isPastAge)
      return { completeness: 'more', completenessReason: 'the rest is older', nextCursor };
    return this.standstill(nextCursor) ?? this.ownLimit(nextCursor);
  }

  /** TikTok's own end. Without a list and without a row, nobody can tell an empty one from a hidden one. */
  private end({ isListMissing }: Page<T>): Ending {
    if (!isListMissing || !this.isEmpty) return { completeness: 'complete' };
    const completenessReason = 'TikTok sent no list: there is nothing in it, or it is hidden';
    return { completeness: 'capped', completenessReason };
  }

  /** TikTok says that there is more and does not give it. */
  private standstill(nextCursor: string | undefined): Ending | undefined {
    const reason = this.standstillReason(nextCursor);
    if (reason === undefined) return undefined;
    if (!this.isEmpty) return { completeness: 'capped', completenessReason: reason };
    throw new TikTokBlockedError(
      'empty_answer',
      'TikTok says that there is more and gives nothing',
    );
  }

  private standstillReason(nextCursor: string | undefined): string | undefined {
    if (nextCursor === undefined) return `this source shows no more than ${this.itemCount} items`;
    if (nextCursor === this.cursor) return 'TikTok gave the same cursor twice';
    const isInCircles = this.fruitlessPages >= maxFruitlessPages;
    return isInCircles ? 'TikTok repeated rows without giving new ones' : undefined;
  }

  private ownLimit(nextCursor: string | undefined): Ending | undefined {
    const { maxPages = Infinity, timeoutMs = Infinity } = this.request.limits ?? {};
    const isLate = performance.now() - this.startedAtMs > timeoutMs;
    if (this.pageCount < maxPages && !isLate) return undefined;
    const limit = isLate ? `${timeoutMs} ms` : `${maxPages} pages`;
    return { completeness: 'capped', completenessReason: `our limit of ${limit}`, nextCursor };
  }

  brokenOff(error: TikTokError): Ending {
    const completenessReason = `${error.code}: ${error.message}`;
    return { completeness: 'partial', completenessReason, nextCursor: this.cursor };
  }
}

export interface Collected<T> {
  readonly items: readonly T[];
  readonly answers: readonly Answer<Page<T>>[];
  readonly ending: Ending;
}

/** The whole list at once, for lists that are bounded. */
export async function collectPages<T>(request: PagingRequest<T>): Promise<Collected<T>> {
  const items: T[] = [];
  const answers: Answer<Page<T>>[] = [];
  const pages = readPages(request);
  for (let step = await pages.next(); ; step = await pages.next()) {
    if (step.done) return { items, answers, ending: step.value };
    items.push(...step.value.items);
    answers.push(step.value.answer);
  }
}
