import * as fc from 'fast-check';
import { badBodies } from './bad-bodies';
import { familyOf } from './families';
import { encoded, type GeneratedRequest } from './generated-request';
import { goodRequests } from './good-requests';
import type { Operation, Parameter, Schema } from './openapi-document';
import { reservedNames, wrongValues } from './wrong-values';

/** Requests with one thing wrong. */
export interface BadRequests {
  readonly kind: string;
  /** What the answer must name. */
  readonly parameter: string;
  readonly requests: fc.Arbitrary<GeneratedRequest>;
}

/** Values of an address that are no text in UTF-8, or not escaped as one. */
const badEscapes = fc.constantFrom(
  '%ff',
  '%c3%28',
  '%zz',
  '%',
  'a%',
  '%u0041',
  '%e0%80%80',
  '%ed%a0%80',
);

/** Every way in which a request of this operation can be wrong. */
export function badRequests(operation: Operation): BadRequests[] {
  const good = goodRequests(operation, { certainty: 'surely' });
  const spoil = ({ kind, parameter, spoilt }: Spoiling): BadRequests => ({
    kind,
    parameter,
    requests: fc.tuple(good, spoilt).map(([request, change]) => change(request)),
  });
  return [
    ...operation.parameters.flatMap((parameter) =>
      parameter.in === 'header' ? [] : wrongParameter(parameter, operation).map(spoil),
    ),
    ...(refusesUnknown(operation) ? unknownParameters.map(spoil) : []),
    ...(operation.body ? badBodies(operation.body).map(spoil) : []),
  ];
}

/** One way to spoil a good request. */
export interface Spoiling {
  readonly kind: string;
  readonly parameter: string;
  readonly spoilt: fc.Arbitrary<(request: GeneratedRequest) => GeneratedRequest>;
}

/** Probes and measurements have no parameters at all, and whoever asks them may add what they like. */
function refusesUnknown({ template }: Operation): boolean {
  return !familyOf(template).isLenient && template.startsWith('/api/');
}

function wrongParameter(parameter: Parameter, operation: Operation): Spoiling[] {
  if (parameter.in === 'path') return wrongPath(parameter);
  const { isLenient } = familyOf(operation.template);
  if (operation.template.startsWith('/media/')) return [];
  return isLenient ? wrongInLenientQuery(parameter) : wrongInStrictQuery(parameter);
}

function wrongPath({ name, schema }: Parameter): Spoiling[] {
  const set = (value: string) => (request: GeneratedRequest) => ({
    ...request,
    path: { ...request.path, [name]: value },
  });
  return [
    ...wrongValues(schema)
      .filter(({ kind }) => kind !== 'empty')
      .map(({ kind, values }) => ({ kind, values: values.map(encoded) })),
    { kind: 'bad escape', values: badEscapes },
  ].map(({ kind, values }) => ({
    kind,
    parameter: kind === 'bad escape' ? 'address' : name,
    spoilt: values.map(set),
  }));
}

function wrongInStrictQuery(parameter: Parameter): Spoiling[] {
  const { name, schema } = parameter;
  const good = fc.constant(encoded(exampleOf(schema)));
  return [
    ...wrongQueryValues(parameter, () => true),
    {
      kind: 'repeated',
      parameter: name,
      spoilt: good.map((value) => withQuery(name, value, value)),
    },
    ...['[]', '[0]', '[a]'].map((suffix) => ({
      kind: 'array',
      parameter: `${name}${suffix}`,
      spoilt: good.map((value) => withQuery(`${name}${suffix}`, value)),
    })),
  ];
}

function exampleOf({ example, default: usual }: Schema): string {
  const value = example ?? usual;
  return typeof value === 'string' || typeof value === 'number' ? String(value) : 'x';
}

/** Under `/apis` a blank is no value, and the last of several counts. */
function wrongInLenientQuery(parameter: Parameter): Spoiling[] {
  const { name, required } = parameter;
  const isKept = (text: string): boolean => Boolean(required) || !isBlank(text);
  const wrong = wrongQueryValues(parameter, isKept);
  const repeated = wrong
    .filter(({ kind }) => kind !== 'missing')
    .slice(0, 1)
    .map(({ spoilt }) => ({
      kind: 'repeated',
      parameter: name,
      spoilt: spoilt.map((spoil) => (request: GeneratedRequest) => {
        const { query } = spoil(request);
        return { ...request, query: [...request.query, ...query.filter(([key]) => key === name)] };
      }),
    }));
  const arrays = required
    ? [{ kind: 'array', parameter: name, spoilt: fc.constant(renamed(name, `${name}[]`)) }]
    : [];
  return [...wrong, ...repeated, ...arrays];
}

function wrongQueryValues(
  { name, schema, required }: Parameter,
  isKept: (text: string) => boolean,
): Spoiling[] {
  const set = (value: string) => withQuery(name, value);
  return [
    ...(required
      ? [{ kind: 'missing', parameter: name, spoilt: fc.constant(withQuery(name)) }]
      : []),
    ...wrongValues(schema, isKept).map(({ kind, values }) => ({
      kind,
      parameter: name,
      spoilt: values.map((text) => set(encoded(text))),
    })),
    { kind: 'bad escape', parameter: name, spoilt: badEscapes.map(set) },
  ];
}

const unknownParameters: Spoiling[] = [
  ...['coutn', 'USER_ID', 'a.b', '$where', ...reservedNames].map((name) => ({
    kind: reservedNames.includes(name) ? 'prototype key' : 'unknown parameter',
    parameter: name,
    spoilt: fc.constantFrom('1', '', 'true', '%7B%7D').map((value) => withQuery(name, value)),
  })),
];

/** A change of all values of one parameter of the query. */
function withQuery(name: string, ...values: readonly string[]) {
  return (request: GeneratedRequest): GeneratedRequest => ({
    ...request,
    query: [
      ...request.query.filter(([key]) => key !== name),
      ...values.map((value) => [name, value] as const),
    ],
  });
}

function renamed(name: string, other: string) {
  return (request: GeneratedRequest): GeneratedRequest => ({
    ...request,
    query: request.query.map(([key, value]) => [key === name ? other : key, value] as const),
  });
}

function isBlank(text: string): boolean {
  return ['', 'null', 'none', 'undefined'].includes(text.trim().toLowerCase());
}
