import type { FastifyReply } from 'fastify';
import type { Readable } from 'node:stream';
import { RangeRefusedError } from '../http/request.errors';
import { addTrailer } from '../http/trailers';
import { RangeNotSatisfiableError } from '../tiktok';

/** A file, or part of one, as it goes over the wire. */
export interface MediaReply {
  readonly status: 200 | 206 | 304;
  readonly headers: Readonly<Record<string, string>>;
  /** Absent where only the headers were asked for. */
  readonly body?: Readable;
  /** What is known only when the body has been sent. */
  readonly trailers?: Readonly<Record<string, () => string>>;
}

/**
 * Sends what `answer` gives. Its signal says that the caller is gone; a body that breaks ends the connection, so
 * that the caller has fewer bytes than it was told and knows.
 */
export async function sendMedia(
  reply: FastifyReply,
  answer: (signal: AbortSignal) => Promise<MediaReply>,
): Promise<void> {
  const hangUp = new AbortController();
  reply.raw.once('close', () => hangUp.abort());
  try {
    const { status, headers, body, trailers = {} } = await answer(hangUp.signal);
    void reply.status(status).headers(headers);
    for (const [name, value] of Object.entries(trailers))
      if (body) addTrailer(reply, body, { name, value });
    void reply.send(body);
  } catch (error) {
    // Nobody is there to be told.
    if (hangUp.signal.aborted) reply.hijack();
    else throw answerable(error, reply);
  }
}

function answerable(error: unknown, reply: FastifyReply): unknown {
  if (!(error instanceof RangeNotSatisfiableError)) return error;
  void reply.header('content-range', `bytes */${error.sizeBytes}`);
  return new RangeRefusedError(error.message);
}
