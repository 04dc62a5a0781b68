import { setImmediate as nextTurn } from 'node:timers/promises';
import { buffer } from 'node:stream/consumers';
import type { ZipEntry } from './post-zip';
import { zipOf } from './post-zip';

const madeAt = new Date('2026-01-02T03:04:06Z');

async function* entriesOf(count: number, onAsked: () => void = () => {}): AsyncGenerator<ZipEntry> {
  for (let n = 1; n <= count; n += 1) {
    onAsked();
    yield { name: `${n}.bin`, bytes: Buffer.alloc(200_000, n) };
  }
}

describe('zipOf', () => {
  it('gives equal bytes for equal entries', async () => {
    const [one, other] = await Promise.all([1, 2].map(() => buffer(zipOf(entriesOf(3), madeAt))));
    expect(one?.length).toBeGreaterThan(600_000);
    expect(one?.equals(other ?? Buffer.alloc(0))).toBe(true);
  });

  it('asks for an entry when the one before has been taken', async () => {
    let asked = 0;
    const zip = zipOf(
      entriesOf(10, () => (asked += 1)),
      madeAt,
    );
    for (let turn = 0; turn < 50; turn += 1) await nextTurn();
    expect(asked).toBe(1);
    await buffer(zip);
    expect(asked).toBe(10);
  });

  it('asks for no more when nobody reads it any longer', async () => {
    let asked = 0;
    let isEnded = false;
    async function* counted(): AsyncGenerator<ZipEntry> {
      try {
        yield* entriesOf(10, () => (asked += 1));
      } finally {
        isEnded = true;
      }
    }
    const zip = zipOf(counted(), madeAt);
    for (let turn = 0; turn < 50; turn += 1) await nextTurn();
    zip.destroy();
    for (let turn = 0; turn < 50; turn += 1) await nextTurn();
    expect([asked, isEnded]).toEqual([1, true]);
  });

  it('breaks when an entry cannot be made at all', async () => {
    async function* broken(): AsyncGenerator<ZipEntry> {
      yield { name: 'a', bytes: Buffer.from('a') };
      throw new Error('no more');
    }
    await expect(buffer(zipOf(broken(), madeAt))).rejects.toThrow('no more');
  });
});
