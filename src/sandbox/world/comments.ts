import type { Account } from './account';
import { commentRate } from './counts';
import { ANSWER_LINES, COMMENT_LINES, WORDLESS_LINES } from './data/comment-lines';
import { ASPECT, Draw } from './draw';
import { ageOfGrowth } from './growth';
import { generatedTag } from './handles';
import { mix } from './hash';
import type { Lookup, RowRange } from './lookup';
import type { Post } from './post';
import { composeId, parseId } from './snowflake';

export interface Comment {
  id: string;
  key: number;
  postId: string;
  /** The place in its thread; places never change. */
  index: number;
  author: Account;
  text: string;
  /** A language code, "un" for comments without words. */
  language: string;
  createdAt: number;
  likes: number;
  replies: number;
  /** The comment that this one answers; undefined at the top level. */
  parentId: string | undefined;
  /** The reply inside the thread that this one answers by name. */
  answers: { id: string; account: Account } | undefined;
  isByPostAuthor: boolean;
  isLikedByAuthor: boolean;
  isPinned: boolean;
  hasImage: boolean;
}

export interface CommentTotals {
  /** All comments with all replies, as the post's counter has it. */
  all: number;
  /** Places at the top level; some hold a comment that TikTok withholds. */
  places: number;
}

const TOP_LEVEL_SHARE = 0.7;
const MOST_PLACES = 800;
const WITHHELD_EVERY = 29;
/** Replies gather under every third comment, most of them under the first. */
const THREAD_SPACING = 3;
const REPLY_SECONDS = 30;
const INDEX_BITS = 12;
const INDEX_MASK = (1 << INDEX_BITS) - 1;

export function commentTotals(lookup: Lookup, post: Post): CommentTotals {
  const all = lookup.postCounts(post).comments;
  return { all, places: Math.min(MOST_PLACES, Math.ceil(all * TOP_LEVEL_SHARE)) };
}

/** A page of places; withheld ones are left out, so pages may be shorter than asked for. */
export function commentsOf(lookup: Lookup, post: Post, range: RowRange): Comment[] {
  const totals = commentTotals(lookup, post);
  const comments: Comment[] = [];
  const end = Math.min(totals.places, range.from + range.limit);
  for (let index = range.from; index < end; index += 1) {
    if (!isWithheld(post, index)) comments.push(commentAt(lookup, post, { index, totals }));
  }
  return comments;
}

/** The comment of a post that an id names. */
export function commentById(lookup: Lookup, post: Post, id: string): Comment | undefined {
  const index = (parseId(id)?.low ?? 0) & INDEX_MASK;
  const [comment] = commentsOf(lookup, post, { from: index, limit: 1 });
  return comment?.id === id ? comment : undefined;
}

/** Answers to a comment, oldest first. */
export function repliesOf(
  lookup: Lookup,
  thread: { post: Post; comment: Comment },
  range: RowRange,
): Comment[] {
  const { comment } = thread;
  const end = Math.min(comment.replies, range.from + range.limit);
  const replies: Comment[] = [];
  for (let index = range.from; index < end; index += 1) {
    replies.push(replyAt(lookup, thread, index));
  }
  return replies;
}

function isWithheld(post: Post, index: number): boolean {
  return index > 0 && mix(post.key + 1, index) % WITHHELD_EVERY === 0;
}

function commentAt(
  lookup: Lookup,
  post: Post,
  at: { index: number; totals: CommentTotals },
): Comment {
  const { index, totals } = at;
  const key = mix(mix(post.key, ASPECT.comments), index);
  const draw = new Draw(key);
  const createdAt = commentedAt(post, index);
  const words = wordsOf(draw, post);
  return {
    ...words,
    id: composeId({ seconds: createdAt, low: (key & ~INDEX_MASK) | index }),
    key,
    postId: post.id,
    index,
    author: lookup.userByTag(generatedTag(draw.next())),
    createdAt,
    likes: Math.floor((post.reach * draw.unit()) / (20 + index * index)),
    replies: repliesBefore(index + 1, totals) - repliesBefore(index, totals),
    parentId: undefined,
    answers: undefined,
    isByPostAuthor: false,
    isLikedByAuthor: draw.chance(0.12),
    isPinned: index === 0 && draw.chance(0.3),
  };
}

/** The comment comes when the counter reaches it, so the counter and the list agree at any time. */
function commentedAt(post: Post, index: number): number {
  const needed = Math.ceil(Math.floor(index / TOP_LEVEL_SHARE + 1) / commentRate(post));
  return post.createdAt + ageOfGrowth(needed / post.reach);
}

function repliesBefore(index: number, { all, places }: CommentTotals): number {
  if (places === 0) return 0;
  const total = Math.min(all - places, places / 2);
  const steps = Math.ceil(index / THREAD_SPACING) * THREAD_SPACING;
  const left = Math.max(0, 1 - steps / places);
  return Math.floor(total * (1 - left ** 12));
}

function wordsOf(draw: Draw, post: Post): Pick<Comment, 'text' | 'language' | 'hasImage'> {
  const hasImage = draw.chance(0.05);
  if (hasImage && draw.chance(0.5)) return { text: '', language: 'un', hasImage };
  if (draw.chance(0.15)) return { text: draw.pick(WORDLESS_LINES), language: 'un', hasImage };
  const own = post.author.language.code;
  const language = draw.chance(0.3) || !COMMENT_LINES[own] ? 'en' : own;
  return { text: draw.pick(COMMENT_LINES[language] ?? WORDLESS_LINES), language, hasImage };
}

function replyAt(
  lookup: Lookup,
  { post, comment }: { post: Post; comment: Comment },
  index: number,
): Comment {
  const key = mix(comment.key, index + 1);
  const draw = new Draw(key);
  const isByPostAuthor = draw.chance(0.2);
  const author = isByPostAuthor ? post.author : lookup.userByTag(generatedTag(draw.next()));
  const createdAt = Math.min(lookup.nowSeconds(), comment.createdAt + (index + 1) * REPLY_SECONDS);
  const isAnswer = index > 0 && draw.chance(0.25);
  const before = isAnswer ? replyAt(lookup, { post, comment }, index - 1) : undefined;
  const line = draw.pick(ANSWER_LINES);
  return {
    id: composeId({ seconds: createdAt, low: mix(key, 7) }),
    key,
    postId: post.id,
    index,
    author,
    text: before ? `@${before.author.handle} ${line}` : line,
    language: 'en',
    createdAt,
    likes: Math.floor((comment.likes * draw.unit()) / (3 + index)),
    replies: 0,
    parentId: comment.id,
    answers: before && { id: before.id, account: before.author },
    isByPostAuthor,
    isLikedByAuthor: !isByPostAuthor && draw.chance(0.1),
    isPinned: false,
    hasImage: false,
  };
}
