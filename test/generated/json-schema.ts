type Json = Record<string, unknown>;

/** Under which the schemas that others refer to are known. */
export const documentId = 'document';

/**
 * Schemas of the document as JSON Schema reads one: `nullable` is a type of its own, and objects whose members are listed have
 * no others, so that an answer with an undocumented member is told from one without.
 */
export function asJsonSchema(schemas: object): Json {
  return converted(schemas) as Json;
}

function converted(part: unknown): unknown {
  if (Array.isArray(part)) return part.map(converted);
  if (!isObject(part)) return part;
  const { nullable, ...rest } = part;
  const schema = Object.fromEntries(
    Object.entries(rest)
      .filter(([name]) => name !== 'example' && name !== 'examples')
      .map(([name, value]) => [name, memberOf(name, value)]),
  );
  const closed = isOpenList(schema) ? { ...schema, unevaluatedProperties: false } : schema;
  return nullable === true ? { anyOf: [closed, { type: 'null' }] } : closed;
}

function memberOf(name: string, value: unknown): unknown {
  if (name === '$ref' && typeof value === 'string') return `${documentId}${value}`;
  return name === 'allOf' ? wholes(value) : converted(value);
}

/** The members of one object may stand in several parts of it: only all of them together are all. */
function wholes(parts: unknown): unknown {
  if (!Array.isArray(parts) || parts.length === 1) return converted(parts);
  return parts.map((part) => {
    const schema = converted(part);
    if (isObject(schema)) delete schema.unevaluatedProperties;
    return schema;
  });
}

function isOpenList(schema: Json): boolean {
  return (
    isObject(schema.properties) && schema.type === 'object' && !('additionalProperties' in schema)
  );
}

function isObject(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
