import { numberOf, subjectOf } from './error-numbers';

const numberFor = (path: string, code: 'not_found' | 'private' | 'restricted', tiktok?: number) =>
  numberOf({ code: `tiktok.${code}`, statusCode: tiktok }, subjectOf(path));

describe('the number for a refusal of TikTok', () => {
  it.each([
    ['tt/user/info', 'not_found', undefined, 473],
    ['tt/user/info', 'not_found', 10202, 473],
    ['tt/user/posts', 'not_found', 10221, 474],
    ['tt/user/followers', 'private', 10222, 472],
    ['tt/user/info', 'not_found', 10223, 471],
    ['tt/user/info', 'not_found', 10225, 471],
    ['tt/user/posts', 'restricted', undefined, 471],
    ['tt/user/search', 'restricted', undefined, 469],
    ['tt/post/info', 'not_found', 10204, 404],
    ['tt/post/comments', 'private', 10216, 520],
    ['tt/post/info', 'restricted', 10231, 520],
    ['tt/hashtag/posts', 'not_found', 10205, 404],
    ['tt/hashtag/posts', 'not_found', 10209, 469],
    ['tt/hashtag/posts', 'restricted', 10211, 469],
    ['tt/music/details', 'not_found', 10203, 404],
  ] as const)('%s, %s, TikTok says %s: %i', (path, code, tiktok, expected) => {
    expect(numberFor(path, code, tiktok)).toBe(expected);
  });

  it('is the plain HTTP status for what is nobody’s fault but ours or TikTok’s', () => {
    for (const code of ['tiktok.blocked', 'tiktok.timeout', 'tiktok.needs_signature'] as const)
      expect(numberOf({ code }, subjectOf('tt/user/info'))).toBeUndefined();
  });
});
