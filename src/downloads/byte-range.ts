import type { ByteRange } from '../tiktok';

const singleRange = /^bytes\s*=\s*(?<first>\d*)\s*-\s*(?<last>\d*)\s*$/i;

/**
 * What a `Range` header asks for; undefined where the whole file is to be sent: without the header, when it is no
 * valid one (RFC 9110 section 14.2 has it ignored), and when it asks for several pieces, which a server may ignore.
 */
export function parseRange(header: string | undefined): ByteRange | undefined {
  const { first = '', last = '' } = singleRange.exec(header ?? '')?.groups ?? {};
  if (first === '') return last === '' ? undefined : { lastBytes: bounded(last) };
  if (last === '') return { first: bounded(first) };
  return bounded(last) < bounded(first)
    ? undefined
    : { first: bounded(first), last: bounded(last) };
}

/** No file is that long, so what is cut off a number changes nothing. */
function bounded(digits: string): number {
  return Math.min(Number(digits), Number.MAX_SAFE_INTEGER);
}
