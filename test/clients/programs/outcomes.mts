import { readFileSync, writeFileSync } from 'node:fs';
import type { Known } from './known.js';

export interface Outcome<Data = unknown> {
  readonly status: number;
  readonly data: Data;
}

/** What the tests want to know, from the file that the first argument names. */
export const known = JSON.parse(readFileSync(process.argv[2] ?? '', 'utf8')) as Known;

interface Answer<Data, Problem> {
  readonly data?: Data;
  readonly error?: Problem;
  readonly response?: Response;
}

/** The data of an answer; throws when the server refused. */
export async function ok<Data>(asked: Promise<Answer<Data, unknown>>): Promise<Outcome<Data>> {
  const { data, error, response } = await asked;
  if (data === undefined) throw new Error(`${response?.status}: ${JSON.stringify(error)}`);
  return { status: response?.status ?? 0, data };
}

/** The problem of an answer; throws when the server did not refuse. */
export async function refused<Problem>(
  asked: Promise<Answer<unknown, Problem>>,
): Promise<Outcome<Problem>> {
  const { error, response } = await asked;
  if (error === undefined) throw new Error(`${response?.status} is no refusal`);
  return { status: response?.status ?? 0, data: error };
}

/** Headers have no body to read. */
export async function headersOf(
  asked: Promise<{ readonly response?: Response }>,
): Promise<Outcome<{ readonly type: string; readonly bytes: number }>> {
  const { response } = await asked;
  const type = response?.headers.get('content-type') ?? '';
  const bytes = Number(response?.headers.get('content-length'));
  return { status: response?.status ?? 0, data: { type, bytes } };
}

/** Makes the calls one after another and writes what came of each to the file that the second argument names. */
export async function writeOutcomes(
  calls: Readonly<Record<string, () => Promise<Outcome>>>,
): Promise<void> {
  const outcomes: Record<string, Outcome | { readonly threw: string }> = {};
  for (const [name, call] of Object.entries(calls))
    outcomes[name] = await call().catch((error: unknown) => ({ threw: String(error) }));
  writeFileSync(process.argv[3] ?? '', JSON.stringify(outcomes));
}
