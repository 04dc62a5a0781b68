import { idIn, parseExactly, wideNumber, writeJson } from './exact-json';

describe('exact JSON', () => {
  it('writes an id as a number that JavaScript would round', () => {
    const written = writeJson({ id: wideNumber('7571171661639175454'), id_str: '7' });
    expect(written).toBe('{"id":7571171661639175454,"id_str":"7"}');
    expect((JSON.parse(written) as { id: number }).id).toBe(7571171661639175000);
  });

  it('reads and writes back wide numbers, and leaves digits inside texts alone', () => {
    const text =
      '{"a":[7571171661639175454,-7571171661639175453],"b":"see 7571171661639175454, ok","c":1.5}';
    expect(writeJson(parseExactly(text))).toBe(text);
  });
});

describe('an id that somebody sends', () => {
  it.each([
    ['7178997441201524010', '7178997441201524010'],
    ['"7178997441201524010"', '7178997441201524010'],
    ['12345', '12345'],
    ['"x1"', undefined],
    ['1.5', undefined],
    ['-7', undefined],
    ['null', undefined],
    ['[7178997441201524010]', undefined],
  ])('%s', (json, id) => {
    const { sent } = parseExactly(`{"sent":${json}}`) as { sent: unknown };
    expect(idIn(sent)).toBe(id);
  });
});
