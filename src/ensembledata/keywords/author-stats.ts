import type { AnswerMeta } from '../../cache/answer';
import { combineMeta } from '../../cache/answer';
import type { Post, TikTokClient, User } from '../../tiktok';
import { TikTokError } from '../../tiktok';

/** Profiles that are asked for at a time. */
const atOnce = 5;

export interface WithAuthorStats {
  readonly posts: readonly Post[];
  /** Of the posts and all profiles; an answer that lacks one is nobody's to keep. */
  readonly meta: AnswerMeta;
}

/** The posts with their authors' profiles in place of the few words that searches have on them. */
export async function withAuthorStats(
  tiktok: Pick<TikTokClient, 'user'>,
  posts: readonly Post[],
  meta: AnswerMeta,
): Promise<WithAuthorStats> {
  const handles = [...new Set(posts.flatMap(({ author }) => (author ? [author.uniqueId] : [])))];
  const profiles = new Map<string, User>();
  const metas: AnswerMeta[] = [];
  for (let start = 0; start < handles.length; start += atOnce)
    await Promise.all(
      handles.slice(start, start + atOnce).map(async (handle) => {
        const answer = await profileOf(tiktok, handle);
        if (!answer) return;
        profiles.set(handle, answer.value.user);
        metas.push(answer.meta);
      }),
    );
  const isLacking = profiles.size < handles.length;
  return {
    posts: posts.map((post) => ({ ...post, author: merged(post.author, profiles) })),
    meta: { ...combineMeta(meta, metas), ...(isLacking && { isOneOff: true }) },
  };
}

/** Undefined for one that TikTok does not show: the author stays as the search has it. */
async function profileOf(tiktok: Pick<TikTokClient, 'user'>, handle: string) {
  try {
    return await tiktok.user({ handle: handle.toLowerCase() });
  } catch (error) {
    if (error instanceof TikTokError) return undefined;
    throw error;
  }
}

function merged(author: User | undefined, profiles: ReadonlyMap<string, User>): User | undefined {
  const profile = author && profiles.get(author.uniqueId);
  if (!profile) return author;
  const known = Object.entries(profile).filter(([, value]) => value !== undefined);
  return { ...author, ...Object.fromEntries(known) };
}
