import { reachOfTag, topicOfTag } from './account';
import { LANGUAGES } from './data/languages';
import { TOPICS } from './data/topics';
import { ASPECT, Draw } from './draw';
import { generatedTag, type Tag } from './handles';
import { mix } from './hash';
import { scheduledPosts } from './listing';
import type { Lookup } from './lookup';
import { scheduledPost, type Post } from './post';

/** A feed has no pages: every call is another batch, and `batch` says which. */
export interface FeedRequest {
  kind: 'explore' | 'recommend';
  /** TikTok's number of a topic; 0 and 120 are all topics. */
  category?: number;
  /** A country from which every second author is taken, where possible. */
  region?: string;
  batch: number;
  count: number;
}

const CANDIDATES = 4;
const RECENT_POSTS = 30;
const SOUGHT_AUTHORS = 80;

export function feedPosts(lookup: Lookup, request: FeedRequest): Post[] {
  const { kind, category = 0, batch, count } = request;
  const draw = new Draw(mix(mix(lookup.key, ASPECT[kind]), mix(category, batch)));
  const posts = new Map<string, Post>();
  for (let tries = 0; posts.size < count && tries < count * 4; tries += 1) {
    const author = authorFor(lookup, request, draw);
    const newest = scheduledPosts(author, lookup.nowSeconds()) - 1;
    const index = Math.max(0, newest - draw.below(RECENT_POSTS));
    if (newest < 0 || author.state !== 'open') continue;
    const post = scheduledPost(lookup.key, author, index);
    posts.set(post.id, post);
  }
  return [...posts.values()];
}

/** Accounts are drawn until one posts about the wanted topic from the wanted country. */
function authorFor(lookup: Lookup, { category = 0, region = '' }: FeedRequest, draw: Draw) {
  const topic = TOPICS.find(({ categoryType }) => categoryType === category);
  const isCountry = LANGUAGES.some(({ regions }) => regions.includes(region));
  const country = isCountry && draw.chance(0.5) ? region : undefined;
  let tag = popularTag(lookup.key, draw);
  for (let left = SOUGHT_AUTHORS; left > 0; left -= 1) {
    const isOnTopic = !topic || topicOfTag(lookup.key, tag) === topic;
    if (isOnTopic && (!country || lookup.userByTag(tag).region === country)) break;
    tag = generatedTag(draw.next());
  }
  return lookup.userByTag(tag);
}

/** Feeds favour accounts that do well: the best of a few drawn at random. */
function popularTag(worldKey: number, draw: Draw): Tag {
  let best = generatedTag(draw.next());
  for (let left = CANDIDATES - 1; left > 0; left -= 1) {
    const other = generatedTag(draw.next());
    if (reachOfTag(worldKey, other) > reachOfTag(worldKey, best)) best = other;
  }
  return best;
}
