import { isPostId, parseUserRef, postPageUrl } from './tiktok-url';

describe('parseUserRef', () => {
  it.each([
    ['gabrielymayra', { handle: 'gabrielymayra' }],
    ['@Some.Body_1', { handle: 'some.body_1' }],
    [`MS4wLjABAAAA${'a-_Z'.repeat(16)}`, { secUid: `MS4wLjABAAAA${'a-_Z'.repeat(16)}` }],
  ])('reads %s', (text, expected) => {
    expect(parseUserRef(text)).toEqual(expected);
  });

  it.each(['', '@', 'a b', 'ends.', 'x'.repeat(25), 'über', '../etc', '@@a', 'a/b', 'a\n', 'a%00'])(
    'refuses %j',
    (text) => {
      expect(parseUserRef(text)).toBeUndefined();
    },
  );
});

describe('isPostId', () => {
  it.each(['6954415245976751361', '123456789012345'])('takes %s', (text) => {
    expect(isPostId(text)).toBe(true);
  });

  it.each([
    '',
    '12345678901234',
    '1'.repeat(26),
    '69544152459767513a1',
    ' 6954415245976751361',
    '-1',
  ])('refuses %j', (text) => {
    expect(isPostId(text)).toBe(false);
  });
});

describe('postPageUrl', () => {
  it('names the kind and the author', () => {
    const post = { id: '6954415245976751361', kind: 'photo', handle: 'a' };
    expect(postPageUrl(post)).toBe('https://www.tiktok.com/@a/photo/6954415245976751361');
  });
});
