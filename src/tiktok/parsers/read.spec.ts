import { at, collect, either, readBoolean, readCount, readId, readInteger, readList } from './read';
import { readSeconds, readText, unlessEmpty } from './read';

describe('typed reads', () => {
  it.each([
    [12, 12],
    ['12', 12],
    ['-3', -3],
    [1.5, undefined],
    ['1.5', undefined],
    ['', undefined],
    [2 ** 53, undefined],
    ['9007199254740993', undefined],
    [null, undefined],
    [[7], undefined],
  ])('reads the integer in %p as %p', (value, expected) => {
    expect(readInteger(value)).toBe(expected);
  });

  it('knows no negative counts and no moment zero', () => {
    expect(readCount(-2147483648)).toBeUndefined();
    expect(readCount(0)).toBe(0);
    expect(readSeconds('0')).toBeUndefined();
    expect(readSeconds('1700000000')).toBe(1700000000);
  });

  it.each([
    ['7400000000000000001', '7400000000000000001'],
    [16132, '16132'],
    // Above 2^53 the number that arrived is not the number that was sent.
    [7400000000000000001, undefined],
    ['0', undefined],
    [0, undefined],
    ['', undefined],
    ['12a', undefined],
    [-5, undefined],
  ])('reads the id in %p as %p', (value, expected) => {
    expect(readId(value)).toBe(expected);
  });

  it.each([
    [true, true],
    [1, true],
    ['true', true],
    [0, false],
    ['false', false],
    [2, undefined],
    ['yes', undefined],
    [null, undefined],
  ])('reads the boolean in %p as %p', (value, expected) => {
    expect(readBoolean(value)).toBe(expected);
  });

  it('takes an empty string for nothing', () => {
    expect(readText('')).toBeUndefined();
    expect(readText('x')).toBe('x');
    expect(readText(5)).toBeUndefined();
  });

  it('follows own keys only', () => {
    expect(at({ a: { b: 1 } }, 'a', 'b')).toBe(1);
    expect(at({ a: [1] }, 'a', 'length')).toBeUndefined();
    expect(at({}, 'constructor')).toBeUndefined();
    expect(at(undefined, 'a')).toBeUndefined();
  });

  it('takes the first spelling that holds something', () => {
    expect(either({ a: null, b: '', c: 0 }, 'a', 'b', 'c')).toBe(0);
    expect(either('text', 'length')).toBeUndefined();
  });

  it('reads lists element by element', () => {
    expect(collect(['a', '', 3, 'b'], readText)).toEqual(['a', 'b']);
    expect(readList({ 0: 'a', length: 1 })).toEqual([]);
  });

  it('drops an object that says nothing', () => {
    expect(unlessEmpty({ a: undefined })).toBeUndefined();
    expect(unlessEmpty({ a: false })).toEqual({ a: false });
  });
});
