export type Json = Readonly<Record<string, unknown>>;

export function isObject(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** A copy in which every object, the innermost first, is what `change` makes of it. */
export function mapObjects(value: unknown, change: (object: Json) => unknown): unknown {
  if (Array.isArray(value)) return value.map((item) => mapObjects(item, change));
  if (!isObject(value)) return value;
  const members = Object.entries(value).map(
    ([name, member]) => [name, mapObjects(member, change)] as const,
  );
  return change(Object.fromEntries(members));
}
