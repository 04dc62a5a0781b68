import { MemoryUsageStore } from './memory-usage-store';
import { keptDays } from './usage-store';

const dayNumber = (number: number): string =>
  new Date(Date.UTC(2026, 0, 1 + number)).toISOString().slice(0, 10);

describe('MemoryUsageStore', () => {
  it('adds up by account, day and platform', async () => {
    const store = new MemoryUsageStore();
    await Promise.all([1, 2, 3].map((units) => store.add({ account: 'a', day: 'd' }, 'x', units)));
    await store.add({ account: 'a', day: 'd' }, 'y', 1);
    expect(await store.of({ account: 'a', day: 'd' })).toEqual({ x: 6, y: 1 });
    expect(await store.of({ account: 'a', day: 'e' })).toEqual({});
    expect(await store.of({ account: 'b', day: 'd' })).toEqual({});
  });

  it('keeps so many days and lets the oldest go', async () => {
    const store = new MemoryUsageStore();
    for (let number = 0; number <= keptDays; number += 1)
      await store.add({ account: 'a', day: dayNumber(number) }, 'x', 1);
    expect(await store.of({ account: 'a', day: dayNumber(0) })).toEqual({});
    expect(await store.of({ account: 'a', day: dayNumber(1) })).toEqual({ x: 1 });
    expect(await store.of({ account: 'a', day: dayNumber(keptDays) })).toEqual({ x: 1 });
  });
});
