import type { Ending } from '../../tiktok';

/** Why a search is not whole. */
export interface Incomplete {
  /** Stable code to match on. */
  readonly code: string;
  readonly detail: string;
}

/** What is said behind the rows. */
export interface SearchEnding {
  /** Absent when the search was read to TikTok's end, or as far as the caller wanted. */
  readonly incomplete?: Incomplete;
  /** Where more can be had; TikTok's own cursor. */
  readonly nextCursor?: string;
}

/** What to say of how a list ended. */
export function searchEndingOf(ending: Ending): SearchEnding {
  const { completeness, completenessReason: detail = '', nextCursor } = ending;
  switch (completeness) {
    case 'complete':
      return {};
    case 'more':
      return { nextCursor };
    case 'capped': {
      const code = nextCursor === undefined ? 'tiktok.capped' : 'limit';
      return { incomplete: { code, detail }, nextCursor };
    }
    case 'partial': {
      const { code = 'internal.error', text = detail } =
        /^(?<code>[a-z]+\.[a-z_]+): (?<text>.*)$/s.exec(detail)?.groups ?? {};
      return { incomplete: { code, detail: text }, nextCursor };
    }
  }
}
