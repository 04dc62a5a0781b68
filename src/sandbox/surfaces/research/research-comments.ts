import { COMMENT_FIELDS, researchComment } from '../../render/research';
import type { Comment } from '../../world/comments';
import type { World } from '../../world/world';
import { researchHandler, type Findings } from './research-answer';
import { ResearchRefusal } from './research-refusal';
import { countIn, idAsked, isPublic, placeIn, type ResearchBody } from './research-request';

/** Nobody gets further than this. */
const MOST_COMMENTS = 1_000;

/** `/v2/research/video/comment/list/` of a video or, since 2026, of a comment. */
export const researchComments = researchHandler({
  quota: 'content',
  fields: COMMENT_FIELDS,
  find: ({ world }, { body, fields }) => {
    const from = placeIn(body);
    const limit = Math.min(countIn(body, 10), MOST_COMMENTS - from);
    if (limit <= 0) throw new ResearchRefusal('Invalid count or cursor');
    return page(threadIn(world, body), { from, limit }, fields);
  },
});

interface Thread {
  /** Places; some hold a comment that TikTok withholds. */
  size: number;
  rows: (range: { from: number; limit: number }) => Comment[];
}

/** One id or the other: both at once are refused. */
function threadIn(world: World, body: ResearchBody): Thread {
  if (isAbsent(body['comment_id'])) return ofVideo(world, body);
  if (isAbsent(body['video_id'])) return ofComment(world, body);
  throw new ResearchRefusal('Either video_id or comment_id can be requested, not both');
}

function ofVideo(world: World, body: ResearchBody): Thread {
  const post = world.post(idAsked(body, 'video_id'));
  if (!isPublic(post)) throw new ResearchRefusal('The video_id is invalid: cannot find the video');
  const { places } = world.commentTotals(post);
  return { size: places, rows: (range) => world.comments(post, range) };
}

/** Any page of comments that was served before, of the web API or here, makes its ids known. */
function ofComment(world: World, body: ResearchBody): Thread {
  const id = idAsked(body, 'comment_id');
  const post = world.postOfThread(id);
  const comment = isPublic(post) ? world.comment(post, id) : undefined;
  if (!post || !comment) {
    throw new ResearchRefusal('The comment_id is invalid: cannot find the comment');
  }
  return { size: comment.replies, rows: (range) => world.replies(post, comment, range) };
}

function page(
  { size, rows }: Thread,
  { from, limit }: { from: number; limit: number },
  fields: readonly string[],
): Findings {
  const comments = rows({ from, limit }).map((comment) => researchComment(comment, fields));
  const reachable = Math.min(size, MOST_COMMENTS);
  const cursor = from + limit;
  return { data: { comments, cursor, has_more: cursor < reachable }, records: comments.length };
}

function isAbsent(value: unknown): boolean {
  return value === undefined || value === null;
}
