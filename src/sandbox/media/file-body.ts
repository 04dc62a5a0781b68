import type { ByteRange } from '../http/byte-range';
import type { Reply } from '../http/reply';
import type { MediaFile } from './library';

const BOX_HEADER_BYTES = 8;
const PIECE_BYTES = 65_536;
const ZEROS = Buffer.alloc(PIECE_BYTES);

/** A stretch of a file. Padding is made piece by piece, so that no large file is ever in memory. */
export function bodyOf(file: MediaFile, { first, last }: ByteRange): Reply['body'] {
  if (last < file.bytes.length) return file.bytes.subarray(first, last + 1);
  return { byteLength: last - first + 1, pieces: () => pieces(file, { first, last }) };
}

function* pieces(file: MediaFile, { first, last }: ByteRange): Iterable<Buffer> {
  const header = boxHeader(file.size - file.bytes.length);
  const parts = [file.bytes, header];
  let at = 0;
  for (const part of parts) {
    const from = Math.max(0, first - at);
    const to = Math.min(part.length, last + 1 - at);
    if (from < to) yield part.subarray(from, to);
    at += part.length;
  }
  for (let left = last + 1 - Math.max(first, at); left > 0; left -= PIECE_BYTES) {
    yield ZEROS.subarray(0, Math.min(left, PIECE_BYTES));
  }
}

/** Players skip a `free` box, whatever its size. */
function boxHeader(size: number): Buffer {
  const header = Buffer.alloc(BOX_HEADER_BYTES);
  header.writeUInt32BE(size, 0);
  header.write('free', 4, 'latin1');
  return header;
}
