export type ComponentKind = 'schemas' | 'responses' | 'headers';

/** Where a piece of the document says under which name it is kept. */
export const componentKey = 'x-component';

export interface ComponentName {
  readonly kind: ComponentKind;
  readonly name: string;
}

/**
 * A piece of the OpenAPI document that is kept once, under this name, in `components`: the finished document refers
 * to it from wherever it was written.
 */
export function named<T extends object>(kind: ComponentKind, name: string, piece: T): T {
  const label: ComponentName = { kind, name };
  return { ...piece, [componentKey]: label };
}
