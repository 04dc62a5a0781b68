import type { FastifyReply } from 'fastify';
import type { Readable } from 'node:stream';

type Trailers = Map<string, () => string>;

const trailersOf = new WeakMap<FastifyReply, Trailers>();

/**
 * Says behind a streamed body what is known only at its end; callers of HTTP/1.0 are not told. Fastify has
 * trailers too, but names several of them without commas and sends chunks to HTTP/1.0.
 */
export function addTrailer(
  reply: FastifyReply,
  body: Readable,
  trailer: { readonly name: string; readonly value: () => string },
): void {
  if (reply.request.raw.httpVersion === '1.0') return;
  const trailers = trailersOf.get(reply) ?? sentBehind(reply, body);
  trailers.set(trailer.name, trailer.value);
  void reply.header('trailer', [...trailers.keys()].join(', '));
}

function sentBehind(reply: FastifyReply, body: Readable): Trailers {
  const trailers: Trailers = new Map();
  trailersOf.set(reply, trailers);
  // Before the listener of whoever sends the body: that one ends the answer.
  body.prependOnceListener('end', () => {
    reply.raw.addTrailers([...trailers].map(([name, value]): [string, string] => [name, value()]));
  });
  return trailers;
}
