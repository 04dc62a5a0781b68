import type { AnswerMeta } from '../cache/answer';
import { Answer, combineMeta } from '../cache/answer';
import type { Page } from './models';
import type { Batch, Ending, PagingLimits } from './paging';
import { collectPages, readPages } from './paging';

/** What makes a list of TikTok's: how a page is had, and how its rows are told apart. */
export interface ListSource<T> {
  readonly fetchPage: (cursor: string | undefined) => Promise<Answer<Page<T>>>;
  readonly idOf: (item: T) => string;
  /** Leaves out rows that the caller does not want and TikTok cannot leave out itself. */
  readonly keep?: (item: T) => boolean;
  /**
   * Whether sources give rows in other places (pinned posts first, or among the others), so that a list whose source
   * changes half way may lack some.
   */
  readonly isOrderedBySource?: boolean;
  /** Where the cursor is an offset: rows a page, and how many pages may be asked for ahead. */
  readonly offset?: { readonly pageSize: number; readonly ahead: number };
}

export interface ReadOptions<T> {
  /** Where to begin; absent for the beginning. */
  readonly cursor?: string;
  readonly limits?: PagingLimits<T>;
  readonly signal?: AbortSignal;
}

/** A list of TikTok's that is read a page at a time, as a stream of pages, or whole. */
export class List<T> {
  constructor(private readonly source: ListSource<T>) {}

  /** One page as TikTok cuts it. `cursor` is what the page before gave. */
  async page(cursor?: string): Promise<Answer<Page<T>>> {
    const { fetchPage, keep } = this.source;
    const answer = await fetchPage(cursor);
    if (!keep) return answer;
    return answer.map((page) => ({ ...page, items: page.items.filter(keep) }));
  }

  /** New rows page by page, each row once; returns why the list ended. Throws what the first page throws. */
  pages(options: ReadOptions<T> = {}): AsyncGenerator<Batch<T>, Ending> {
    return readPages({ ...this.source, ...options });
  }

  /** All rows within the limits, each once, in TikTok's order, with the reason of the end in the provenance. */
  async collect(options: ReadOptions<T> = {}): Promise<Answer<readonly T[]>> {
    const whole = await this.collectWholePages(options);
    return whole.map((items) => items.slice(0, options.limits?.maxItems));
  }

  /** The same with all rows of the last page, for who sorts before cutting. */
  async collectWholePages(options: ReadOptions<T> = {}): Promise<Answer<readonly T[]>> {
    const { items, answers, ending } = await collectPages({ ...this.source, ...options });
    const metas = answers.map(({ meta }) => meta);
    const [first, ...others] = metas;
    if (!first) throw new Error('a list has at least one page');
    const changed = this.source.isOrderedBySource ? changeOfSource(metas) : undefined;
    const { completeness, completenessReason } = changed ?? ending;
    const meta = { ...combineMeta(first, others), completeness, completenessReason };
    return Answer.of(items, notKeptWhenPartial(meta));
  }
}

/** What is to be said of pages whose sources order their rows in ways of their own: some may be on none of them. */
export function changeOfSource(
  metas: readonly AnswerMeta[],
): Pick<Ending, 'completeness' | 'completenessReason'> | undefined {
  const sources = new Set(metas.map(({ source }) => source));
  if (sources.size < 2) return undefined;
  const completenessReason = `${[...sources].join(' and ')} gave its pages, and do not order them alike`;
  return { completeness: 'partial', completenessReason };
}

/** A list that broke off may be whole at the next try, so nobody should keep it. */
function notKeptWhenPartial(meta: AnswerMeta): AnswerMeta {
  return meta.completeness === 'partial' ? { ...meta, freshUntilMs: meta.fetchedAtMs } : meta;
}
