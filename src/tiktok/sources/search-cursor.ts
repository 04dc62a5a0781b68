import type { Page } from '../models';

/** Where a search goes on: an offset, and TikTok's id of the search that the first page began. */
export interface SearchPosition {
  readonly offset: string;
  readonly searchId: string;
}

/** Reads a cursor that {@link withSearchCursor} made; the beginning of a new search when there is none. */
export function searchPosition(cursor: string | undefined): SearchPosition {
  const [offset = '0', searchId = ''] = cursor?.split('~') ?? [];
  return { offset, searchId };
}

/** Ties the next offset to the id of the search, which TikTok wants back with it. */
export function withSearchCursor<T>(page: Page<T>, cursor: string | undefined): Page<T> {
  if (page.cursor === undefined) return page;
  const searchId = searchPosition(cursor).searchId || (page.searchId ?? '');
  return { ...page, cursor: `${page.cursor}~${searchId}` };
}
