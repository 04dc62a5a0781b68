import type { AnswerMeta, Completeness } from '../../cache/answer';
import { Answer, combineMeta } from '../../cache/answer';
import type { List, Page } from '../../tiktok';
import { TikTokBlockedError } from '../../tiktok';
import { cappedBy } from './passed-page';

/** Where a list is read on: at which of TikTok's pages, and how many of its rows were given already. */
export interface Position {
  /** Absent for the first page. */
  readonly cursor?: string;
  readonly skip: number;
}

export interface Chunk<T> {
  readonly rows: readonly T[];
  /** The page that was read last. */
  readonly lastPage: Page<T>;
  /** Absent at the end. */
  readonly next?: Position;
}

export interface ChunkRequest {
  readonly from: Position;
  readonly size: number;
  /** How many of TikTok's pages may be read for it; as many as it takes to show 20 unless given. */
  readonly maxPages?: number;
}

export const beginning: Position = { skip: 0 };

const usualMaxPages = 20;

/**
 * `size` rows from TikTok's pages of another size. No row is lost or repeated from one chunk to the next: what is
 * left of the last page is where the next chunk begins.
 */
export async function readChunk<T>(
  list: Pick<List<T>, 'page'>,
  { from, size, maxPages = usualMaxPages }: ChunkRequest,
): Promise<Answer<Chunk<T>>> {
  const rows: T[] = [];
  const metas: AnswerMeta[] = [];
  let position = from;
  for (;;) {
    const { value: page, meta } = await list.page(position.cursor);
    metas.push(meta);
    const wanted = size - rows.length;
    const left = page.items.slice(position.skip);
    rows.push(...left.slice(0, wanted));
    const next = nextAfter(page, position, wanted);
    const isEnd = !next || rows.length >= size || metas.length >= maxPages;
    if (isEnd) return answerOf({ rows, lastPage: page, next }, metas);
    position = next;
  }
}

function nextAfter<T>(page: Page<T>, at: Position, wanted: number): Position | undefined {
  if (page.items.length - at.skip > wanted) return { ...at, skip: at.skip + wanted };
  const isMoving = page.cursor !== undefined && page.cursor !== at.cursor;
  return page.hasMore && isMoving ? { cursor: page.cursor, skip: 0 } : undefined;
}

function answerOf<T>(chunk: Chunk<T>, metas: readonly AnswerMeta[]): Answer<Chunk<T>> {
  const [first, ...others] = metas;
  if (!first) throw new Error('a chunk has at least one page');
  return Answer.of(chunk, { ...combineMeta(first, others), ...endingOf(chunk) });
}

function endingOf<T>({ rows, next, lastPage }: Chunk<T>): {
  completeness: Completeness;
  completenessReason?: string;
} {
  if (next && rows.length === 0)
    throw new TikTokBlockedError('empty_answer', 'TikTok gives page after page without a row');
  if (next) return { completeness: 'more' };
  return lastPage.hasMore ? cappedBy({ ...lastPage, items: rows }) : { completeness: 'complete' };
}
