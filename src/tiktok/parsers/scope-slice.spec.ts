import { readSlices } from './scope-slice';

const read = (text: string, ...names: string[]): unknown => readSlices(Buffer.from(text), names);

describe('readSlices', () => {
  const wanted = { text: 'a "quoted" } \\ { é ☃', deep: { list: [{}, { a: '}' }] } };
  const state = { __DEFAULT_SCOPE__: { other: { x: 1 }, wanted, last: {} } };

  it('reads members at any depth as a parser of the whole does', () => {
    expect(read(JSON.stringify(state), 'wanted', 'last')).toEqual({ wanted, last: {} });
  });

  it('leaves out a name that is nowhere', () => {
    expect(read(JSON.stringify(state), 'wanted', 'absent')).toEqual({ wanted });
  });

  it('takes no text for a key', () => {
    const text = JSON.stringify({ caption: '"wanted":{"a":1}', wanted: { a: 2 } });
    expect(read(text, 'wanted')).toEqual({ wanted: { a: 2 } });
  });

  it.each([
    ['a name that stands there twice', '{"a":{"wanted":{}},"wanted":{}}'],
    ['what is no object', '{"wanted":[1]}'],
    ['an object behind a space', '{"wanted": {}}'],
    ['an object without an end', '{"wanted":{"a":{}'],
    ['a text without an end', '{"wanted":{"a":"b\\"}}'],
    ['what is no JSON', '{"wanted":{"a":b}}'],
    ['nothing of what is wanted', '{"a":1}'],
  ])('leaves %s to whoever parses the whole', (_, text) => {
    expect(read(text, 'wanted')).toBeUndefined();
  });
});
