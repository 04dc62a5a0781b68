import * as fc from 'fast-check';
import type { Schema } from './openapi-document';

/** How often another value than the documented example is made; the examples are what leads far into the server. */
const mostly = 3;

export type Json = unknown;

/** `surely`: of texts that the schema says too little of, the examples alone. */
export type Certainty = 'surely' | 'perhaps';

/** Values that a schema allows, as JSON. Costly ones (a thousand pages) are made seldom. */
export function goodValues(schema: Schema, certainty: Certainty): fc.Arbitrary<Json> {
  const { enum: allowed, oneOf } = schema;
  const type = [schema.type].flat()[0];
  if (allowed) return fc.constantFrom(...allowed);
  if (oneOf) return fc.oneof(...oneOf.map((part) => goodValues(part, certainty)));
  if (type === 'object') return objects(schema, certainty);
  if (type === 'array')
    return fc.array(goodValues(schema.items ?? {}, certainty), { maxLength: 3 });
  if (type === 'boolean') return fc.boolean();
  if (type === 'integer' || type === 'number') return numbers(schema);
  return texts(schema, certainty);
}

function objects(
  { properties = {}, required = [] }: Schema,
  certainty: Certainty,
): fc.Arbitrary<Json> {
  const members = Object.fromEntries(
    Object.entries(properties).map(([name, schema]) => [name, goodValues(schema, certainty)]),
  );
  return fc.record(members, { requiredKeys: [...required], noNullPrototype: true });
}

function numbers({ minimum = 0, maximum = Number.MAX_SAFE_INTEGER }: Schema): fc.Arbitrary<Json> {
  const few = fc.integer({ min: minimum, max: Math.min(maximum, minimum + 20) });
  const any = fc.maxSafeInteger().map((n) => minimum + (Math.abs(n) % (maximum - minimum + 1)));
  return fc.oneof(
    { arbitrary: few, weight: 8 },
    { arbitrary: fc.constant(maximum), weight: 1 },
    { arbitrary: any, weight: 1 },
  );
}

function texts(schema: Schema, certainty: Certainty): fc.Arbitrary<Json> {
  const examples = [schema.example, schema.default, ...(schema.examples ?? [])].filter(
    (example) => typeof example === 'string',
  );
  if (certainty === 'surely' && isFreeText(schema))
    return fc.constantFrom(...(examples.length > 0 ? examples : ['x']));
  const made = madeTexts(schema).filter((text) => isAllowedText(text, schema));
  if (examples.length === 0) return made;
  return fc.oneof(
    { arbitrary: fc.constantFrom(...examples), weight: mostly },
    { arbitrary: made, weight: 1 },
  );
}

function madeTexts({
  pattern,
  format,
  minLength = 0,
  maxLength = 40,
}: Schema): fc.Arbitrary<string> {
  if (format === 'date')
    return fc
      .date({ min: new Date('2020-01-01'), max: new Date('2035-01-01'), noInvalidDate: true })
      .map((date) => date.toISOString().slice(0, 10));
  if (pattern !== undefined) return fc.stringMatching(new RegExp(pattern));
  return fc.string({ unit: 'grapheme', minLength, maxLength: Math.min(maxLength, 40) });
}

/** Whether the schema leaves open which texts are good: lengths say little, and so do formats beyond JSON Schema. */
function isFreeText({ pattern, format }: Schema): boolean {
  return format === undefined ? pattern === undefined : format !== 'date';
}

export function isAllowedText(text: string, schema: Schema): boolean {
  const { pattern, format, enum: allowed, minLength = 0, maxLength = Infinity } = schema;
  const length = [...text].length;
  if (length < minLength || length > maxLength) return false;
  if (allowed && !allowed.map(String).includes(text)) return false;
  if (format === 'date' && !isDate(text)) return false;
  return pattern === undefined || new RegExp(pattern).test(text);
}

function isDate(text: string): boolean {
  return /^\d{4}-\d\d-\d\d$/.test(text) && !Number.isNaN(Date.parse(text));
}
