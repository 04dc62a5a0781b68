import { parseRange } from './byte-range';

const max = Number.MAX_SAFE_INTEGER;

describe('parseRange', () => {
  it.each([
    ['bytes=0-0', { first: 0, last: 0 }],
    ['bytes=5-9', { first: 5, last: 9 }],
    ['bytes=5-', { first: 5 }],
    ['bytes=-5', { lastBytes: 5 }],
    ['bytes=-0', { lastBytes: 0 }],
    ['Bytes = 1 - 2 ', { first: 1, last: 2 }],
    [`bytes=${'9'.repeat(30)}-`, { first: max }],
    [`bytes=0-${'9'.repeat(30)}`, { first: 0, last: max }],
  ])('%s', (header, expected) => {
    expect(parseRange(header)).toEqual(expected);
  });

  it.each([
    undefined,
    '',
    'bytes=',
    'bytes=-',
    'bytes=9-5',
    'bytes=a-b',
    'bytes=1.5-2',
    'bytes=+1-2',
    'bytes 0-1',
    'items=0-1',
    'bytes=0-1,3-4',
    'bytes=0-1, -1',
    'bytes=0--1',
    'bytes=0x1-2',
  ])('ignores %s', (header) => {
    expect(parseRange(header)).toBeUndefined();
  });
});
