import { commentOf, replyOf } from '../render/comment';
import type { Reply } from '../http/reply';
import type { SandboxRequest } from '../http/sandbox-request';
import type { JsonObject } from '../render/rendering';
import type { Comment } from '../world/comments';
import type { Post } from '../world/post';
import { renderingFor, type Emulator, type Handler } from './answering';
import { snakeReply } from './api-answer';
import { countAsked, offsetAsked } from './asked';

const COUNT = { usual: 20, most: 50 };

/** `/api/comment/list/`. Pages may be shorter than asked for and yet not the last. */
export const commentList: Handler = (emulator, request) => {
  const { world } = emulator;
  const from = offsetAsked(request);
  const limit = countAsked(request, COUNT);
  // Comments of a deleted post still come back.
  const post = world.post(request.query.get('aweme_id') ?? '');
  if (!post) return listReply(emulator, request, { comments: null, cursor: from, has_more: 0 });
  const rendering = renderingFor(emulator, request, 'api');
  const { all, places } = world.commentTotals(post);
  const page = world.comments(post, { from, limit });
  const comments = page.map((comment) => commentOf(rendering, post, comment));
  return listReply(emulator, request, {
    comments: all === 0 && post.key % 2 === 0 ? null : comments,
    cursor: Math.min(from + limit, Math.max(from, places)),
    has_filtered_comments: page.length < Math.min(limit, Math.max(0, places - from)) ? 1 : 0,
    has_more: from + limit < places ? 1 : 0,
    total: all,
  });
};

/** `/api/comment/list/reply/`: oldest first. */
export const replyList: Handler = (emulator, request) => {
  const { world } = emulator;
  const from = offsetAsked(request);
  const limit = countAsked(request, COUNT);
  const thread = threadAsked(emulator, request);
  if (!thread) return listReply(emulator, request, { comments: null, cursor: from, has_more: 0 });
  const { post, comment } = thread;
  const rendering = renderingFor(emulator, request, 'api');
  const page = world.replies(post, comment, { from, limit });
  return listReply(emulator, request, {
    comments: page.map((reply) => replyOf(rendering, post, reply)),
    cursor: from + page.length,
    has_more: from + page.length < comment.replies ? 1 : 0,
    total: comment.replies,
  });
};

function threadAsked(
  { world }: Emulator,
  { query }: SandboxRequest,
): { post: Post; comment: Comment } | undefined {
  const post = world.post(query.get('item_id') ?? query.get('aweme_id') ?? '');
  const comment = post && world.comment(post, query.get('comment_id') ?? '');
  return comment && { post, comment };
}

function listReply(emulator: Emulator, request: SandboxRequest, data: JsonObject): Reply {
  return snakeReply(emulator, request, {
    alias_comment_deleted: false,
    has_filtered_comments: 0,
    reply_style: 2,
    status_msg: '',
    top_gifts: null,
    ...data,
  });
}
