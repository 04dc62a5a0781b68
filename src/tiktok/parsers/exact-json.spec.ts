import * as fc from 'fast-check';
import { quoteBigIntegers } from './exact-json';

describe('quoteBigIntegers', () => {
  it.each([
    ['{"a":7400000000000000001}', '{"a":"7400000000000000001"}'],
    ['{ "a" : 7400000000000000001 , "b": 1}', '{ "a" : "7400000000000000001" , "b": 1}'],
    ['{"a":[{"b":7400000000000000001}]}', '{"a":[{"b":"7400000000000000001"}]}'],
    ['{"a":":7400000000000000001,"}', '{"a":":7400000000000000001,"}'],
    ['{"a":"{\\"b\\":7400000000000000001}"}', '{"a":"{\\"b\\":7400000000000000001}"}'],
    ['{"a":"{","b":7400000000000000001}', '{"a":"{","b":"7400000000000000001"}'],
    ['{"a":1234567890123456}', '{"a":"1234567890123456"}'],
    ['{"a":123456789012345}', '{"a":123456789012345}'],
    ['{"a":"b:7400000000000000001,"}', '{"a":"b:7400000000000000001,"}'],
    ['{"a\\":7400000000000000001,":1}', '{"a\\":7400000000000000001,":1}'],
    ['{"a":0.7400000000000000001}', '{"a":0.7400000000000000001}'],
    ['{"a":7400000000000000001', '{"a":7400000000000000001'],
    ['{"a":7400000000000000001,"', '{"a":"7400000000000000001","'],
  ])('changes %s to %s', (json, exact) => {
    expect(quoteBigIntegers(json)).toBe(exact);
  });

  it('changes no text and no other number, whatever the JSON', () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.boolean(), (value, isPretty) => {
        const json = JSON.stringify(value, undefined, isPretty ? 2 : 0);
        const unquoted = (_: string, member: unknown): unknown =>
          typeof member === 'number' && Math.abs(member) >= 1e15 ? String(member) : member;
        expect(JSON.parse(quoteBigIntegers(json), unquoted)).toEqual(JSON.parse(json, unquoted));
      }),
    );
  });
});
