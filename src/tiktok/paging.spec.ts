import type { AnswerMeta } from '../cache/answer';
import { Answer } from '../cache/answer';
import type { Page } from './models';
import { collectPages } from './paging';
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
    const { items, ending } = await collectPages({ count: 10, fetchPage, idOf });
    expect(items).toEqual(['a', 'b', 'c']);
    expect(ending).toEqual({ completeness: 'complete' });
    expect(asked).toEqual(['first', '2']);
  });

  it('stops at the wanted number and says that there is more', async () => {
    const { fetchPage, asked } = listOf({ first: page(['a', 'b'], '2'), 2: page(['c']) });
    const { ending } = await collectPages({ count: 2, fetchPage, idOf });
    expect(ending.completeness).toBe('more');
    expect(asked).toEqual(['first']);
  });

  it('gives what was read when a later page is refused, and says so', async () => {
    const { fetchPage } = listOf({ first: page(['a'], '2'), 2: undefined });
    const { items, ending } = await collectPages({ count: 10, fetchPage, idOf });
    expect(items).toEqual(['a']);
    expect(ending).toEqual({
      completeness: 'partial',
      completenessReason: 'tiktok.blocked: refused',
    });
  });

  it('throws when the first page is refused', async () => {
    const { fetchPage } = listOf({ first: undefined });
    await expect(collectPages({ count: 10, fetchPage, idOf })).rejects.toThrow(TikTokBlockedError);
  });

  it('ends with a reason when the cursor stands still', async () => {
    const { fetchPage } = listOf({ first: page(['a'], '2'), 2: page(['b'], '2') });
    const { items, ending } = await collectPages({ count: 10, fetchPage, idOf });
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
    const { items, ending } = await collectPages({ ...listOf(pages), count: 10, idOf });
    expect(items).toEqual(['a']);
    expect(ending.completeness).toBe('capped');
  });

  it('says that a source without a cursor shows no more', async () => {
    const { fetchPage } = listOf({ first: { items: ['a'], hasMore: true, droppedCount: 0 } });
    const { ending } = await collectPages({ count: 10, fetchPage, idOf });
    expect(ending).toEqual({
      completeness: 'capped',
      completenessReason: 'this source shows no more than 1 items',
    });
  });
});
