import { TikTokError } from '../../src/tiktok/tiktok.errors';
import { inventedLeaves } from './derivation';

/** Reads a body and fails on any error that is not ours and on any value that the body does not hold. */
export function readOrRefuse(parse: (body: Buffer) => unknown, body: Buffer): 'read' | 'refused' {
  let model: unknown;
  try {
    model = parse(body);
  } catch (error) {
    if (error instanceof TikTokError) return 'refused';
    throw error;
  }
  const invented = inventedLeaves(model, body);
  if (invented.length > 0) {
    const named = invented.slice(0, 5).map(({ name, value }) => `${name} ${String(value)}`);
    throw new Error(`the payload does not hold ${named.join(', ').slice(0, 200)}`);
  }
  return 'read';
}

/** A body that broke off, or in which one byte is another. */
export function damage(body: Buffer, at: number, byte: number | undefined): Buffer {
  const position = at % (body.length + 1);
  if (byte === undefined) return body.subarray(0, position);
  const copy = Buffer.from(body);
  if (position < copy.length) copy[position] = byte;
  return copy;
}
