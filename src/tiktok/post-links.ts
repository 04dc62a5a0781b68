import type { Post } from './models';
import { postPageUrl } from './tiktok-url';

/** Post id -> link to its media, newest first. */
export type PostLinks = Readonly<Record<string, string>>;

/**
 * The dictionary of the documented API. Post ids are longer than any array index, so JavaScript and JSON
 * keep them in the order of insertion.
 */
export function linksById(posts: readonly Post[]): PostLinks {
  return Object.fromEntries(newestFirst(posts).map((post) => [post.id, mediaLinkOf(post)]));
}

/** Newest first whatever the order of the source: pinned posts stand first in TikTok's lists. */
export function newestFirst(posts: readonly Post[]): Post[] {
  return [...posts].sort(
    (a, b) =>
      (b.createdAtSeconds ?? 0) - (a.createdAtSeconds ?? 0) ||
      b.id.length - a.id.length ||
      (a.id < b.id ? 1 : -1),
  );
}

/**
 * TikTok's own link to the post's media without watermark; for a photo post its first picture. Where the
 * source gave none (shop videos, photo rows of the embed surface), the address of the post's page.
 */
function mediaLinkOf(post: Post): string {
  const candidates = [
    post.images[0]?.links[0],
    post.video?.playLink,
    post.video?.renditions[0]?.links[0],
    post.video?.downloadLink,
  ];
  const found = candidates.find((link) => link !== undefined);
  return found?.url ?? postPageUrl({ id: post.id, kind: post.kind, handle: post.author?.uniqueId });
}
