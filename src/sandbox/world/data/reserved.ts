/** Names that behave badly on purpose. docs/sandbox.md lists them for people. */
export type AccountState = 'open' | 'private' | 'missing' | 'banned' | 'restricted' | 'empty';

const STATES: ReadonlySet<string> = new Set([
  'private',
  'missing',
  'banned',
  'restricted',
  'empty',
] satisfies AccountState[]);

/** The word before the first dot decides: `private.account`, `missing.anybody`, `banned.x`. */
export function stateOfHandle(handle: string): AccountState {
  const [word = '', rest] = handle.split('.', 2);
  return rest !== undefined && STATES.has(word) ? (word as AccountState) : 'open';
}

/** First words that give an open account what others have by chance only. */
export type MadeFor = 'big' | 'hidden' | 'hiding' | 'likes' | 'lists' | 'live' | 'stories';

export function isMadeFor(handle: string, purpose: MadeFor): boolean {
  return handle.startsWith(`${purpose}.`);
}

/** TikTok's status code of an account's page. */
export const ACCOUNT_STATUS: Readonly<Record<AccountState, number>> = {
  open: 0,
  empty: 0,
  private: 10222,
  missing: 10202,
  banned: 10221,
  restricted: 10223,
};

export type PostState =
  | 'open'
  | 'missing'
  | 'age-restricted'
  | 'under-review'
  | 'private'
  | 'followers-only'
  | 'region-locked'
  | 'age-gated';

/** The last four digits of a post's id decide: TikTok's status code without its leading 1. */
const POST_SUFFIXES: Readonly<Record<string, PostState>> = {
  '0204': 'missing',
  '0213': 'age-restricted',
  '0215': 'under-review',
  '0216': 'private',
  '0222': 'followers-only',
  '0231': 'region-locked',
  // Served with status 0, but without its video: the wall for visitors who are not logged in.
  '0018': 'age-gated',
};

export const POST_STATUS: Readonly<Record<PostState, number>> = {
  open: 0,
  'age-gated': 0,
  missing: 10204,
  'age-restricted': 10213,
  'under-review': 10215,
  private: 10216,
  'followers-only': 10222,
  'region-locked': 10231,
};

/** Photo posts with as many pictures as TikTok takes at most have ids that end so. */
export const MOST_PICTURES = { suffix: '0035', count: 35 } as const;

export function stateOfPostId(id: string): PostState {
  return POST_SUFFIXES[id.slice(-4)] ?? 'open';
}
