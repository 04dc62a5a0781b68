import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

/** Real answers of TikTok; they are not part of the project, so a copy may be without them. */
export const RECORDED_DIR = process.env['RECORDED_DIR'] ?? resolve('../shared/recorded');

export const hasRecorded = existsSync(join(RECORDED_DIR, 'expected.json'));

export function recordedText(file: string): string {
  return readFileSync(join(RECORDED_DIR, file), 'utf8');
}

export function recordedJson(file: string): unknown {
  return JSON.parse(recordedText(file));
}

/** The year in a file's name decides which keys it can have. */
export function yearOf(file: string): number {
  return Number(/(20\d\d)/.exec(file)?.[1] ?? 2025);
}

/** A list under a key of a recorded answer, or the recorded rows themselves. */
export function recordedRows(file: string, key: string): unknown[] {
  const value = recordedJson(file);
  const rows = Array.isArray(value) ? value : (value as Record<string, unknown>)[key];
  if (!Array.isArray(rows)) throw new Error(`${file} has no list ${key}`);
  return rows as unknown[];
}
