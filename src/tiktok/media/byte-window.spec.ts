import { ByteWindow } from './byte-window';

function filled(): ByteWindow {
  const window = new ByteWindow(100);
  for (const text of ['abc', 'd', 'efgh']) window.append(Buffer.from(text));
  return window;
}

describe('a window of bytes', () => {
  it.each([
    [99, undefined],
    [100, 'abc'],
    [102, 'c'],
    [103, 'd'],
    [104, 'efgh'],
    [107, 'h'],
    [108, undefined],
  ])('gives from byte %i on %j', (position, text) => {
    expect(filled().from(position)?.toString()).toBe(text);
  });

  it.each([
    [50, 100],
    [102, 100],
    [103, 103],
    [105, 104],
    [108, 108],
    [200, 108],
  ])('lets go before %i of whole pieces, up to %i', (position, start) => {
    const window = filled();
    window.dropBefore(position);
    expect([window.start, window.end, window.sizeBytes]).toEqual([start, 108, 108 - start]);
    window.append(Buffer.from('xyz'));
    expect(window.from(109)?.toString()).toBe('yz');
  });
});
