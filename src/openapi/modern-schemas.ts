import type { Json } from './plain-json';
import { isObject, mapObjects } from './plain-json';

const schemaPrefix = '#/components/schemas/';
const suffix = /Dto$/;

/**
 * What Nest writes for OpenAPI 3.0 as 3.1 has it: `nullable` becomes a type, and a reference needs no `allOf` around
 * it to have a description. Schemas go by the name of their class without `Dto`.
 */
export function modernSchemas(document: Json): Json {
  const modern = mapObjects(document, (object) => renamed(nullAsType(withoutAllOf(object))));
  if (!isObject(modern) || !isObject(modern.components)) return document;
  const { schemas } = modern.components;
  const named = Object.entries(isObject(schemas) ? schemas : {}).map(
    ([name, schema]) => [name.replace(suffix, ''), schema] as const,
  );
  return {
    ...modern,
    components: { ...modern.components, schemas: Object.fromEntries(named) },
  };
}

function withoutAllOf(object: Json): Json {
  const { allOf, ...rest } = object;
  const [only, ...others] = Array.isArray(allOf) ? (allOf as unknown[]) : [];
  return isObject(only) && others.length === 0 ? { ...rest, ...only } : object;
}

function nullAsType(object: Json): Json {
  const { nullable, ...schema } = object;
  if (nullable !== true) return object;
  return {
    ...schema,
    type: [schema.type, 'null'],
    ...(Array.isArray(schema.enum) && { enum: [...(schema.enum as unknown[]), null] }),
  };
}

function renamed(object: Json): Json {
  const { $ref: reference } = object;
  return typeof reference === 'string' && reference.startsWith(schemaPrefix)
    ? { ...object, $ref: reference.replace(suffix, '') }
    : object;
}
