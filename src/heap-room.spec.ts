import { growthPercent } from './heap-room';

describe('growthPercent', () => {
  it.each([
    [10, 100],
    [42, 100],
    [60, 70],
    [90, 47],
    [1_000, 25],
  ])('of %i MB in use is %i', (megabytes, percent) => {
    expect(growthPercent(megabytes * 2 ** 20)).toBe(percent);
  });
});
