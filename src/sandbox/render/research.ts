import { wideNumber } from '../http/exact-json';
import { spokenSentences, tracksOf } from '../media/subtitles';
import type { Account } from '../world/account';
import type { Comment } from '../world/comments';
import { hashtagIdOf } from '../world/hashtags';
import type { Post } from '../world/post';
import { secondsOf } from '../world/video-query';
import { picked } from './json-object';
import type { JsonObject, Rendering } from './rendering';

/**
 * What `fields` may name of a video. `video_label` and `video_tag` may be asked for and never come:
 * no post here has a label or is tagged, and what a label holds is not documented.
 */
export const VIDEO_FIELDS = [
  'id',
  'video_description',
  'create_time',
  'region_code',
  'share_count',
  'view_count',
  'like_count',
  'comment_count',
  'music_id',
  'hashtag_names',
  'username',
  'effect_ids',
  'playlist_id',
  'voice_to_text',
  'is_stem_verified',
  'favorites_count',
  'favourites_count',
  'video_duration',
  'hashtag_info_list',
  'sticker_info_list',
  'effect_info_list',
  'video_mention_list',
  'video_label',
  'video_tag',
] as const;

export const USER_FIELDS = [
  'display_name',
  'bio_description',
  'avatar_url',
  'is_verified',
  'follower_count',
  'following_count',
  'likes_count',
  'video_count',
  'bio_url',
] as const;

export const COMMENT_FIELDS = [
  'id',
  'video_id',
  'text',
  'like_count',
  'reply_count',
  'parent_comment_id',
  'create_time',
] as const;

/** A post as researchers get it: exact counters, ids as numbers beyond 2^53. */
export function researchVideo(
  { world }: Rendering,
  post: Post,
  fields: readonly string[],
): JsonObject {
  const counts = world.postCounts(post);
  const video: JsonObject = {
    id: wideNumber(post.id),
    video_description: post.caption.text,
    create_time: post.createdAt,
    region_code: post.region,
    share_count: counts.shares,
    view_count: counts.plays,
    like_count: counts.likes,
    comment_count: counts.comments,
    music_id: wideNumber(post.sound.id),
    username: post.author.handle,
    ...(post.playlistId === undefined ? {} : { playlist_id: wideNumber(post.playlistId) }),
    ...spokenText(post),
    is_stem_verified: post.author.isVerified && post.author.topic.name === 'Education',
    favorites_count: counts.saves,
    favourites_count: counts.saves,
    video_duration: secondsOf(post),
    ...namesIn(world.key, post),
    ...effectsOn(post),
    sticker_info_list: [],
  };
  return picked(video, fields);
}

export function researchUser(
  { world, links }: Rendering,
  account: Account,
  fields: readonly string[],
): JsonObject {
  const counts = world.userCounts(account);
  const user: JsonObject = {
    display_name: account.nickname,
    bio_description: account.bio,
    avatar_url: links.avatar(account.key),
    is_verified: account.isVerified,
    follower_count: counts.followers,
    following_count: counts.following,
    likes_count: counts.hearts,
    video_count: counts.posts,
    bio_url: account.bioLink ?? '',
  };
  return picked(user, fields);
}

/** The parent of a comment at the top level is its video. */
export function researchComment(comment: Comment, fields: readonly string[]): JsonObject {
  const shown: JsonObject = {
    id: wideNumber(comment.id),
    video_id: wideNumber(comment.postId),
    text: comment.text,
    like_count: comment.likes,
    reply_count: comment.replies,
    parent_comment_id: wideNumber(comment.parentId ?? comment.postId),
    create_time: comment.createdAt,
  };
  return picked(shown, fields);
}

function namesIn(worldKey: number, { caption }: Post): JsonObject {
  const names = (wanted: string) =>
    caption.parts.filter(({ kind }) => kind === wanted).map(({ name }) => name);
  const hashtags = names('hashtag');
  return {
    hashtag_names: hashtags,
    hashtag_info_list: hashtags.map((name) => ({
      hashtag_id: wideNumber(hashtagIdOf(worldKey, name)),
      hashtag_name: name,
      hashtag_description: '',
    })),
    video_mention_list: names('mention'),
  };
}

function effectsOn({ effect }: Post): JsonObject {
  if (!effect) return { effect_ids: [], effect_info_list: [] };
  return {
    effect_ids: [effect.id],
    effect_info_list: [{ effect_id: effect.id, effect_name: effect.name, effect_photo_URI: '' }],
  };
}

/** What was heard, as the subtitles of the same post have it. */
function spokenText({ key, author }: Post): JsonObject {
  const [heard] = tracksOf({ key, language: author.language });
  return heard ? { voice_to_text: spokenSentences(key, heard.number).join(' ') } : {};
}
