import { createCache } from 'cache-manager';
import { EntryMemory } from './entry-memory';
import { MemoryStore } from './memory-store';
import { StandingParts } from './standing-parts';

const fetchedAtMs = 1_000_000;
const part = { key: 'a', version: '1' };

function setUp() {
  const store = new MemoryStore(20_000);
  const now = { ms: fetchedAtMs, random: 0 };
  const memory = new EntryMemory(createCache(), undefined, store);
  const standing = new StandingParts({ memory, nowMs: () => now.ms, random: () => now.random });
  const keep = (key: string, { version = '1', bytes = 10 } = {}): void => {
    const times = { fetchedAtMs, freshUntilMs: fetchedAtMs + 100_000, loadMs: 1_000 };
    const entry = { value: key, source: 'page', ...times, version, jsonBytes: bytes };
    store.set(key, { value: entry });
  };
  return { store, now, standing, keep };
}

describe('StandingParts', () => {
  it('includes what lies in memory as it was, and nothing else', () => {
    const { standing, keep, store } = setUp();
    expect(standing.includes([part])).toBe(false);
    keep('a');
    const parts = [part];
    for (let time = 0; time < 2; time += 1) expect(standing.includes(parts)).toBe(true);
    expect(standing.includes([part, { key: 'b', version: '1' }])).toBe(false);
    keep('a', { version: '2' });
    expect(standing.includes(parts)).toBe(false);
    keep('a');
    expect(standing.includes(parts)).toBe(true);
    store.delete('a');
    expect(standing.includes(parts)).toBe(false);
  });

  it('ends with the life of its entries, and where the clock is set back', () => {
    const { standing, keep, now } = setUp();
    keep('a');
    const parts = [part];
    const at = (ms: number, random = 0): boolean => {
      Object.assign(now, { ms: fetchedAtMs + ms, random });
      return standing.includes(parts);
    };
    expect([at(0), at(99_999), at(100_000)]).toEqual([true, true, false]);
    expect([at(0), at(-60_000), at(-60_001)]).toEqual([true, true, false]);
    // Renewed early by chance: -ln(1 - random) times the second that a fetch takes.
    expect([at(0, 0.999), at(90_000, 0.999), at(99_000, 0.999)]).toEqual([true, true, false]);
    expect([at(62_999, 1 - 2 ** -53), at(64_000, 1 - 2 ** -53)]).toEqual([true, false]);
  });

  it('keeps what is in use while others come and go', () => {
    const { standing, keep } = setUp();
    keep('a');
    const parts = [part];
    for (let index = 0; index < 50; index += 1) {
      expect(standing.includes(parts)).toBe(true);
      keep(`other ${index}`, { bytes: 1_000 });
    }
  });
});
