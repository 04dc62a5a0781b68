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
  const paths = Object.fromEntries(
    Object.entries(document.paths).flatMap(([path, { get }]) =>
      path.startsWith(`${prefix}/`) && get
        ? [[path.slice(prefix.length), { get: operationOf(get) }] as const]
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
    components: { schemas: schemasOf(paths, document.components?.schemas ?? {}) },
  };
}

type Operation = NonNullable<OpenAPIObject['paths'][string]['get']>;

function operationOf(operation: Operation): Operation {
  const [tag = ''] = operation.operationId?.split('_') ?? [];
  return { ...operation, tags: [tag], parameters: operation.parameters?.map(parameterOf) };
}

function parameterOf<T extends object>(parameter: T): T {
  if (!('schema' in parameter)) return parameter;
  const { schema, ...others } = parameter;
  const argument: unknown = Object.entries(others).find(([key]) => key === sdkArgumentKey)?.[1];
  const described = { ...parameter, schema: { ...enumBehindAllOf(schema), ...asJson(argument) } };
  if (sdkArgumentKey in described) delete described[sdkArgumentKey];
  return described;
}

function enumBehindAllOf(schema: unknown): Json {
  const { $ref, ...others } = asJson(schema);
  return $ref === undefined ? others : { ...others, allOf: [{ $ref }] };
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
