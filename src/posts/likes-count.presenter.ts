import type { AnswerMeta } from '../cache/answer';
import type { LikesCountDto } from './likes-count.dto';

export interface LikesCountView {
  readonly user_id: string;
  readonly video_id: string;
  readonly accepted: string;
}

/** The documented sentence, or the same facts as JSON for callers who accept that. */
export function presentLikesCount({ user_id, video_id, accepted }: LikesCountView) {
  return (likes_count: number, { fetchedAtMs }: AnswerMeta): string | LikesCountDto => {
    if (accepted !== 'application/json')
      return `For video ${video_id} it is total of ${likes_count} likes`;
    return { user_id, video_id, likes_count, fetched_at: new Date(fetchedAtMs).toISOString() };
  };
}
