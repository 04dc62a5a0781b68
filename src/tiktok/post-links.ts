import type { MediaFile } from './media/media-file';
import { selectMedia } from './media/media-selection';
import { extensionOf } from './media/media-type';
import type { Post } from './models';
import { TikTokNotFoundError } from './tiktok.errors';
import { postPageUrl } from './tiktok-url';

/** Post id -> link to its media, newest first. */
export type PostLinks = Readonly<Record<string, string>>;

/**
 * The dictionary of the documented API. Post ids are longer than any array index, so JavaScript and JSON
 * keep them in the order of insertion.
 */
export function linksById(posts: readonly Post[], linkOf: (post: Post) => string): PostLinks {
  return Object.fromEntries(newestFirst(posts).map((post) => [post.id, linkOf(post)]));
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
export function upstreamLinkOf(post: Post): string {
  const candidates = [
    post.images[0]?.links[0],
    post.video?.playLink,
    post.video?.renditions[0]?.links[0],
    post.video?.downloadLink,
  ];
  const found = candidates.find((link) => link !== undefined);
  return found?.url ?? postPageUrl({ id: post.id, kind: post.kind, handle: post.author?.uniqueId });
}

/** A file of a post as TikTok has it. */
export interface UpstreamFile {
  /** TikTok's own link, the one most likely to answer. */
  readonly url: string;
  /** What the file is likely to be called: `mp4`, `jpeg`, `m4a`, ... */
  readonly extension: string;
}

/** Where TikTok has a file of a post; undefined where the post has none such. */
export function upstreamFileOf(post: Post, file: MediaFile): UpstreamFile | undefined {
  try {
    const { url } = selectMedia(post, file).links[0];
    const extension = file.kind === 'subtitle' ? file.format : extensionOf(file.kind, url);
    return { url, extension };
  } catch (error) {
    if (error instanceof TikTokNotFoundError) return undefined;
    throw error;
  }
}
