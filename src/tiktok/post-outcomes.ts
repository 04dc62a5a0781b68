import type { Answer } from '../cache/answer';
import type { Post } from './models';
import { TikTokError } from './tiktok.errors';

/** One of many posts: the answer, or why there is none. */
export type PostOutcome =
  | { readonly id: string; readonly answer: Answer<Post> }
  | { readonly id: string; readonly error: TikTokError };

/** What becomes of each id, in their order. The pacing of the transport bounds how many are asked for at a time. */
export function outcomesOf(
  ids: readonly string[],
  ask: (id: string) => Promise<Answer<Post>>,
): Promise<PostOutcome[]> {
  return Promise.all(
    ids.map(async (id) => {
      try {
        return { id, answer: await ask(id) };
      } catch (error) {
        if (error instanceof TikTokError) return { id, error };
        throw error;
      }
    }),
  );
}
