import { setTimeout as sleep } from 'node:timers/promises';
import type { Batch, Ending, List, Post } from '../../tiktok';
import { TikTokError } from '../../tiktok';

export type Pages = AsyncGenerator<Batch<Post>, Ending>;

/** How long to wait before a page is asked for again: once for a stumble, and until a source has rested. */
const pausesMs = [1_000, 6_000];

/**
 * The pages of a list, each post once. Among hundreds of pages one often fails that is there a moment later, so the
 * list is taken up again where it broke off before it is given up. Before the first row it is not: that failure is an
 * answer.
 */
export async function* persistentPages(list: Pick<List<Post>, 'pages'>, maxPages: number): Pages {
  const run = { seen: new Set<string>(), hasBegun: false, pageCount: 0, failures: 0 };
  let cursor: string | undefined;
  for (;;) {
    const pages = list.pages({ cursor, limits: { maxPages: maxPages - run.pageCount } });
    const ending = yield* freshPages(pages, run, cursor);
    const pauseMs = pausesMs[run.failures];
    if (ending.completeness !== 'partial' || pauseMs === undefined) return ending;
    cursor = ending.nextCursor;
    run.failures += 1;
    await sleep(pauseMs);
  }
}

interface Run {
  readonly seen: Set<string>;
  /** Whether TikTok gave a row, wanted or not. */
  hasBegun: boolean;
  pageCount: number;
  /** In a row. */
  failures: number;
}

async function* freshPages(pages: Pages, run: Run, cursor: string | undefined): Pages {
  for (;;) {
    const step = await (run.hasBegun ? pages.next().catch(asEnding(cursor)) : pages.next());
    if (step.done) return step.value;
    const { items, answer } = step.value;
    const fresh = items.filter(({ id }) => !run.seen.has(id));
    for (const { id } of fresh) run.seen.add(id);
    run.pageCount += 1;
    // A list can go on for ever with pages that hold nothing.
    if (answer.value.items.length > 0) Object.assign(run, { hasBegun: true, failures: 0 });
    yield { items: fresh, answer };
  }
}

/** A list that is taken up again has no row of its own yet, so its refusal is thrown; it is the end of the whole. */
function asEnding(nextCursor: string | undefined) {
  return (error: unknown): IteratorReturnResult<Ending> => {
    if (!(error instanceof TikTokError)) throw error;
    const completenessReason = `${error.code}: ${error.message}`;
    return { done: true, value: { completeness: 'partial', completenessReason, nextCursor } };
  };
}
