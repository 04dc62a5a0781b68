/** Where an account's posts go on. */
export interface UserPostsPosition {
  /** Unix seconds of the post given last; undefined for the beginning. */
  readonly seconds?: number;
  /** How many posts of that very second were given. */
  readonly given: number;
  /** Whether the pinned posts stood in front of the list, and are not to be given again in their place. */
  readonly isPinnedGiven: boolean;
}

// TikTok's own cursors are Unix milliseconds of whole seconds; what stands behind the seconds is ours.
const pinnedMark = 500;
const maxGiven = pinnedMark - 1;

/** Reads a time in milliseconds, ours or any caller's. */
export function readUserPostsCursor(cursor = 0): UserPostsPosition {
  if (cursor === 0) return { given: 0, isPinnedGiven: false };
  const rest = cursor % 1000;
  return {
    seconds: Math.floor(cursor / 1000),
    given: rest % pinnedMark,
    isPinnedGiven: rest >= pinnedMark,
  };
}

export function writeUserPostsCursor({
  seconds = 0,
  given,
  isPinnedGiven,
}: UserPostsPosition): number {
  return seconds * 1000 + (isPinnedGiven ? pinnedMark : 0) + Math.min(given, maxGiven);
}
