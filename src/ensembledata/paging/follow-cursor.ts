import type { Position } from './chunk';

/** Where a list of followers goes on, and how many were given before. */
export interface FollowPosition extends Position {
  readonly given: number;
}

// The number of a cursor: TikTok's time in seconds, then two digits for hundreds given, then three for rows of the
// page. A number too small for that is a time as it stands, which the documented API shows.
const rowsFactor = 1_000;
const factor = 100 * rowsFactor;
const smallest = 100_000_000_000;
const hundred = 100;
const maxHundreds = 99;

/** The position that a caller's cursor stands for. */
export function readFollowCursor(cursor = 0): FollowPosition {
  if (cursor < smallest) return { ...timeOf(cursor), skip: 0, given: 0 };
  const rest = cursor % factor;
  const given = Math.floor(rest / rowsFactor) * hundred;
  return { ...timeOf(Math.floor(cursor / factor)), skip: rest % rowsFactor, given };
}

/** A position as one number; undefined where TikTok's cursor is no time in seconds. */
export function writeFollowCursor({ cursor, skip, given }: FollowPosition): number | undefined {
  if (cursor === undefined || !/^\d{7,11}$/.test(cursor) || skip >= rowsFactor) return undefined;
  const hundreds = Math.min(maxHundreds, Math.ceil(given / hundred));
  const number = Number(cursor) * factor + hundreds * rowsFactor + skip;
  return Number.isSafeInteger(number) ? number : undefined;
}

function timeOf(seconds: number): Pick<Position, 'cursor'> {
  return seconds === 0 ? {} : { cursor: String(seconds) };
}
