import { either, exactly, where, type Shape } from './shape';

/** Spelling of the same fact: text on pages, a number in the API (section 15.3). */
export type Surface = 'page' | 'api';

export const text: Shape = where('text', (value) => typeof value === 'string');
export const flag: Shape = where('true or false', (value) => typeof value === 'boolean');
export const integer: Shape = where('an integer', Number.isSafeInteger);
export const number: Shape = where('a number', (value) => Number.isFinite(value));
export const count: Shape = where(
  'a count of 0 or more',
  (value) => Number.isSafeInteger(value) && Number(value) >= 0,
);
/** An int64 as a JSON number: beyond 2^53 it has lost its last digits already. */
export const wideInteger: Shape = where('an integer, however big', Number.isInteger);
export const anything: Shape = () => undefined;

export function matching(pattern: RegExp, what: string): Shape {
  return where(
    `${what} ${String(pattern)}`,
    (value) => typeof value === 'string' && pattern.test(value),
  );
}

export const digits: Shape = matching(/^\d+$/, 'decimal digits');
export const someText: Shape = matching(/./s, 'text that is not empty');
export const empty: Shape = exactly('');
/** Posts, comments, collections: snowflakes. */
export const postId: Shape = matching(/^\d{17,20}$/, 'a post id');
/** Accounts and sounds of the first years have short ids. */
export const userId: Shape = matching(/^\d{1,20}$/, 'a user id');
export const musicId: Shape = matching(/^\d{5,20}$/, 'a music id');
export const hashtagId: Shape = matching(/^\d{1,20}$/, 'a hashtag id');
export const handle: Shape = matching(/^[A-Za-z0-9._]{1,24}$/, 'a handle');
export const secUid: Shape = matching(/^MS4wLjABAAAA[A-Za-z0-9_-]{20,120}$/, 'a secUid');
export const httpsUrl: Shape = matching(/^https:\/\/[a-z0-9.-]+\/\S*$/, 'an https address');
export const urlOrEmpty: Shape = either(httpsUrl, empty);
export const seconds: Shape = where(
  'seconds since 1970',
  (value) =>
    Number.isSafeInteger(value) && Number(value) > 1_380_000_000 && Number(value) < 4_102_444_800,
);
export const milliseconds: Shape = where(
  'milliseconds since 1970',
  (value) => Number.isSafeInteger(value) && Number(value) > 1_380_000_000_000,
);
export const secondsText: Shape = where(
  'seconds since 1970, as text',
  (value) => typeof value === 'string' && /^\d{10}$/.test(value) && Number(value) > 1_380_000_000,
);
export const logId: Shape = matching(/^\d{14}[0-9A-F]{18,24}$/, 'a log id');
export const countryCode: Shape = matching(/^[A-Z]{2}$/, 'a country code');

/** A count that is text on pages. */
export function countOn(surface: Surface): Shape {
  return surface === 'page' ? digits : count;
}
