/** First and last byte, both served. */
export interface ByteRange {
  first: number;
  last: number;
}

/** One range of bytes; several at once are answered with the whole, as RFC 9110 allows. */
export function readRange(header: string, size: number): ByteRange | 'none' | 'unsatisfiable' {
  const parts = /^bytes=(\d*)-(\d*)$/.exec(header.trim());
  if (!parts || (parts[1] === '' && parts[2] === '')) return 'none';
  if (parts[1] === '') return suffix(Number(parts[2]), size);
  const first = Number(parts[1]);
  const last = parts[2] === '' ? size - 1 : Math.min(Number(parts[2]), size - 1);
  if (first >= size) return 'unsatisfiable';
  return first > last ? 'none' : { first, last };
}

function suffix(length: number, size: number): ByteRange | 'unsatisfiable' {
  return length === 0 ? 'unsatisfiable' : { first: Math.max(0, size - length), last: size - 1 };
}
