import { growth, summedGrowth, weightBefore, weightOf } from './growth';

const DAY = 86_400;

describe('growth', () => {
  it('starts at nothing and never falls', () => {
    expect(growth(0)).toBe(0);
    let before = 0;
    for (let age = 3_600; age < 3_000 * DAY; age = Math.floor(age * 1.7)) {
      expect(growth(age)).toBeGreaterThan(before);
      before = growth(age);
    }
  });

  it('sums like its parts for posts that are past their rise', () => {
    const ages = Array.from({ length: 100 }, (_, i) => (20 + i * 9) * DAY);
    const sum = ages.reduce((total, age) => total + growth(age), 0);
    const [newest = 0] = ages;
    expect(summedGrowth(100, ages.at(-1) ?? 0, newest)).toBeCloseTo(sum, 3);
  });

  it('gives weights above zero that add up to the telescope', () => {
    let sum = 0;
    for (let n = 0; n < 500; n += 1) {
      expect(weightOf(77, n)).toBeGreaterThan(0);
      sum += weightOf(77, n);
    }
    expect(weightBefore(77, 500)).toBeCloseTo(sum, 6);
  });
});
