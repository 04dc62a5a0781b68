import type { Post, TikTokClient, User } from '../../tiktok';
import { TikTokError } from '../../tiktok';

/** Profiles that are asked for at a time. */
const atOnce = 5;

/** The posts with their authors' profiles in place of the few words that searches have on them. */
export async function withAuthorStats(
  tiktok: Pick<TikTokClient, 'user'>,
  posts: readonly Post[],
): Promise<Post[]> {
  const handles = [...new Set(posts.flatMap(({ author }) => (author ? [author.uniqueId] : [])))];
  const profiles = new Map<string, User>();
  for (let start = 0; start < handles.length; start += atOnce)
    await Promise.all(
      handles.slice(start, start + atOnce).map(async (handle) => {
        const user = await profileOf(tiktok, handle);
        if (user) profiles.set(handle, user);
      }),
    );
  return posts.map((post) => ({ ...post, author: merged(post.author, profiles) }));
}

/** Undefined for one that TikTok does not show: the author stays as the search has it. */
async function profileOf(
  tiktok: Pick<TikTokClient, 'user'>,
  handle: string,
): Promise<User | undefined> {
  try {
    return (await tiktok.user({ handle: handle.toLowerCase() })).value.user;
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
