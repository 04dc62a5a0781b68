import type { ServerResponse } from 'node:http';
import { piecesOf, sendPaced } from './paced-body';
import { sizeOf, type Reply } from './reply';

const DEFAULT_STALL_MS = 5_000;

export interface DeliveryTerms {
  /** How long a stalling answer waits in its middle. */
  stallMs?: number;
  bytesPerSecond: number;
}

/** Puts a reply on the wire, in order or as a fault wants it. */
export function deliver(reply: Reply, response: ServerResponse, terms: DeliveryTerms): void {
  switch (reply.delivery ?? 'normal') {
    case 'close':
      response.socket?.destroy();
      return;
    case 'reset':
      response.socket?.resetAndDestroy();
      return;
    case 'stall':
      stall(reply, response, terms.stallMs ?? DEFAULT_STALL_MS);
      return;
    case 'cut':
      cut(reply, response);
      return;
    case 'normal':
      writeHead(reply, response);
      send(reply, response, terms);
  }
}

function writeHead(reply: Reply, response: ServerResponse): void {
  response.writeHead(reply.status, { ...reply.headers, 'content-length': sizeOf(reply) });
}

function send(reply: Reply, response: ServerResponse, { bytesPerSecond }: DeliveryTerms): void {
  if (response.req.method === 'HEAD') return void response.end();
  const isWhole = typeof reply.body === 'string' || Buffer.isBuffer(reply.body);
  if (isWhole && bytesPerSecond === Infinity) return void response.end(reply.body);
  sendPaced(piecesOf(reply.body), response, bytesPerSecond);
}

function stall(reply: Reply, response: ServerResponse, stallMs: number): void {
  const body = Buffer.concat([...piecesOf(reply.body)]);
  const half = Math.ceil(body.length / 2);
  writeHead(reply, response);
  response.write(body.subarray(0, half));
  const timer = setTimeout(() => response.end(body.subarray(half)), stallMs);
  response.once('close', () => clearTimeout(timer));
}

/** All headers, half of the body, and then the line is dead. */
function cut(reply: Reply, response: ServerResponse): void {
  writeHead(reply, response);
  const body = Buffer.concat([...piecesOf(reply.body)]);
  response.write(body.subarray(0, Math.floor(body.length / 2)), () => response.socket?.destroy());
}
