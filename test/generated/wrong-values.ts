import * as fc from 'fast-check';
import type { Schema } from './openapi-document';
import { isAllowedText } from './values';

/** A way in which a value can be wrong. */
export interface WrongValues {
  readonly kind: string;
  readonly values: fc.Arbitrary<string>;
}

/** Names that every object has, or that lead to what all objects share. */
export const reservedNames: readonly string[] = [
  ...['__proto__', 'constructor', 'prototype', 'hasOwnProperty', '__defineGetter__'],
  ...['__proto__[x]', 'constructor[prototype][x]', 'constructor.prototype.x'],
];

const nul = String.fromCharCode(0);
const tenKilobytes = 10 * 1024;

const noNumber = fc.oneof(
  fc.constantFrom('abc', '1.5', '1e3', '0x10', '-1', '+5', '1_000', '5,6', '5;6', '٣', '５'),
  fc.constantFrom('NaN', 'Infinity', '-Infinity', '1e999', '[5]', '{"a":1}', 'true', '1 2', '-0'),
  fc.double({ noInteger: true }).map(String),
  fc.string({ minLength: 1, maxLength: 30 }),
);
const hugeNumber = fc.oneof(
  fc.constantFrom('9007199254740993', '18446744073709551616', '9'.repeat(400)),
  fc.bigInt({ min: 2n ** 63n, max: 2n ** 512n }).map(String),
);
const oddText = fc.oneof(
  fc.constantFrom(
    '../../etc/passwd',
    "' OR 1=1 --",
    '<script>',
    '${7*7}',
    '%s%n',
    '☃',
    '\u202eabc',
  ),
  fc.constantFrom(
    'http://169.254.169.254/',
    'javascript:alert(1)',
    'null\r\nx: y',
    '{}',
    '[]',
    '-',
  ),
  fc.string({ unit: 'binary', minLength: 1, maxLength: 60 }),
);
const withNul = fc.constantFrom(nul, `a${nul}`, `${nul}5`, `5${nul}`);
const long = fc
  .constantFrom('x', '9', '%')
  .map((one) => one.repeat(tenKilobytes / encodeURIComponent(one).length));

/** Texts that a schema forbids, by what is wrong with them. None for a schema that allows every text. */
export function wrongValues(
  schema: Schema,
  isAsked: (text: string) => boolean = () => true,
): WrongValues[] {
  const kinds = [...ofType(schema), { kind: 'null byte', values: withNul }, tooLong, empty];
  return kinds.flatMap(({ kind, values }) => {
    const isKept = (text: string): boolean => isWrong(text, schema) && isAsked(text);
    return canBeMade(values, isKept) ? [{ kind, values: values.filter(isKept) }] : [];
  });
}

const tooLong = { kind: '10 kB', values: long };
const empty = { kind: 'empty', values: fc.constant('') };

function ofType(schema: Schema): WrongValues[] {
  const { type, minimum, maximum } = schema;
  if (type !== 'integer' && type !== 'number')
    return [{ kind: 'wrong form', values: fc.oneof(oddText, noNumber, hugeNumber) }];
  const outside = [minimum, maximum].flatMap((bound) =>
    bound === undefined ? [] : [String(bound - 1), String(bound + 1)],
  );
  return [
    { kind: 'wrong type', values: noNumber },
    { kind: 'huge number', values: hugeNumber },
    { kind: 'out of bounds', values: fc.constantFrom('-1', ...outside) },
  ];
}

/** Spaces around a value are nobody's mistake. */
function isWrong(text: string, schema: Schema): boolean {
  const { type, minimum = -Infinity, maximum = Infinity, oneOf } = schema;
  if (oneOf) return oneOf.every((part) => isWrong(text, part));
  const trimmed = text.trim();
  if (type === 'boolean') return !['true', 'false', '1', '0'].includes(trimmed.toLowerCase());
  if (type === 'integer' || type === 'number')
    return !/^\d+$/.test(trimmed) || Number(trimmed) < minimum || Number(trimmed) > maximum;
  return !isAllowedText(text, schema) && !isAllowedText(trimmed, schema);
}

/** Whether a filter leaves anything: fast-check would look for it for ever. */
function canBeMade(values: fc.Arbitrary<string>, isKept: (text: string) => boolean): boolean {
  return fc.sample(values, { numRuns: 100, seed: 1 }).some(isKept);
}
