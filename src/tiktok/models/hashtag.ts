/** A hashtag (TikTok calls it a challenge). `name` has no `#`. */
export interface Hashtag {
  readonly id?: string;
  readonly name: string;
  readonly description?: string;
}
