import { mix, unit } from './hash';

/**
 * A stream of draws for one aspect of one entity. Two aspects never share a stream, so adding a
 * draw to captions does not change anybody's counters.
 */
export class Draw {
  private step = 0;

  constructor(private readonly key: number) {}

  next(): number {
    this.step += 1;
    return mix(this.key, this.step);
  }

  unit(): number {
    return unit(this.next());
  }

  /** An integer in [0, size). */
  below(size: number): number {
    return Math.floor(this.unit() * size);
  }

  /** An integer in [low, high]. */
  between(low: number, high: number): number {
    return low + this.below(high - low + 1);
  }

  chance(probability: number): boolean {
    return this.unit() < probability;
  }

  /** A number in [low, high] whose order of magnitude is uniform: few are big. */
  logarithmic(low: number, high: number): number {
    return low * Math.pow(high / low, this.unit());
  }

  pick<T>(list: readonly T[]): T {
    const item = list[this.below(list.length)];
    if (item === undefined) throw new RangeError('pick from an empty list');
    return item;
  }
}

/** One number per aspect; the values are arbitrary and must only differ. */
export const ASPECT = {
  account: 11,
  profile: 12,
  schedule: 13,
  reach: 14,
  caption: 21,
  post: 22,
  sound: 31,
  explore: 41,
  recommend: 42,
  media: 51,
  handle: 61,
  secUid: 62,
  hashtag: 71,
  session: 81,
  signature: 91,
  delay: 101,
  fame: 102,
  topic: 103,
  lists: 111,
  listedPost: 112,
  followers: 121,
  following: 122,
  likes: 131,
  reposts: 132,
  playlists: 141,
  collections: 142,
  comments: 151,
  live: 161,
  stories: 162,
  place: 171,
  effect: 172,
  keyword: 181,
  related: 191,
  daily: 201,
} as const;
