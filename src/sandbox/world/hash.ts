/**
 * Everything in the world is a function of a seed and an id. 32-bit integer mixing keeps that
 * cheap: a page of thirty posts needs a few thousand of these calls.
 */
export function mix(a: number, b: number): number {
  let h = Math.imul(a ^ 0x9e3779b1, 0x85ebca6b) ^ Math.imul(b + 0x7f4a7c15, 0xc2b2ae35);
  h = Math.imul(h ^ (h >>> 15), 0x2c1b3c6d);
  h = Math.imul(h ^ (h >>> 12), 0x297a2d39);
  return (h ^ (h >>> 15)) >>> 0;
}

/** Hashes a text under a key; UTF-16 units count, so two different texts differ whatever the script. */
export function hashText(key: number, text: string): number {
  let h = key ^ 0x811c9dc5;
  for (let i = 0; i < text.length; i += 1) {
    h = Math.imul(h ^ text.charCodeAt(i), 0x01000193);
    h ^= h >>> 17;
  }
  return mix(h, text.length);
}

/** A number in [0, 1) from a hash. */
export function unit(hash: number): number {
  return hash / 4294967296;
}

const HEX = '0123456789abcdef';
const URL_SAFE = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';

/** `length` lower-case hex digits that belong to the key. */
export function hexOf(key: number, length: number): string {
  let out = '';
  for (let i = 0, word = 0; i < length; i += 1) {
    if (i % 8 === 0) word = mix(key, i + 1);
    out += HEX.charAt(word & 15);
    word >>>= 4;
  }
  return out;
}

/** `length` characters of the url-safe base64 alphabet that belong to the key. */
export function tokenOf(key: number, length: number): string {
  let out = '';
  for (let i = 0, word = 0; i < length; i += 1) {
    if (i % 5 === 0) word = mix(key, i + 77);
    out += URL_SAFE.charAt(word & 63);
    word >>>= 6;
  }
  return out;
}
