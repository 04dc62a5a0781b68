import type { Music, Page, Post } from './models';
import type { SearchPostsParams } from './operations';

/** What is searched for, and what of the found is wanted. */
export interface PostSearch extends Omit<SearchPostsParams, 'cursor'> {
  /** Only posts whose caption holds the keyword as it stands, whatever its case. */
  readonly matchExactly?: boolean;
  /** Only posts made at this Unix second or later. */
  readonly oldestSeconds?: number;
}

/** Which of the found posts are wanted; undefined when all are. A post without a time is kept. */
export function wantedOf(search: PostSearch): ((post: Post) => boolean) | undefined {
  const { keyword, matchExactly, oldestSeconds } = search;
  if (!matchExactly && oldestSeconds === undefined) return undefined;
  const wanted = keyword.toLowerCase();
  return ({ caption, createdAtSeconds = Infinity }) =>
    (!matchExactly || caption.toLowerCase().includes(wanted)) &&
    (oldestSeconds === undefined || createdAtSeconds >= oldestSeconds);
}

/** The sounds of a page of posts, each once. */
export function soundsOf(page: Page<Post>): Page<Music> {
  const sounds = page.items.flatMap(({ music }) => (music ? [[music.id, music] as const] : []));
  return { ...page, items: [...new Map(sounds).values()] };
}

/** Whether a sound's title or author holds one of the keyword's words. */
export function isNamedBy(keyword: string): (sound: Music) => boolean {
  const words = keyword.toLowerCase().split(/\s+/).filter(Boolean);
  return ({ title = '', authorName = '' }) => {
    const text = `${title} ${authorName}`.toLowerCase();
    return words.some((word) => text.includes(word));
  };
}
