import type { Post } from '../world/post';
import type { Sound } from '../world/sound';

const WWW = 'https://www.tiktok.com';

/** The address under which TikTok itself would link to the post. */
export function postAddress({ author, kind, id }: Post): string {
  return `${WWW}/@${author.handle}/${kind}/${id}`;
}

/** A sound's address: its title as a slug, then its id. */
export function soundAddress({ title, id }: Sound): string {
  const slug = title.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '-');
  return `${WWW}/music/${encodeURIComponent(slug)}-${id}`;
}
