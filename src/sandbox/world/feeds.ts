import type { Account } from './account';
import { ASPECT, Draw } from './draw';
import { generatedTag } from './handles';
import { mix } from './hash';
import { postIdsIn } from './listing';
import type { Post } from './post';
import type { World } from './world';

/** A feed has no pages: every call is another batch, and `batch` says which. */
export interface FeedRequest {
  kind: 'explore' | 'recommend';
  category?: number;
  batch: number;
  count: number;
}

const CANDIDATES = 4;
const RECENT_POSTS = 30;

export function feedPosts(world: World, request: FeedRequest): Post[] {
  const { kind, category = 0, batch, count } = request;
  const draw = new Draw(mix(mix(world.key, ASPECT[kind]), mix(category, batch)));
  const posts = new Map<string, Post>();
  for (let tries = 0; posts.size < count && tries < count * 4; tries += 1) {
    const author = popularAccount(world, draw);
    const recent = postIdsIn(author, { limit: 1 + draw.below(RECENT_POSTS) }, world.nowSeconds());
    const post = world.post(recent.at(-1) ?? '');
    if (post) posts.set(post.id, post);
  }
  return [...posts.values()];
}

/** Feeds favour accounts that do well: the best of a few drawn at random. */
function popularAccount(world: World, draw: Draw): Account {
  let best = world.userByTag(generatedTag(draw.next()));
  for (let left = CANDIDATES - 1; left > 0; left -= 1) {
    const other = world.userByTag(generatedTag(draw.next()));
    if (other.reach > best.reach) best = other;
  }
  return best;
}
