import type { AnswerMeta } from '../cache/answer';
import { Answer } from '../cache/answer';
import type { Page } from './models';
import { collectPages, readPages } from './paging';
import { TikTokBlockedError } from './tiktok.errors';

const meta: AnswerMeta = {
  source: 'web-api',
  fetchedAtMs: 0,
  freshUntilMs: 1,
  cache: 'miss',
  version: 'v',
};

/** A list whose pages are given by cursor; `undefined` stands for a refusal. */
function listOf(pages: Record<string, Page<string> | undefined>) {
  const asked: string[] = [];
  return {
    asked,
    fetchPage: async (cursor = 'first') => {
      asked.push(cursor);
      const page = pages[cursor];
      if (!page) throw new TikTokBlockedError('captcha', 'refused');
      return Answer.of(page, meta);
    },
  };
}

function page(items: string[], cursor?: string): Page<string> {
  return { items, hasMore: cursor !== undefined, cursor, droppedCount: 0 };
}

const idOf = (item: string): string => item;

describe('collectPages', () => {
  it('follows cursors to the end and drops repeated rows', async () => {
    const { fetchPage, asked } = listOf({ first: page(['a', 'b'], '2'), 2: page(['b', 'c']) });
    const { items, ending } = await collectPages({ limits: { maxItems: 10 }, fetchPage, idOf });
    expect(items).toEqual(['a', 'b', 'c']);
    expect(ending).toEqual({ completeness: 'complete' });
    expect(asked).toEqual(['first', '2']);
  });

  it('stops at the wanted number and says that there is more', async () => {
    const { fetchPage, asked } = listOf({ first: page(['a', 'b'], '2'), 2: page(['c']) });
    const { ending } = await collectPages({ limits: { maxItems: 2 }, fetchPage, idOf });
    expect(ending.completeness).toBe('more');
    expect(asked).toEqual(['first']);
  });

  it('gives what was read when a later page is refused, and says so', async () => {
    const { fetchPage } = listOf({ first: page(['a'], '2'), 2: undefined });
    const { items, ending } = await collectPages({ limits: { maxItems: 10 }, fetchPage, idOf });
    expect(items).toEqual(['a']);
    expect(ending).toEqual({
      completeness: 'partial',
      completenessReason: 'tiktok.blocked: refused',
      nextCursor: '2',
    });
  });

  it('throws when the first page is refused', async () => {
    const { fetchPage } = listOf({ first: undefined });
    await expect(collectPages({ limits: { maxItems: 10 }, fetchPage, idOf })).rejects.toThrow(
      TikTokBlockedError,
    );
  });

  it('ends with a reason when the cursor stands still', async () => {
    const { fetchPage } = listOf({ first: page(['a'], '2'), 2: page(['b'], '2') });
    const { items, ending } = await collectPages({ limits: { maxItems: 10 }, fetchPage, idOf });
    expect(items).toEqual(['a', 'b']);
    expect(ending).toEqual({
      completeness: 'capped',
      completenessReason: 'TikTok gave the same cursor twice',
    });
  });

  it('ends with a reason when pages only repeat rows', async () => {
    const pages = {
      first: page(['a'], '2'),
      2: page(['a'], '3'),
      3: page(['a'], '4'),
      4: page(['a'], '5'),
    };
    const { items, ending } = await collectPages({ ...listOf(pages), idOf });
    expect(items).toEqual(['a']);
    expect(ending.completeness).toBe('capped');
  });

  it('says that a source without a cursor shows no more', async () => {
    const { fetchPage } = listOf({ first: { items: ['a'], hasMore: true, droppedCount: 0 } });
    const { ending } = await collectPages({ limits: { maxItems: 10 }, fetchPage, idOf });
    expect(ending).toEqual({
      completeness: 'capped',
      completenessReason: 'this source shows no more than 1 items',
    });
  });

  it.each([
    [
      { maxPages: 2 },
      { completeness: 'capped', completenessReason: 'our limit of 2 pages', nextCursor: '3' },
    ],
    [
      { timeoutMs: -1 },
      { completeness: 'capped', completenessReason: 'our limit of -1 ms', nextCursor: '2' },
    ],
    [
      { isTooOld: (item: string) => item === 'b' },
      { completeness: 'more', completenessReason: 'the rest is older', nextCursor: '3' },
    ],
    [{ maxItems: 2 }, { completeness: 'more', nextCursor: '3' }],
  ])('ends at the limit %j and says where to go on', async (limits, expected) => {
    const pages = { first: page(['a'], '2'), 2: page(['b'], '3'), 3: page(['c']) };
    const { ending } = await collectPages({ ...listOf(pages), idOf, limits });
    expect(ending).toEqual(expected);
  });

  it('stops when the caller gives up', async () => {
    const { fetchPage, asked } = listOf({ first: page(['a'], '2'), 2: page(['b']) });
    const giveUp = new AbortController();
    const pages = readPages({ fetchPage, idOf, signal: giveUp.signal });
    await pages.next();
    giveUp.abort();
    await expect(pages.next()).rejects.toThrow('aborted');
    expect(asked).toEqual(['first']);
  });
});

describe('pages asked for ahead', () => {
  /** A list of 100 rows by offset, in pages of 10 whose answers come in any order. */
  function offsetList(pageSize = 10) {
    const asked: number[] = [];
    let inFlight = 0;
    let mostInFlight = 0;
    return {
      asked,
      most: () => mostInFlight,
      fetchPage: async (cursor = '0') => {
        const start = Number(cursor);
        asked.push(start);
        mostInFlight = Math.max(mostInFlight, (inFlight += 1));
        for (let turn = 0; turn < 1 + (((start / 10) * 3) % 5); turn += 1) await Promise.resolve();
        inFlight -= 1;
        const items = Array.from(
          { length: Math.min(pageSize, 100 - start) },
          (_, index) => `${start + index}`,
        );
        const next = start + items.length;
        return Answer.of(
          { items, hasMore: next < 100, cursor: String(next), droppedCount: 0 },
          meta,
        );
      },
    };
  }

  it('are the same rows in the same order as one after another', async () => {
    const [one, ahead] = [offsetList(), offsetList()];
    const inTurn = await collectPages({ fetchPage: one.fetchPage, idOf });
    const offset = { pageSize: 10, ahead: 3 };
    const parallel = await collectPages({ fetchPage: ahead.fetchPage, idOf, offset });
    expect(parallel.items).toEqual(inTurn.items);
    expect(parallel.ending).toEqual(inTurn.ending);
    expect([one.most(), ahead.most()]).toEqual([1, 4]);
  });

  it('are no more than the items wanted need', async () => {
    const list = offsetList();
    const offset = { pageSize: 10, ahead: 3 };
    await collectPages({ fetchPage: list.fetchPage, idOf, offset, limits: { maxItems: 20 } });
    expect(list.asked).toEqual([0, 10]);
  });

  it('are not used when TikTok goes on somewhere else', async () => {
    const list = offsetList(7);
    const offset = { pageSize: 10, ahead: 2 };
    const { items } = await collectPages({ fetchPage: list.fetchPage, idOf, offset });
    expect(items).toEqual(Array.from({ length: 100 }, (_, index) => String(index)));
  });
});
