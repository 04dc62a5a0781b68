import { chooseId } from './random-choice';

const ids = Array.from({ length: 10 }, (_, n) => String(7_000_000_000_000_000n + BigInt(n)));

describe('chooseId', () => {
  it('chooses the same for the same seed, in whatever order the ids come', () => {
    for (const seed of ['a', 'b', 'tuesday', '']) {
      const chosen = chooseId(ids, seed);
      expect(ids).toContain(chosen);
      expect(chooseId([...ids].reverse(), seed)).toBe(chosen);
    }
  });

  it('is moved by a new post only where that one is chosen', () => {
    for (let n = 0; n < 200; n += 1) {
      const chosen = chooseId([...ids, 'new'], `seed ${n}`);
      if (chosen !== 'new') expect(chosen).toBe(chooseId(ids, `seed ${n}`));
    }
  });

  it('gives every post its share, over seeds', () => {
    const counts = new Map<string | undefined, number>();
    for (let n = 0; n < 10_000; n += 1) {
      const chosen = chooseId(ids, `seed ${n}`);
      counts.set(chosen, (counts.get(chosen) ?? 0) + 1);
    }
    // The seeds are fixed, so this is no matter of luck: 1,000 each, and 150 is five standard deviations.
    for (const id of ids) expect(Math.abs((counts.get(id) ?? 0) - 1_000)).toBeLessThan(150);
  });

  it('chooses without a seed too, and nothing from nothing', () => {
    expect(ids).toContain(chooseId(ids));
    expect(chooseId(['only'])).toBe('only');
    expect(chooseId([])).toBeUndefined();
  });
});
