import { isPostId, parseUserRef } from '../tiktok';
import { patterns } from './parameter-patterns';

const matches = (pattern: string, text: string): boolean => new RegExp(pattern).test(text);

describe('the documented patterns', () => {
  const secUid = `MS4wLjABAAAA${'x'.repeat(64)}`;

  it.each([
    'zachking',
    '@zachking',
    'a',
    'a.b_c',
    '.a',
    'x'.repeat(24),
    'x'.repeat(25),
    'ends.',
    '@',
    '',
    'a b',
    'ä',
    '@@a',
    secUid,
    `@${secUid}`,
    secUid.slice(0, 31),
    secUid.slice(0, 32),
    `${secUid}${'x'.repeat(57)}`,
  ])('take %j as an account just when the check does', (text) => {
    expect(matches(patterns.account, text)).toBe(parseUserRef(text) !== undefined);
  });

  it.each(['1'.repeat(14), '1'.repeat(15), '1'.repeat(25), '1'.repeat(26), '', 'a'.repeat(20)])(
    'take %j as a post just when the check does',
    (text) => {
      expect(matches(patterns.postId, text)).toBe(isPostId(text));
    },
  );
});
