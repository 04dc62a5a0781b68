import { promisify } from 'node:util';
import { brotliCompress, brotliDecompress, constants } from 'node:zlib';
import type { StoredValue } from '../stored-entry';

/** Of the format below and of the models inside: another number is another set of keys, and old ones die out. */
export const schemaVersion = 1;

/** Where a version stands in an encoded entry, for scripts that compare without decoding: first and last byte. */
export const versionRange = [1, 36] as const;

const compressFromBytes = 2_048;
const headBytes = 1 + 36;
const plain = 0;
const brotli = 1;

const compress = promisify(brotliCompress);
const decompress = promisify(brotliDecompress);

/** One byte that names the encoding, the entry's version (36 characters), and the value as JSON. */
export async function encodeEntry(stored: StoredValue): Promise<Buffer> {
  const json = Buffer.from(JSON.stringify(stored));
  const isLarge = json.length >= compressFromBytes;
  const body = isLarge ? await compress(json, { params: quick }) : json;
  const version = Buffer.alloc(headBytes - 1, stored.value.version, 'latin1');
  return Buffer.concat([Buffer.of(isLarge ? brotli : plain), version, body]);
}

// Quality 4 takes half a millisecond for 60 kB; 11 would take 77.
const quick = { [constants.BROTLI_PARAM_QUALITY]: 4 };

/** Undefined for what is not of this format: somebody else's, or broken. */
export async function decodeEntry(bytes: Buffer): Promise<StoredValue | undefined> {
  try {
    const body = bytes.subarray(headBytes);
    const json = bytes[0] === brotli ? await decompress(body) : body;
    const stored: unknown = JSON.parse(json.toString());
    return isStoredValue(stored) ? stored : undefined;
  } catch {
    return undefined;
  }
}

function isStoredValue(stored: unknown): stored is StoredValue {
  if (typeof stored !== 'object' || stored === null || !('value' in stored)) return false;
  const { value } = stored;
  return (
    typeof value === 'object' &&
    value !== null &&
    'version' in value &&
    typeof value.version === 'string' &&
    'freshUntilMs' in value &&
    typeof value.freshUntilMs === 'number'
  );
}
