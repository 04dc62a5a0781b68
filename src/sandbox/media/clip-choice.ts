import type { Clip } from '../world/data/clips';
import type { ClipChoice, Quality } from './library';
import type { VideoLinkParts } from './media-links';

/** What of a post decides which file it plays. */
interface Playable {
  id: string;
  key: number;
  clip: Clip;
}

/** Posts whose id ends like this have files as large as those of long videos. */
const LARGE_SUFFIX = '0020';

export function clipOf({ id, clip }: Playable): ClipChoice {
  return { ...clip, isLarge: id.endsWith(LARGE_SUFFIX) };
}

export function videoParts(post: Playable, quality: Quality): VideoLinkParts {
  const { number, isLarge = false } = clipOf(post);
  return { key: post.key, clipNumber: number, isLarge, quality };
}
