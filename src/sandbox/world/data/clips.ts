/** The recordings that all posts share; the files are in media/files. */
export interface Clip {
  number: number;
  seconds: number;
}

export const CLIPS: readonly Clip[] = [
  { number: 1, seconds: 6 },
  { number: 2, seconds: 9 },
  { number: 3, seconds: 15 },
];

/** Pictures of photo posts: as many files as there are here, all of one size. */
export const PHOTO_FILES = 4;
export const AVATAR_FILES = 3;
