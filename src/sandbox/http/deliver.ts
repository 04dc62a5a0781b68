import type { ServerResponse } from 'node:http';
import type { Reply } from './reply';

const DEFAULT_STALL_MS = 5_000;

/** Puts a reply on the wire, in order or as a fault wants it. */
export function deliver(reply: Reply, response: ServerResponse, stallMs = DEFAULT_STALL_MS): void {
  switch (reply.delivery ?? 'normal') {
    case 'close':
      response.socket?.destroy();
      return;
    case 'reset':
      response.socket?.resetAndDestroy();
      return;
    case 'stall':
      stall(reply, response, stallMs);
      return;
    case 'normal':
      writeHead(reply, response);
      response.end(response.req.method === 'HEAD' ? undefined : reply.body);
  }
}

function writeHead(reply: Reply, response: ServerResponse): void {
  response.writeHead(reply.status, {
    ...reply.headers,
    'content-length': Buffer.byteLength(reply.body),
  });
}

function stall(reply: Reply, response: ServerResponse, stallMs: number): void {
  const body = Buffer.from(reply.body);
  const half = Math.ceil(body.length / 2);
  writeHead(reply, response);
  response.write(body.subarray(0, half));
  const timer = setTimeout(() => response.end(body.subarray(half)), stallMs);
  response.once('close', () => clearTimeout(timer));
}
