import { isRecord, type Bendable } from './bendable';

/** Keys in another order, at every depth, and some that nobody has seen. */
export function disorderKeys(body: Bendable): void {
  const disordered = disorder(body);
  for (const key of Object.keys(body)) delete body[key];
  Object.assign(body, disordered);
}

function disorder(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(disorder);
  if (!isRecord(value)) return value;
  const entries = Object.entries(value).map(([key, inner]) => [key, disorder(inner)] as const);
  return Object.fromEntries([...entries.toReversed(), ['sandboxUnknownKey', { nested: [1] }]]);
}

/** Scopes that clients have not heard of, one of them with the look of a detail scope. */
export function unknownScopes(state: Bendable): void {
  const scopes = state['__DEFAULT_SCOPE__'];
  if (!isRecord(scopes)) return;
  const known = { ...scopes };
  for (const key of Object.keys(scopes)) delete scopes[key];
  Object.assign(scopes, {
    'webapp.sandbox-unknown': { statusCode: 0, itemInfo: null },
    'webapp.sandbox-detail': [],
    ...known,
    TEMP_SANDBOX_FLAG: true,
  });
}

/** The carrier is there and has nothing in it. */
export function emptyScope(state: Bendable): void {
  for (const key of Object.keys(state)) state[key] = {};
}
