import type { Account } from '../world/account';
import type { Post } from '../world/post';
import type { JsonObject, Rendering } from './rendering';

const UNITS = [
  { size: 1e9, letter: 'B' },
  { size: 1e6, letter: 'M' },
  { size: 1e4, letter: 'K' },
] as const;

/** What the site proposes to people who share a profile; it says whose it is. */
export function profileShareMeta({ world }: Rendering, account: Account): JsonObject {
  const { followers, following, hearts } = world.userCounts(account);
  const counts = `${shown(followers)} Followers, ${shown(following)} Following, ${shown(hearts)} Likes`;
  return {
    title: `${account.nickname} on TikTok`,
    desc: `@${account.handle} ${counts} - Short videos created by ${account.nickname} (sandbox)`,
  };
}

export function postShareMeta({ world }: Rendering, post: Post): JsonObject {
  const { likes, comments } = world.postCounts(post);
  const { nickname, handle } = post.author;
  const counts = `${shown(likes)} Likes, ${shown(comments)} Comments`;
  return {
    title: `${nickname} on TikTok`,
    desc: `${counts}. Sandbox video from ${nickname} (@${handle}): “${post.caption.text}”. ${post.sound.title}.`,
  };
}

/** 12345 is shown as 12.3K. */
function shown(count: number): string {
  const unit = UNITS.find(({ size }) => count >= size);
  if (!unit) return String(count);
  const divisor = unit.letter === 'K' ? 1e3 : unit.size;
  return `${(count / divisor).toFixed(1).replace(/\.0$/, '')}${unit.letter}`;
}
