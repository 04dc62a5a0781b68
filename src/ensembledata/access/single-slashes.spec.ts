import { withSingleSlashes } from './single-slashes';

describe('withSingleSlashes', () => {
  it.each([
    ['/apis//tt/hashtag/posts?name=a//b&x=//', '/apis/tt/hashtag/posts?name=a//b&x=//'],
    ['/apis///tt//user', '/apis/tt/user'],
    ['/apis/tt/user/', '/apis/tt/user/'],
    ['/apis?x=//', '/apis?x=//'],
    ['/api//trending_videos', '/api//trending_videos'],
    ['/apisomething//x', '/apisomething//x'],
    ['//apis/tt', '//apis/tt'],
    ['/', '/'],
  ])('%s -> %s', (url, expected) => {
    expect(withSingleSlashes({ url })).toBe(expected);
  });
});
