import { WrongPostKindError } from '../http/request.errors';
import type { Post } from '../tiktok';
import { TikTokNotFoundError, TikTokRestrictedError } from '../tiktok';

/** Throws unless the post is a video that TikTok lets guests see. */
export function assertVideoPost({ id, kind, isContentClassified, video }: Post): void {
  if (kind === 'photo')
    throw new WrongPostKindError(
      `Post ${id} is a photo post: ask /api/tiktok/slides, or this route with only=music for its sound`,
    );
  if (video !== undefined) return;
  if (isContentClassified)
    throw new TikTokRestrictedError(`TikTok shows the video of post ${id} to members only`);
  throw new TikTokNotFoundError(`TikTok gave no video of post ${id}`);
}

/** Throws unless the post has pictures. */
export function assertPhotoPost({ id, kind }: Post): void {
  if (kind !== 'photo')
    throw new WrongPostKindError(`Post ${id} is a video: ask /api/tiktok/downloader`);
}

/** Throws unless TikTok gives the post's sound out. */
export function assertSound({ id, music }: Post): void {
  if (!music?.playLink) throw new TikTokNotFoundError(`Post ${id} has no sound to download`);
}
