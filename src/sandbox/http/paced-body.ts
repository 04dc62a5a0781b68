import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { setTimeout as pause } from 'node:timers/promises';
import type { ServerResponse } from 'node:http';
import type { Reply } from './reply';

/** Ten pieces a second are smooth enough for a progress bar. */
const PIECES_PER_SECOND = 10;

export function* piecesOf(body: Reply['body']): Iterable<Buffer> {
  if (typeof body === 'string') yield Buffer.from(body);
  else if (Buffer.isBuffer(body)) yield body;
  else yield* body.pieces();
}

/** Sends a body piece by piece, no faster than told and no faster than the caller reads. */
export function sendPaced(
  pieces: Iterable<Buffer>,
  response: ServerResponse,
  bytesPerSecond: number,
): void {
  const leaving = new AbortController();
  response.once('close', () => leaving.abort());
  const body = bytesPerSecond === Infinity ? pieces : paced(pieces, bytesPerSecond, leaving.signal);
  // A caller that hangs up in the middle is no news.
  pipeline(Readable.from(body), response).catch(() => response.destroy());
}

async function* paced(
  pieces: Iterable<Buffer>,
  bytesPerSecond: number,
  signal: AbortSignal,
): AsyncIterable<Buffer> {
  const size = Math.max(1, Math.floor(bytesPerSecond / PIECES_PER_SECOND));
  let sent = 0;
  for (const piece of pieces) {
    for (let at = 0; at < piece.length; at += size) {
      if (sent > 0) await pause((sent / bytesPerSecond) * 1000, undefined, { signal });
      const next = piece.subarray(at, at + size);
      sent = next.length;
      yield next;
    }
  }
}
