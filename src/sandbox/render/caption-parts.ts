import type { CaptionPart } from '../world/caption';
import { hashtagIdOf } from '../world/hashtags';
import type { Post } from '../world/post';
import type { Json, JsonObject, Rendering } from './rendering';

/** Hashtags and mentions of a caption, in TikTok's spelling. */
export function textExtraOf(rendering: Rendering, post: Post): JsonObject[] {
  return post.caption.parts.map((part) =>
    part.kind === 'hashtag' ? hashtagExtra(rendering, part) : mentionExtra(rendering, part),
  );
}

function hashtagExtra({ world, surface }: Rendering, part: CaptionPart): JsonObject {
  const { name, start, end } = part;
  const common = { awemeId: '', start, end, hashtagName: name, type: 1, subType: 0 };
  // The API leaves the id to `challenges`.
  const id: JsonObject = surface === 'page' ? { hashtagId: hashtagIdOf(world.key, name) } : {};
  return { ...common, ...id, isCommerce: false };
}

function mentionExtra({ world }: Rendering, part: CaptionPart): JsonObject {
  const { start, end } = part;
  const common = { awemeId: '', start, end, hashtagName: '', type: 0, subType: 0 };
  const mentioned = world.user(part.name);
  if (!mentioned) return common;
  const { id, handle, secUid } = mentioned;
  return { ...common, userId: id, isCommerce: false, userUniqueId: handle, secUid };
}

export function challengesOf({ world }: Rendering, post: Post): JsonObject[] {
  const hashtags = post.caption.parts.filter(({ kind }) => kind === 'hashtag');
  return hashtags.map(({ name }) => ({
    id: hashtagIdOf(world.key, name),
    title: name,
    desc: '',
    profileLarger: '',
    profileMedium: '',
    profileThumb: '',
    coverLarger: '',
    coverMedium: '',
    coverThumb: '',
  }));
}

export function contentsOf(post: Post, textExtra: readonly JsonObject[]): Json[] {
  return [{ desc: post.caption.text, ...(textExtra.length > 0 ? { textExtra } : {}) }];
}
