import Ajv2020 from 'ajv/dist/2020';
import * as fc from 'fast-check';
import type { Spoiling } from './bad-requests';
import type { GeneratedRequest } from './generated-request';
import type { Schema } from './openapi-document';
import { reservedNames, wrongValues } from './wrong-values';

const ajv = new Ajv2020({ strict: false, validateFormats: false });

/** Every way in which a JSON body can be wrong. */
export function badBodies(schema: Schema): Spoiling[] {
  const { properties = {}, required = [] } = schema;
  return [
    ...Object.entries(properties).flatMap(([name, member]) => wrongMember(name, member)),
    ...required.map((name) => ({
      kind: 'missing',
      parameter: name,
      spoilt: fc.constant(withBody((members) => withoutMember(members, name))),
    })),
    ...unknownMembers,
    ...wholes,
  ];
}

/** Members as they are written, so that there can be what no object of JavaScript's holds. */
type Members = Readonly<Record<string, string>>;

function withBody(change: (members: Members) => Members) {
  return (request: GeneratedRequest): GeneratedRequest => {
    const body = JSON.parse(String(request.body)) as Record<string, unknown>;
    const members = Object.entries(body).map(([name, value]) => [name, JSON.stringify(value)]);
    return { ...request, body: written(change(Object.fromEntries(members) as Members)) };
  };
}

function written(members: Members): string {
  const pairs = Object.entries(members).map(([name, json]) => `${JSON.stringify(name)}:${json}`);
  return `{${pairs.join(',')}}`;
}

function withoutMember(members: Members, left: string): Members {
  return Object.fromEntries(Object.entries(members).filter(([name]) => name !== left));
}

/** A member that is written last, `__proto__` too. */
function member(name: string, json: string) {
  return withBody((members) =>
    Object.defineProperty(withoutMember(members, name), name, { value: json, enumerable: true }),
  );
}

const nested = (open: string, close: string): string =>
  `${open.repeat(5_000)}1${close.repeat(5_000)}`;

const values: readonly string[] = [
  ...['null', 'true', '[]', '["x"]', '{}', '{"a":1}', '""', '"yes"', '2', '-1', '1.5', '1e999'],
  ...['9'.repeat(400), '-0', '12345678901234567890', nested('[', ']'), nested('{"a":', '}')],
  ...['{"__proto__":{"update_cache":true}}', '[{"constructor":{"prototype":{"x":1}}}]'],
  ...['{"a":{"b":{"__proto__":{"x":1}}}}', '"\\u0000"', '"\\ud800"', `"${'x'.repeat(10_240)}"`],
];

function wrongMember(name: string, schema: Schema): Spoiling[] {
  const isGood = ajv.compile(schema);
  const wrong = values.filter((json) => {
    try {
      return !isGood(JSON.parse(json));
    } catch {
      // Too deep to be looked into is wrong as well, or no JSON at all.
      return true;
    }
  });
  const set = (json: string) => member(name, json);
  return [
    { kind: 'wrong type', parameter: name, spoilt: fc.constantFrom(...wrong).map(set) },
    ...(schema.type === 'string' ? wrongValues(schema) : []).map(({ kind, values: texts }) => ({
      kind,
      parameter: name,
      spoilt: texts.map((text) => set(JSON.stringify(text))),
    })),
  ];
}

const unknownMembers: Spoiling[] = ['userId', 'count', 'toString', ...reservedNames].map(
  (name) => ({
    kind: reservedNames.includes(name) ? 'prototype key' : 'unknown parameter',
    parameter: name,
    spoilt: fc
      .constantFrom('1', 'null', '{}', '{"x":{"__proto__":1}}', '[]')
      .map((json) => member(name, json)),
  }),
);

const set =
  (body: string | Buffer, type = 'application/json') =>
  (request: GeneratedRequest): GeneratedRequest => ({
    ...request,
    headers: { ...request.headers, 'content-type': type },
    body,
  });

const whole = (kind: string, spoilt: Spoiling['spoilt']): Spoiling => ({
  kind,
  parameter: 'body',
  spoilt,
});

const wholes: Spoiling[] = [
  whole(
    'broken JSON',
    fc.nat().map((at) => (request: GeneratedRequest) => {
      const body = String(request.body);
      return { ...request, body: body.slice(0, 1 + (at % (body.length - 1))) };
    }),
  ),
  whole(
    'broken JSON',
    fc
      .constantFrom(
        '{',
        '{"a"}',
        "{'a':1}",
        '{"a":1,}',
        '{"a":01}',
        '{"a":NaN}',
        '{} {}',
        '{"a":"\n"}',
      )
      .map((json) => set(json)),
  ),
  whole(
    'no object',
    fc
      .constantFrom('[]', 'null', '1', '"text"', 'true', '[{"user_id":"a"}]')
      .map((json) => set(json)),
  ),
  whole('null byte', fc.constant(set(`{"user_id":"a"}${String.fromCharCode(0)}`))),
  whole(
    'bad UTF-8',
    fc.constantFrom([0xff, 0xfe], [0x7b, 0xc3, 0x28, 0x7d]).map((bytes) => set(Buffer.from(bytes))),
  ),
  whole(
    'wrong content type',
    fc
      .constantFrom(
        'application/xml',
        'multipart/form-data',
        'application/octet-stream',
        'x',
        'text/html',
        'application/x-ndjson',
      )
      .map((type) => (request: GeneratedRequest) => set(request.body ?? '', type)(request)),
  ),
];
