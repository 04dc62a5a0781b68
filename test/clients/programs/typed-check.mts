import type { Typed } from './typed.mjs';

// What is typed passes, and what is not is found wherever it stands: else no other check here would mean anything.
interface Row {
  readonly id: string;
  readonly size?: number | null;
  readonly rows?: readonly Row[];
}

export const whole: Typed<{ rows: Row[]; links: Record<string, string> }> = true;
// @ts-expect-error a member is unknown
export const member: Typed<{ row: { id: unknown } }> = true;
// @ts-expect-error an optional member of items is any
export const item: Typed<{ rows: { id?: any }[] }> = true;
// @ts-expect-error the values of a dictionary are unknown
export const values: Typed<Record<string, unknown>> = true;
// @ts-expect-error the whole is unknown
export const all: Typed<unknown> = true;
// @ts-expect-error one of two shapes is any
export const shape: Typed<{ row: { id: string } | { id: any } }> = true;
