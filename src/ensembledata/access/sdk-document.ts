import type { OpenAPIObject } from '@nestjs/swagger';
import { sdkArgumentKey } from './sdk-argument.decorator';

type Json = Readonly<Record<string, unknown>>;

const prefix = '/apis';

/**
 * The routes of the documented API alone, in the form that the SDKs' generator reads: paths without `/apis`,
 * one tag (`tiktok`, `customer`), enums behind `allOf`, and what it wants to know of arguments in the schema.
 * Made from the document of all routes, so that the two cannot differ.
 */
export function sdkDocumentOf(document: OpenAPIObject, publicUrl = ''): OpenAPIObject {
  const enums: Enums = {};
  const paths = Object.fromEntries(
    Object.entries(document.paths).flatMap(([path, { get }]) =>
      path.startsWith(`${prefix}/`) && get
        ? [[path.slice(prefix.length), { get: operationOf(inFull(get, document), enums) }] as const]
        : [],
    ),
  );
  return {
    ...document,
    info: {
      ...document.info,
      title: `${document.info.title}: EnsembleData's routes`,
      description: 'For the unmodified SDKs. Errors are `{"detail"}` with numbers of their own.',
    },
    servers: [{ url: publicUrl + prefix }],
    tags: [],
    paths,
    components: { schemas: schemasOf(paths, { ...document.components?.schemas, ...enums }) },
  };
}

type Operation = NonNullable<OpenAPIObject['paths'][string]['get']>;

/** The enums that were taken out of parameters, by name. */
type Enums = Record<string, { type: string; enum: unknown[] }>;

/** With responses and headers in place of references to them: the generator follows those to schemas alone. */
function inFull(operation: Operation, { components = {} }: OpenAPIObject): Operation {
  const responses = Object.entries(operation.responses).map(([status, response]) => {
    const { headers, ...rest } = standingFor(response, components.responses);
    const inPlace = Object.entries(asJson(headers)).map(
      ([name, header]) => [name, standingFor(header, components.headers)] as const,
    );
    return [status, { ...rest, headers: Object.fromEntries(inPlace) }] as const;
  });
  return { ...operation, ...asJson({ responses: Object.fromEntries(responses) }) };
}

/** What a reference leads to, or what stands in its place. */
function standingFor(piece: unknown, pieces: Readonly<Record<string, object>> = {}): Json {
  const { $ref: reference } = asJson(piece);
  if (typeof reference !== 'string') return asJson(piece);
  return asJson(pieces[reference.split('/').pop() ?? '']);
}

function operationOf(operation: Operation, enums: Enums): Operation {
  const { operationId = '', parameters } = operation;
  const [tag = '', ...words] = operationId.split('_');
  const parameterOf = <T extends object>(parameter: T): T => {
    if (!('schema' in parameter) || !('name' in parameter)) return parameter;
    const name = [...words, ...String(parameter.name).split('_')].map(capitalised).join('');
    const schema = enumBehindAllOf(asJson(parameter.schema), name, enums);
    const argument = asJson(asJson(parameter)[sdkArgumentKey]);
    const described = { ...parameter, schema: { ...schema, ...argument } };
    if (sdkArgumentKey in described) delete described[sdkArgumentKey];
    return described;
  };
  return { ...operation, tags: [tag], parameters: parameters?.map(parameterOf) };
}

/** The generator reads an enum only where it stands by name. */
function enumBehindAllOf(schema: Json, name: string, enums: Enums): Json {
  if (!Array.isArray(schema.enum)) return schema;
  const { type, enum: values, ...others } = schema;
  enums[name] = { type: String(type), enum: values };
  return { ...others, allOf: [{ $ref: `#/components/schemas/${name}` }] };
}

function capitalised(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}

/** The schemas that are spoken of, and those that they speak of. */
function schemasOf<T>(paths: unknown, all: Readonly<Record<string, T>>): Record<string, T> {
  const named = new Set<string>();
  const visit = (value: unknown): void => {
    const references = JSON.stringify(value).matchAll(/"#\/components\/schemas\/([^"]+)"/g);
    for (const [, name = ''] of references) {
      if (named.has(name)) continue;
      named.add(name);
      if (name in all) visit(all[name]);
    }
  };
  visit(paths);
  return Object.fromEntries(Object.entries(all).filter(([name]) => named.has(name)));
}

function asJson(value: unknown): Json {
  return typeof value === 'object' && value !== null ? { ...value } : {};
}
