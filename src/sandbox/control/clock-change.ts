export type ClockChange = { setMs: number } | { advanceMs: number };

/** Reads `{now}` (ISO time or milliseconds) or `{advanceMs}`. */
export function readClockChange(body: object): ClockChange {
  const { now, advanceMs } = body as { now?: unknown; advanceMs?: unknown };
  if (typeof advanceMs === 'number' && Number.isFinite(advanceMs)) return { advanceMs };
  const setMs = typeof now === 'string' ? Date.parse(now) : now;
  if (typeof setMs === 'number' && Number.isFinite(setMs)) return { setMs };
  throw new Error('The clock wants {now: ISO time or milliseconds} or {advanceMs: number}');
}
