import type { Answer } from '../cache/answer';
import type { Page } from './models';

export type FetchPage<T> = (cursor: string | undefined) => Promise<Answer<Page<T>>>;

export interface PageFetcherOptions<T> {
  readonly fetchPage: FetchPage<T>;
  /** For lists whose cursor is an offset: how many rows a page has, how many pages may be asked for ahead. */
  readonly offset?: { readonly pageSize: number; readonly ahead: number };
}

/**
 * Fetches the pages of one list. Where the cursor is an offset, the pages behind the one asked for are begun at
 * the same time; a page that turns out not to follow (TikTok gave another cursor) is never used.
 */
export class PageFetcher<T> {
  private readonly ahead = new Map<string, Promise<Answer<Page<T>>>>();

  constructor(private readonly options: PageFetcherOptions<T>) {}

  /** The page at `cursor`, with as many behind it begun as hold `itemsWanted`. */
  fetch(cursor: string | undefined, itemsWanted: number): Promise<Answer<Page<T>>> {
    const { fetchPage, offset } = this.options;
    const key = cursor ?? '0';
    if (!offset || !/^\d+$/.test(key)) return fetchPage(cursor);
    const page = this.ahead.get(key) ?? fetchPage(cursor);
    this.ahead.delete(key);
    this.forgetBefore(Number(key));
    const pagesWanted = Math.ceil(itemsWanted / offset.pageSize) - 1;
    for (let step = 1; step <= Math.min(offset.ahead, pagesWanted); step += 1)
      this.begin(String(Number(key) + step * offset.pageSize));
    return page;
  }

  private begin(cursor: string): void {
    if (this.ahead.has(cursor)) return;
    const page = this.options.fetchPage(cursor);
    // Behind the end of the list, or after a refusal, nobody may ever look at it.
    page.catch(() => undefined);
    this.ahead.set(cursor, page);
  }

  private forgetBefore(offset: number): void {
    for (const cursor of this.ahead.keys()) if (Number(cursor) < offset) this.ahead.delete(cursor);
  }
}
