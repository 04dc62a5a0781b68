import { hexOf } from '../world/hash';
import type { Comment } from '../world/comments';
import type { Post } from '../world/post';
import { PHOTO_SIZE } from '../media/library';
import type { Json, JsonObject, Rendering } from './rendering';
import { commentUser } from './snake-user';

/** A comment of the top level, with one reply as a foretaste where there are any. */
export function commentOf(rendering: Rendering, post: Post, comment: Comment): JsonObject {
  const [first] = rendering.world.replies(post, comment, { from: 0, limit: 1 });
  return {
    ...common(rendering, post, comment),
    reply_comment: first && comment.key % 2 === 0 ? [replyOf(rendering, post, first)] : null,
    reply_comment_total: comment.replies,
    reply_id: '0',
    reply_to_reply_id: '0',
    sort_extra_score: {
      reply_score: comment.replies / 1000,
      show_more_score: comment.likes / 1_000_000,
    },
    sort_tags: comment.index < 3 ? '{"top_list":1}' : '',
    stick_position: comment.isPinned ? 1 : 0,
    thread_has_more: false,
    thread_id: 0,
  };
}

export function replyOf(rendering: Rendering, post: Post, reply: Comment): JsonObject {
  return {
    ...common(rendering, post, reply),
    reply_comment: null,
    reply_id: reply.parentId ?? '0',
    reply_to_reply_id: reply.answers?.id ?? '0',
  };
}

function common(rendering: Rendering, post: Post, comment: Comment): JsonObject {
  return {
    allow_download_photo: true,
    author_pin: comment.isPinned,
    aweme_id: post.id,
    cid: comment.id,
    collect_stat: 0,
    comment_language: comment.language,
    comment_post_item_ids: null,
    create_time: comment.createdAt,
    digg_count: comment.likes,
    fold_status: -1,
    forbid_reply_with_video: false,
    image_list: comment.hasImage ? [pictureOf(rendering, comment)] : null,
    is_author_digged: comment.isLikedByAuthor,
    is_comment_translatable: comment.language !== 'un' && comment.language !== 'en',
    is_high_purchase_intent: false,
    label_list: labelsOf(comment),
    no_show: false,
    share_info: shareInfo(post, comment),
    status: 1,
    text: comment.text,
    text_extra: mentionsIn(comment),
    trans_btn_style: 0,
    user: commentUser(rendering, comment.author),
    user_buried: false,
    user_digged: 0,
  };
}

function labelsOf({ isByPostAuthor, isLikedByAuthor }: Comment): Json {
  if (isByPostAuthor) return [{ text: 'Creator', type: 1 }];
  return isLikedByAuthor ? [{ text: 'Liked by creator', type: 2 }] : null;
}

function mentionsIn({ answers }: Comment): JsonObject[] {
  if (!answers) return [];
  const { id, secUid, handle } = answers.account;
  const end = handle.length + 1;
  return [
    { start: 0, end, user_id: id, sec_uid: secUid, hashtag_id: '', hashtag_name: '', type: 0 },
  ];
}

function pictureOf({ links }: Rendering, { key }: Comment): JsonObject {
  const [first = '', second = ''] = links.images('photo', key % 4, key);
  const picture = {
    ...PHOTO_SIZE,
    uri: `tos-useast5-i-photomode-tx/${hexOf(key, 32)}`,
    url_list: [first, second, first],
    url_prefix: null,
  };
  return { crop_url: picture, origin_url: picture };
}

function shareInfo(post: Post, comment: Comment): JsonObject {
  const query = [
    `_d=sandbox&comment_author_id=${comment.author.id}&preview_pb=0`,
    `share_comment_id=${comment.id}&share_item_id=${post.id}`,
    'sharer_language=en-US&source=h5_m&u_code=0',
  ].join('&');
  return {
    acl: { code: 0, extra: '{}' },
    desc: `${comment.author.nickname}'s comment: ${comment.text}`,
    title: post.caption.text,
    url: `https://m.tiktok.com/v/${post.id}.html?${query}`,
  };
}
