/** One page of a list as one surface gave it. */
export interface Page<T> {
  readonly items: readonly T[];
  /** Whether the surface says that more follows. */
  readonly hasMore: boolean;
  /** What to pass back for the next page, unchanged; absent where the surface has none. */
  readonly cursor?: string;
  /** Rows that were no readable item and were left out. */
  readonly droppedCount: number;
  /** The answer had no list at all, which TikTok sends for an empty one and for one that it hides. */
  readonly isListMissing?: true;
  /** How many rows the whole list has by TikTok's word; it can be more than can be paged. */
  readonly total?: number;
  /** What the further pages of a search are asked for with. */
  readonly searchId?: string;
}
