import type { IncomingMessage } from 'node:http';

const LARGEST_BODY = 1_000_000;

/** Calls back with the body of a request; at once where there is none. Too much of it is cut. */
export function withBody(message: IncomingMessage, next: (body: string) => void): void {
  if (message.method === 'GET' || message.method === 'HEAD') {
    message.resume();
    return next('');
  }
  const chunks: Buffer[] = [];
  let size = 0;
  message.on('data', (chunk: Buffer) => {
    size += chunk.length;
    if (size <= LARGEST_BODY) chunks.push(chunk);
  });
  message.once('end', () => next(Buffer.concat(chunks).toString('utf8')));
  // A caller that goes away in the middle gets no answer.
  message.once('error', () => message.destroy());
}
