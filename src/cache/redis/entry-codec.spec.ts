import { decodeEntry, encodeEntry, versionRange } from './entry-codec';

const version = '01234567-89ab-cdef-0123-456789abcdef';
const entry = (value: unknown) => ({
  value: {
    value,
    source: 'page',
    fetchedAtMs: 1,
    freshUntilMs: 2,
    version,
    loadMs: 3,
    jsonBytes: 4,
    linkAccess: { cookie: 'a=b' },
  },
  expires: 5,
});

describe('an entry as bytes', () => {
  it.each([
    ['small', 'ъ'],
    ['large', 'ъ'.repeat(50_000)],
  ])('comes back as it was: %s', async (_size, text) => {
    const bytes = await encodeEntry(entry({ text, list: [1, null] }));
    expect(await decodeEntry(bytes)).toEqual(entry({ text, list: [1, null] }));
  });

  it('shows its version without being decoded', async () => {
    const [first, last] = versionRange;
    for (const text of ['x', 'x'.repeat(50_000)]) {
      const bytes = await encodeEntry(entry(text));
      expect(bytes.subarray(first, last + 1).toString()).toBe(version);
    }
  });

  it('is compressed where that is worth it', async () => {
    expect((await encodeEntry(entry('x'.repeat(50_000)))).length).toBeLessThan(1_000);
  });

  it('is nothing when it is cut short or bent', async () => {
    for (const text of ['x', 'x'.repeat(50_000)]) {
      const bytes = await encodeEntry(entry(text));
      for (const length of [0, 1, 20, 37, 40, bytes.length - 1])
        expect(await decodeEntry(bytes.subarray(0, length))).toBeUndefined();
      const swapped = Buffer.from(bytes);
      swapped[0] = 1 - (swapped[0] ?? 0);
      expect(await decodeEntry(swapped)).toBeUndefined();
    }
  });
});
