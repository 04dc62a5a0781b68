import { barePost } from '../../../test/support/example-post';
import type { Post } from '../../tiktok';
import { AccountPosts } from './account-posts';
import { chunksOf } from './post-chunks';
import { readUserPostsCursor, writeUserPostsCursor } from './user-posts-cursor';

const made = (seconds: number, isPinned = false): Post => ({
  ...barePost,
  id: String(7_000_000_000_000_000n + BigInt(seconds)),
  createdAtSeconds: seconds,
  isPinned,
});
const times = (posts: readonly Post[]): (number | undefined)[] =>
  posts.map(({ createdAtSeconds }) => createdAtSeconds);

describe('the cursor of an account’s posts', () => {
  it.each([
    { seconds: 1_723_806_137, given: 1, isPinnedGiven: false },
    { seconds: 1_723_806_137, given: 3, isPinnedGiven: true },
  ])('comes back as the position that it was written for: %j', (position) => {
    expect(readUserPostsCursor(writeUserPostsCursor(position))).toEqual(position);
  });

  it('takes any time in milliseconds, and 0 for the beginning', () => {
    expect(readUserPostsCursor(1_723_806_137_000)).toMatchObject({
      seconds: 1_723_806_137,
      given: 0,
    });
    expect(readUserPostsCursor(0).seconds).toBeUndefined();
    expect(readUserPostsCursor().seconds).toBeUndefined();
  });
});

describe('the rows of an account', () => {
  const beginning = readUserPostsCursor(0);

  it('have pinned posts in front that stood in front of newer ones', () => {
    const posts = new AccountPosts(beginning);
    posts.add([made(3, true), made(5, true), made(9), made(8)]);
    expect(times(posts.rows())).toEqual([3, 5, 9, 8]);
    expect(posts.after(posts.rows())).toEqual({ seconds: 8, given: 1, isPinnedGiven: true });
  });

  it('have a pinned post in its place where the list has it there', () => {
    const posts = new AccountPosts(beginning);
    posts.add([made(9, true), made(8), made(5, true), made(4)]);
    expect(times(posts.rows())).toEqual([9, 8, 5, 4]);
    expect(posts.after(posts.rows())?.isPinnedGiven).toBe(false);
  });

  it('leave out what was given before, of the same second too', () => {
    const posts = new AccountPosts({ seconds: 8, given: 1, isPinnedGiven: true });
    const twin = { ...made(8), id: '1' };
    posts.add([made(9), made(8), twin, made(7), made(5, true), made(4)]);
    expect(times(posts.rows())).toEqual([8, 7, 4]);
    expect(posts.after([twin])).toEqual({ seconds: 8, given: 2, isPinnedGiven: true });
  });

  it('know no place behind posts that all stood in front', () => {
    const posts = new AccountPosts(beginning);
    posts.add([made(3, true), made(9)]);
    expect(posts.after([made(3, true)].filter(() => false))).toBeUndefined();
  });
});

describe('chunks of ten', () => {
  const rows = Array.from({ length: 25 }, (_, index) => made(1_000 - index));

  it('are as many as asked for', () => {
    expect(chunksOf(rows, { depth: 2 })).toMatchObject({ chunkCount: 2, isFull: true });
    expect(chunksOf(rows, { depth: 3 })).toMatchObject({ chunkCount: 3, isFull: false });
    expect(chunksOf([], { depth: 3 })).toMatchObject({ chunkCount: 0, posts: [] });
  });

  it('end with the one that is too old, whole; pinned posts have no age', () => {
    const old = chunksOf([made(1, true), ...rows], { depth: 3, oldestSeconds: 985 });
    expect([old.posts.length, old.isPastAge]).toEqual([20, true]);
    const young = chunksOf([made(1, true), ...rows], { depth: 1, oldestSeconds: 900 });
    expect([young.posts.length, young.isPastAge]).toEqual([10, false]);
  });
});
