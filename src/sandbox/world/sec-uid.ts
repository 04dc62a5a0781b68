import { hashText, mix } from './hash';

const PREFIX = 'MS4wLjABAAAA';
const HANDLE_BYTES = 24;
const PAYLOAD_BYTES = 48;

/**
 * A secUid holds 48 bytes. Here they are a check, the handle under a stream that the check
 * selects, and filler from the same stream: opaque to look at, and readable without a store.
 */
export function encodeSecUid(key: number, handle: string): string {
  const check = hashText(key, handle);
  const bytes = maskedBytes(key, check);
  bytes.writeUInt32LE((check ^ key) >>> 0, 0);
  for (let i = 0; i < handle.length; i += 1) {
    bytes[4 + i] = (bytes[4 + i] ?? 0) ^ handle.charCodeAt(i);
  }
  return PREFIX + bytes.toString('base64url');
}

/** The handle inside, or undefined when this world never issued the secUid. */
export function decodeSecUid(key: number, secUid: string): string | undefined {
  if (!looksLikeSecUid(secUid)) return undefined;
  const bytes = Buffer.from(secUid.slice(PREFIX.length), 'base64url');
  if (bytes.length !== PAYLOAD_BYTES) return undefined;
  const stream = maskedBytes(key, (bytes.readUInt32LE(0) ^ key) >>> 0);
  let handle = '';
  for (let i = 4; i < 4 + HANDLE_BYTES; i += 1) {
    const code = (bytes[i] ?? 0) ^ (stream[i] ?? 0);
    if (code === 0) break;
    handle += String.fromCharCode(code);
  }
  return encodeSecUid(key, handle) === secUid ? handle : undefined;
}

export function looksLikeSecUid(text: string): boolean {
  return /^MS4wLjABAAAA[A-Za-z0-9_-]{20,120}$/.test(text);
}

function maskedBytes(key: number, check: number): Buffer {
  const bytes = Buffer.allocUnsafe(PAYLOAD_BYTES);
  for (let i = 0; i < PAYLOAD_BYTES; i += 4) bytes.writeUInt32LE(mix(mix(key, check), i), i);
  return bytes;
}
