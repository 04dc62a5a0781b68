import type { Json, JsonObject } from './rendering';

export function isJsonObject(value: Json | undefined): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The object under a key, where there is one. */
export function objectAt(object: JsonObject | undefined, key: string): JsonObject | undefined {
  const value: Json | undefined = object?.[key];
  return isJsonObject(value) ? value : undefined;
}

export function textAt(object: JsonObject | undefined, key: string): string {
  const value = object?.[key];
  return typeof value === 'string' ? value : '';
}

/** The object with these of its keys only. */
export function picked(object: JsonObject | undefined, keys: readonly string[]): JsonObject {
  const entries = keys.flatMap((key) => {
    const value = object?.[key];
    return value === undefined ? [] : [[key, value] as const];
  });
  return Object.fromEntries(entries);
}
