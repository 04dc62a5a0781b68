import type { Answer } from '../cache/answer';
import type { List } from './list';
import type { Post } from './models';
import { newestFirst } from './post-links';

/**
 * The newest `count` posts of an account's list. Pinned posts stand in front of it whatever their age, so they do
 * not count, and the cut comes after the sort.
 */
export async function newestOf(list: List<Post>, count: number): Promise<Answer<readonly Post[]>> {
  const read = await list.collectWholePages({
    limits: { maxItems: count, isCounted: ({ isPinned }) => !isPinned },
  });
  const newest = read.map((posts) => newestFirst(posts).slice(0, count));
  const isCut = read.value.length > count && read.meta.completeness === 'complete';
  return isCut ? newest.with({ completeness: 'more' }) : newest;
}
