import { Injectable } from '@nestjs/common';
import { LRUCache } from 'lru-cache';
import type { Answer } from '../../cache/answer';
import type { List } from '../../tiktok';
import type { Chunk, Position } from './chunk';
import { beginning, readChunk } from './chunk';

export interface SearchChunkRequest<T> {
  /** What is searched for, whole: two searches with the same words are one. */
  readonly search: object;
  readonly list: Pick<List<T>, 'page'>;
  /** How many rows to pass over. */
  readonly offset: number;
  readonly size: number;
}

export interface SearchChunk<T> extends Chunk<T> {
  /** How many rows are behind whoever has read this; absent at the end. */
  readonly nextCursor?: number;
}

const maxPositions = 10_000;
// TikTok gives every search an id, and nobody has said how long it is good for.
const ttlMs = 20 * 60 * 1000;
const maxWalkedPages = 250;

/**
 * Searches by the number of rows passed over, as callers page them, over TikTok's searches, which go on with an
 * offset and the id of the search. Where a row number stands in TikTok's search is remembered; another replica,
 * or this one after a restart, finds it by reading from the beginning, which the cache mostly has.
 */
@Injectable()
export class SearchPositions {
  private readonly positions = new LRUCache<string, Position>({ max: maxPositions, ttl: ttlMs });

  async read<T>(request: SearchChunkRequest<T>): Promise<Answer<SearchChunk<T>>> {
    const { list, offset, size } = request;
    const from = await this.find(request);
    if (!from) return emptyChunk(list);
    const answer = await readChunk(list, { from, size });
    const { rows, next } = answer.value;
    if (!next) return answer;
    const nextCursor = offset + rows.length;
    this.positions.set(keyOf(request, nextCursor), next);
    return answer.map((chunk) => ({ ...chunk, nextCursor }));
  }

  /** Undefined when the search has no such row. */
  private async find<T>(request: SearchChunkRequest<T>): Promise<Position | undefined> {
    const { list, offset } = request;
    if (offset === 0) return beginning;
    const known = this.positions.get(keyOf(request, offset));
    if (known) return known;
    const walk = { from: beginning, size: offset, maxPages: maxWalkedPages };
    const { rows, next } = (await readChunk(list, walk)).value;
    return rows.length === offset ? next : undefined;
  }
}

/** What is behind the end of a search. */
async function emptyChunk<T>(list: Pick<List<T>, 'page'>): Promise<Answer<SearchChunk<T>>> {
  const first = await list.page();
  return first.map((lastPage) => ({ rows: [], lastPage })).with({ completeness: 'complete' });
}

function keyOf({ search }: { search: object }, offset: number): string {
  return `${offset} ${JSON.stringify(search)}`;
}
