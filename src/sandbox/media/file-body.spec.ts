import type { Reply } from '../http/reply';
import { piecesOf } from '../http/paced-body';
import { bodyOf } from './file-body';

const bytes = Buffer.from('0123456789');
const file = { contentType: 'video/mp4', bytes, size: 200_000 };

function read(body: Reply['body']): Buffer {
  return Buffer.concat([...piecesOf(body)]);
}

describe('bodyOf', () => {
  it('ends a file with a box that players skip', () => {
    const whole = read(bodyOf(file, { first: 0, last: file.size - 1 }));
    expect(whole).toHaveLength(200_000);
    expect(whole.subarray(0, 10)).toEqual(bytes);
    expect(whole.readUInt32BE(10)).toBe(199_990);
    expect(whole.toString('latin1', 14, 18)).toBe('free');
    expect(whole.subarray(18).every((byte) => byte === 0)).toBe(true);
  });

  it.each([
    [0, 3],
    [8, 12],
    [11, 17],
    [15, 90_000],
    [70_000, 199_999],
  ])('cuts out bytes %i to %i', (first, last) => {
    const whole = read(bodyOf(file, { first: 0, last: file.size - 1 }));
    const part = bodyOf(file, { first, last });
    expect(read(part)).toEqual(whole.subarray(first, last + 1));
    expect(typeof part === 'string' ? -1 : part.byteLength).toBe(last - first + 1);
  });
});
