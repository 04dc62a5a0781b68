import { MemoryStore } from './memory-store';

function entryOf(text: string) {
  return {
    value: {
      value: text,
      source: 'page',
      fetchedAtMs: 0,
      freshUntilMs: 1,
      version: 'v',
      loadMs: 0,
      jsonBytes: text.length,
    },
  };
}

describe('MemoryStore', () => {
  it('stays within its bytes and lets go of what was used longest ago', () => {
    const store = new MemoryStore(10_000);
    for (let index = 0; index < 100; index += 1)
      store.set(`key${index}`, entryOf('x'.repeat(1_000)));
    expect(store.bytes).toBeLessThanOrEqual(10_000);
    expect(store.get('key99')).toBeDefined();
    expect(store.get('key0')).toBeUndefined();
  });

  it('gives values back by reference', () => {
    const store = new MemoryStore(10_000);
    const entry = entryOf('a');
    store.set('key', entry);
    expect(store.get('key')).toBe(entry);
  });

  it('does not keep what is larger than the whole store', () => {
    const store = new MemoryStore(2_000);
    store.set('large', entryOf('x'.repeat(5_000)));
    expect(store.get('large')).toBeUndefined();
  });
});
