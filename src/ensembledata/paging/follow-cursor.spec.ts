import * as fc from 'fast-check';
import { readFollowCursor, writeFollowCursor } from './follow-cursor';

describe('the cursor of a list of followers', () => {
  it('comes back as the position that it was written for', () => {
    const seconds = fc.integer({ min: 1_400_000_000, max: 4_000_000_000 });
    const skips = fc.integer({ min: 0, max: 999 });
    const hundreds = fc.integer({ min: 0, max: 50 });
    fc.assert(
      fc.property(seconds, skips, hundreds, (time, skip, given) => {
        const position = { cursor: String(time), skip, given: given * 100 };
        const cursor = writeFollowCursor(position);
        expect(Number.isSafeInteger(cursor)).toBe(true);
        expect(readFollowCursor(cursor)).toEqual(position);
      }),
    );
  });

  it('takes a bare time, and nothing for the beginning', () => {
    expect(readFollowCursor(1_700_000_000)).toEqual({ cursor: '1700000000', skip: 0, given: 0 });
    expect(readFollowCursor(0)).toEqual({ skip: 0, given: 0 });
    expect(readFollowCursor()).toEqual({ skip: 0, given: 0 });
  });

  it('cannot hold what is no time', () => {
    expect(writeFollowCursor({ cursor: 'abc', skip: 1, given: 0 })).toBeUndefined();
    expect(writeFollowCursor({ skip: 1, given: 0 })).toBeUndefined();
  });
});
