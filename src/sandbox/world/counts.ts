import type { Account } from './account';
import { featuredPost } from './data/featured';
import { ASPECT, Draw } from './draw';
import { followsUntil } from './follow-pace';
import { growth, summedGrowth, weightBefore, weightOf } from './growth';
import { mix } from './hash';
import { createdAtOf, createdAtOfId, postFlakeAt, type Post } from './post';
import { mintedAt } from './schedule';

export interface PostCounts {
  plays: number;
  likes: number;
  comments: number;
  shares: number;
  saves: number;
  reposts: number;
}

export interface AccountCounts {
  followers: number;
  following: number;
  hearts: number;
  posts: number;
  likesGiven: number;
  friends: number;
}

const DAY = 86_400;
/** The newest posts are added up one by one; all older ones are past their rise. */
const SUMMED_SINGLY = 24;

export function postCountsAt(post: Post, nowSeconds: number): PostCounts {
  const draw = new Draw(mix(post.key, ASPECT.reach));
  const likes = likesAt(post, nowSeconds);
  const age = Math.max(0, nowSeconds - post.createdAt);
  return {
    plays: Math.floor(likes * (6 + 16 * draw.unit())) + Math.min(40, Math.floor(age / 30)),
    likes,
    comments: Math.floor(likes * commentRate(post)),
    shares: Math.floor(likes * (0.003 + 0.08 * draw.unit())),
    saves: Math.floor(likes * (0.02 + 0.15 * draw.unit())),
    reposts: Math.floor(likes * (0.001 + 0.01 * draw.unit())),
  };
}

/** Comments for each like. */
export function commentRate(post: Post): number {
  return 0.004 + 0.05 * new Draw(mix(post.key, ASPECT.comments)).unit();
}

function likesAt(post: Post, nowSeconds: number): number {
  return Math.floor(post.reach * growth(nowSeconds - post.createdAt));
}

/** `posts` is the number that the account has at that moment, extra posts not counted. */
export function accountCountsAt(
  account: Account,
  scheduled: { posts: number; extraIds: readonly string[] },
  nowSeconds: number,
): AccountCounts {
  const draw = new Draw(mix(account.key, ASPECT.likes));
  const ageDays = Math.max(0, nowSeconds - account.createdAt) / DAY;
  const followers = followsUntil(account, 'followers', nowSeconds);
  const following = followsUntil(account, 'following', nowSeconds);
  return {
    followers,
    following,
    hearts:
      scheduledHearts(account, scheduled.posts, nowSeconds) +
      extraHearts(scheduled.extraIds, nowSeconds),
    posts: scheduled.posts + scheduled.extraIds.length,
    likesGiven: Math.floor(draw.logarithmic(20, 60_000) * (ageDays / 2_500)),
    friends: Math.floor(Math.min(followers, following) * 0.2 * draw.unit()),
  };
}

function scheduledHearts(account: Account, posts: number, nowSeconds: number): number {
  const older = Math.max(0, posts - SUMMED_SINGLY);
  let hearts = 0;
  for (let n = older; n < posts; n += 1) {
    const createdAt = createdAtOf(postFlakeAt(account, n));
    hearts += Math.floor(account.reach * weightOf(account.key, n) * growth(nowSeconds - createdAt));
  }
  if (older === 0) return hearts;
  const oldestAge = nowSeconds - mintedAt(account.schedule, 0);
  const newestAge = nowSeconds - mintedAt(account.schedule, older - 1);
  const drip = summedGrowth(older, oldestAge, newestAge) - older;
  return hearts + Math.floor(account.reach * (weightBefore(account.key, older) + drip));
}

function extraHearts(ids: readonly string[], nowSeconds: number): number {
  let hearts = 0;
  for (const id of ids) {
    const reach = featuredPost(id)?.reach ?? 0;
    const createdAt = createdAtOfId(id);
    hearts += Math.floor(reach * growth(nowSeconds - createdAt));
  }
  return hearts;
}
