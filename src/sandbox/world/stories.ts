import type { Account } from './account';
import { ASPECT, Draw } from './draw';
import { mix } from './hash';
import type { Lookup } from './lookup';
import { postOf, type Post } from './post';

const DAY = 86_400;
const STORY_DIGIT = 14;
const MARGIN_SECONDS = 120;

/** Most accounts have no story. A story is a post of the last day that no list shows. */
export function storiesOf(lookup: Lookup, account: Account): Post[] {
  if (!account.tellsStories || account.state !== 'open') return [];
  const draw = new Draw(mix(account.key, ASPECT.stories));
  const latest = lookup.nowSeconds() - MARGIN_SECONDS;
  const low = ((account.tag << 4) | STORY_DIGIT) >>> 0;
  const stories = Array.from({ length: draw.between(1, 3) }, () => {
    const phase = draw.below(DAY);
    const seconds = latest - ((latest - phase) % DAY);
    return postOf(lookup.key, account, { flake: { seconds, low } });
  });
  return stories.sort((a, b) => b.createdAt - a.createdAt);
}
