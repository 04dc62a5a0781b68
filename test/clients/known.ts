/** What the programs ask for: places in the sandbox's world that the tests know all about. */
export interface Known {
  readonly baseUrl: string;
  readonly token: string;
  readonly handle: string;
  readonly id: string;
  readonly secUid: string;
  /** Of an account that shows what it likes. */
  readonly likerSecUid: string;
  /** Of an account that shows whom it follows. */
  readonly follower: { readonly id: string; readonly secUid: string };
  readonly liked: { readonly handle: string; readonly postId: string };
  readonly videoUrl: string;
  readonly photoUrl: string;
  readonly postIds: readonly [string, string];
  readonly commentedPostId: string;
  readonly commentId: string;
  readonly soundId: string;
  /** The two parts of a link of ours to a file. */
  readonly media: { readonly token: string; readonly name: string };
  /** A day, `YYYY-MM-DD`. */
  readonly date: string;
}
