import type { Answer } from '../../cache/answer';
import type { List, Page } from '../../tiktok';
import { TikTokBlockedError } from '../../tiktok';

/** A page as TikTok cut it, with TikTok's own cursor as a number. */
export interface PassedPage<T> {
  readonly page: Page<T>;
  /** Absent at the end. */
  readonly nextCursor?: number;
}

/**
 * One page of a list whose cursor is a number, an offset or a time, so that it can be handed to the caller as it
 * is. Where TikTok says that there is more and cannot be asked for it, the completeness says so.
 */
export async function passPage<T>(
  list: Pick<List<T>, 'page'>,
  cursor: number | undefined,
): Promise<Answer<PassedPage<T>>> {
  const asked = cursor ? String(cursor) : undefined;
  const answer = await list.page(asked);
  const page = answer.value;
  const nextCursor = numberOf(page.cursor);
  if (!page.hasMore) return answer.map(() => ({ page })).with({ completeness: 'complete' });
  if (nextCursor !== undefined && page.cursor !== (asked ?? '0'))
    return answer.map(() => ({ page, nextCursor })).with({ completeness: 'more' });
  return answer.map(() => ({ page })).with(cappedBy(page));
}

function numberOf(cursor: string | undefined): number | undefined {
  const number = Number(cursor);
  return cursor !== undefined && Number.isSafeInteger(number) ? number : undefined;
}

/** What to say of a list that goes on and cannot be followed; without a row that is a refusal. */
export function cappedBy({ items }: Page<unknown>) {
  if (items.length === 0)
    throw new TikTokBlockedError(
      'empty_answer',
      'TikTok says that there is more and gives nothing',
    );
  const completenessReason = 'TikTok says that there is more and gives no way to it';
  return { completeness: 'capped', completenessReason } as const;
}
