import { ASPECT } from './draw';
import { postBefore } from './given';
import { mix } from './hash';
import type { Lookup } from './lookup';
import type { Post } from './post';

/** What TikTok shows beside a post: always the same batch for a post, and never the post itself. */
export function relatedPosts(lookup: Lookup, post: Post, limit: number): Post[] {
  const posts = new Map<string, Post>();
  for (let n = 0; posts.size < limit && n < limit * 3; n += 1) {
    const key = mix(mix(post.key, ASPECT.related), n);
    const other = postBefore(lookup, key, lookup.nowSeconds());
    if (other && other.id !== post.id) posts.set(other.id, other);
  }
  return [...posts.values()];
}
