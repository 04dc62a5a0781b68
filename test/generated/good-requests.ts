import * as fc from 'fast-check';
import { encoded, type GeneratedRequest } from './generated-request';
import type { Operation, Parameter } from './openapi-document';
import { type Certainty, goodValues } from './values';

/** Values that only the server can make, by the parameter: nothing in a schema leads to them. */
export type KnownValues = Readonly<Record<string, string>>;

/** Requests as the document allows them: required parameters always, others now and then. */
export function goodRequests(
  operation: Operation,
  { certainty, known = {} }: { certainty: Certainty; known?: KnownValues },
): fc.Arbitrary<GeneratedRequest> {
  const { method, template, parameters, body } = operation;
  const of = (place: Parameter['in']) =>
    valuesOf(
      parameters.filter((parameter) => parameter.in === place),
      (parameter) => textsFor(parameter, certainty, known),
    );
  return fc
    .record({
      path: of('path'),
      query: of('query'),
      headers: of('header'),
      body: body
        ? goodValues(body, certainty).map((json) => JSON.stringify(json))
        : fc.constant(undefined),
    })
    .map(({ path, query, headers, body: json }) => ({
      method,
      template,
      path: mapped(path, encoded),
      query: Object.entries(query).map(([name, text]) => [encoded(name), encoded(text)] as const),
      headers: { ...headers, ...(json !== undefined && { 'content-type': 'application/json' }) },
      ...(json !== undefined && { body: json }),
    }));
}

function valuesOf(
  parameters: readonly Parameter[],
  textsOf: (parameter: Parameter) => fc.Arbitrary<string>,
): fc.Arbitrary<Record<string, string>> {
  const values = parameters.map((parameter) => [parameter.name, textsOf(parameter)] as const);
  const requiredKeys = parameters.filter(({ required }) => required).map(({ name }) => name);
  return fc.record(Object.fromEntries(values), { requiredKeys, noNullPrototype: true });
}

/** Examples stand in the parameter or in its schema. */
function textsFor(
  parameter: Parameter,
  certainty: Certainty,
  known: KnownValues,
): fc.Arbitrary<string> {
  const { name, schema, example, examples = {} } = parameter;
  const value = known[name];
  if (value !== undefined) return fc.constant(value);
  const given = [example, ...Object.values(examples).map((one) => one.value)];
  const described = { ...schema, examples: [...(schema.examples ?? []), ...given] };
  const texts = goodValues(described, certainty);
  return parameter.in === 'header' ? texts.map(inHeader) : texts.map(String);
}

/** Headers carry no other characters, and none around them. */
function inHeader(value: unknown): string {
  return String(value)
    .replace(/[^\x21-\x7e ]/g, '')
    .trim();
}

function mapped(
  record: Readonly<Record<string, string>>,
  change: (text: string) => string,
): Record<string, string> {
  return Object.fromEntries(Object.entries(record).map(([name, text]) => [name, change(text)]));
}
