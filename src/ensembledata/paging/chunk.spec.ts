import * as fc from 'fast-check';
import type { AnswerMeta } from '../../cache/answer';
import { Answer } from '../../cache/answer';
import type { Page } from '../../tiktok';
import type { Chunk, Position } from './chunk';
import { beginning, readChunk } from './chunk';

const meta: AnswerMeta = {
  source: 'web-api',
  fetchedAtMs: 0,
  freshUntilMs: 1,
  cache: 'miss',
  version: '1',
};

/** A list in pages of these sizes; its cursors are the numbers of the pages. */
function listOf(sizes: readonly number[], isOpenEnded = false) {
  let row = 0;
  const pages = sizes.map((size) => Array.from({ length: size }, () => (row += 1)));
  const page = async (cursor = '0'): Promise<Answer<Page<number>>> => {
    const index = Number(cursor);
    const isLast = index === pages.length - 1;
    const next = isLast ? undefined : String(index + 1);
    const hasMore = !isLast || isOpenEnded;
    return Answer.of({ items: pages[index] ?? [], hasMore, cursor: next, droppedCount: 0 }, meta);
  };
  return { list: { page }, rows: pages.flat() };
}

async function walk(list: ReturnType<typeof listOf>['list'], size: number): Promise<number[][]> {
  const chunks: number[][] = [];
  for (let from: Position | undefined = beginning; from;) {
    const chunk: Chunk<number> = (await readChunk(list, { from, size })).value;
    chunks.push([...chunk.rows]);
    from = chunk.next;
  }
  return chunks;
}

describe('chunks over pages of another size', () => {
  it('hold every row once, in order, and are full but for the last one', async () => {
    const sizes = fc.array(fc.integer({ min: 1, max: 40 }), { minLength: 1, maxLength: 12 });
    await fc.assert(
      fc.asyncProperty(sizes, fc.integer({ min: 1, max: 100 }), async (pages, size) => {
        const { list, rows } = listOf(pages);
        const chunks = await walk(list, size);
        expect(chunks.flat()).toEqual(rows);
        expect(chunks.slice(0, -1).every(({ length }) => length === size)).toBe(true);
      }),
    );
  });

  it('go on over pages without a row', async () => {
    const { list, rows } = listOf([0, 3, 0, 0, 2]);
    expect(await walk(list, 4)).toEqual([rows.slice(0, 4), rows.slice(4)]);
  });

  it('say how the list ended', async () => {
    const { list } = listOf([3, 3]);
    const completeness = async (size: number) =>
      (await readChunk(list, { from: beginning, size })).meta.completeness;
    expect([await completeness(4), await completeness(6)]).toEqual(['more', 'complete']);
    const open = await readChunk(listOf([3], true).list, { from: beginning, size: 4 });
    expect([open.meta.completeness, open.value.next]).toEqual(['capped', undefined]);
  });

  it('take a list that promises rows and has none for a refusal', async () => {
    const promise = readChunk(listOf([0], true).list, { from: beginning, size: 4 });
    await expect(promise).rejects.toMatchObject({ code: 'tiktok.blocked' });
  });
});
