const handle = '@?[A-Za-z0-9._]{0,23}[A-Za-z0-9_]';
const secUid = 'MS4wLjABAAAA[A-Za-z0-9_-]{20,120}';
const postId = '[0-9]{15,25}';

/** What the checks of parameters take, for the OpenAPI document. */
export const patterns = {
  /** A handle, with or without `@`, or a secUid. */
  account: `^(${handle}|${secUid})$`,
  secUid: `^${secUid}$`,
  postId: `^${postId}$`,
  /** Up to a hundred of them. */
  postIds: `^${postId}(;${postId}){0,99}$`,
  /** Any number of TikTok's. */
  digits: '^[0-9]{1,25}$',
} as const;

/** The pattern is not all: a country has to exist, which the format says. */
export const country = { pattern: '^[A-Za-z]{2}$', format: 'iso-3166-1-alpha-2' } as const;
