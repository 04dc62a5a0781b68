/**
 * Accounts and posts that the documents of the API name in their examples. Only the names and ids
 * are theirs: what the sandbox says about them is invented like all the rest.
 */
export interface FeaturedAccount {
  nickname?: string;
  language?: string;
  formerHandles?: readonly string[];
  /** Typical likes of one post, and the posts it had by the reference date. */
  reach?: number;
  posts?: number;
  isVerified?: boolean;
  /** Posts that exist beside the computed schedule. */
  extraPosts?: readonly FeaturedPost[];
}

export interface FeaturedPost {
  id: string;
  /** Likes after the first days; they go on growing slowly. */
  reach: number;
  kind: 'video' | 'photo';
}

export const FEATURED_ACCOUNTS: Readonly<Record<string, FeaturedAccount>> = {
  luna_the_pantera: {
    nickname: 'Luna',
    language: 'ru',
    formerHandles: ['tatyanka_yak'],
    reach: 90_000,
    posts: 870,
    isVerified: true,
    extraPosts: [
      { id: '6943996796519681281', reach: 8_630_000, kind: 'video' },
      { id: '6954415245976751361', reach: 2_140_000, kind: 'video' },
    ],
  },
  gabrielymayra: { language: 'pt', reach: 2_300, posts: 412 },
  daviddobrik: {
    language: 'en',
    reach: 48_000,
    posts: 640,
    isVerified: true,
    extraPosts: [{ id: '7165262254722534698', reach: 310_000, kind: 'video' }],
  },
  zachking: { language: 'en', reach: 75_000, posts: 520, isVerified: true },
  tiktok: { language: 'en', nickname: 'TikTok', reach: 40_000, posts: 1_300, isVerified: true },
  sandbox: { language: 'en', nickname: 'The Sandbox', reach: 1_000, posts: 300, isVerified: true },
};

const currentHandles = new Map(
  Object.entries(FEATURED_ACCOUNTS).flatMap(([handle, { formerHandles = [] }]) =>
    formerHandles.map((former): [string, string] => [former, handle]),
  ),
);

/** Accounts get renamed; TikTok then serves the account under its old address too. */
export function currentHandle(handle: string): string {
  return currentHandles.get(handle) ?? handle;
}

const featuredPosts = new Map(
  Object.entries(FEATURED_ACCOUNTS).flatMap(([handle, { extraPosts = [] }]) =>
    extraPosts.map((post): [string, FeaturedPost & { handle: string }] => [
      post.id,
      { ...post, handle },
    ]),
  ),
);

export function featuredPost(id: string): (FeaturedPost & { handle: string }) | undefined {
  return featuredPosts.get(id);
}
