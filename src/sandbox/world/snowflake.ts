/** TikTok's 64-bit ids: the upper half is the second in which the id was minted. */
export interface Snowflake {
  seconds: number;
  low: number;
}

const EARLIEST = Date.UTC(2014, 0, 1) / 1000;
const TAIL = 10_000;
const HALF_IN_TAIL = 2 ** 32 % TAIL;

export function composeId({ seconds, low }: Snowflake): string {
  return ((BigInt(seconds) << 32n) | BigInt(low >>> 0)).toString();
}

/** The last four digits of an id, without the cost of writing it down. */
export function tailOf({ seconds, low }: Snowflake): string {
  const tail = ((seconds % TAIL) * HALF_IN_TAIL + ((low >>> 0) % TAIL)) % TAIL;
  return String(tail).padStart(4, '0');
}

/** Undefined when the text is no id or its time lies before TikTok. */
export function parseId(id: string): Snowflake | undefined {
  if (!/^[1-9]\d{16,19}$/.test(id)) return undefined;
  const value = BigInt(id);
  if (value >> 64n !== 0n) return undefined;
  const seconds = Number(value >> 32n);
  return seconds < EARLIEST ? undefined : { seconds, low: Number(value & 0xffffffffn) };
}
