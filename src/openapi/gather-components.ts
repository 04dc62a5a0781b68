import { isDeepStrictEqual } from 'node:util';
import type { ComponentName } from '../http/named-component';
import { componentKey } from '../http/named-component';
import type { Json } from './plain-json';
import { isObject, mapObjects } from './plain-json';

/**
 * Moves what bears a name into `components`, and puts a reference in its place.
 * @throws Error where two different pieces have one name
 */
export function gatherComponents(document: Json): Json {
  const gathered: Record<string, Record<string, unknown>> = {};
  const referring = mapObjects(document, (object) => {
    const { [componentKey]: label, ...piece } = object;
    if (!isLabel(label)) return object;
    const { kind, name } = label;
    const ofKind = (gathered[kind] ??= {});
    if (name in ofKind && !isDeepStrictEqual(ofKind[name], piece))
      throw new Error(`Two different ${kind} are called ${name}`);
    ofKind[name] = piece;
    return { $ref: `#/components/${kind}/${name}` };
  });
  if (!isObject(referring)) return document;
  const components = { ...(isObject(referring.components) ? referring.components : {}) };
  for (const [kind, pieces] of Object.entries(gathered)) {
    const known = components[kind];
    components[kind] = { ...(isObject(known) ? known : {}), ...pieces };
  }
  return { ...referring, components };
}

function isLabel(value: unknown): value is ComponentName {
  return isObject(value) && typeof value.kind === 'string' && typeof value.name === 'string';
}
