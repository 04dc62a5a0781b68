import { ServerResponse } from 'node:http';
import { connect } from 'node:net';

/**
 * The server itself, with everything wrong with it that the soak is there to find: it keeps memory and sockets,
 * changes a digit now and then, answers 500, and rejects what nobody waits for.
 */
const kept: unknown[] = [];
let answers = 0;

/** One of so many answers is spoilt, each in its own way. */
const every = { wrongDigit: 7, serverError: 41, rejection: 53, socket: 29 };
const keptBytes = 300_000;

type Write = (this: ServerResponse, ...parts: unknown[]) => ServerResponse;

const prototype = ServerResponse.prototype as unknown as { end: Write; writeHead: Write };
const { end, writeHead } = prototype;

prototype.writeHead = function spoilt(status, ...headers) {
  const isSpoilt = status === 200 && answers % every.serverError === 0;
  return writeHead.call(this, isSpoilt ? 500 : status, ...headers);
};

prototype.end = function spoilt(body, ...more) {
  answers += 1;
  kept.push('x'.repeat(keptBytes / 2) + String(answers), Buffer.alloc(keptBytes, answers));
  if (answers % every.rejection === 0) void Promise.reject(new Error('nobody waits for this'));
  if (answers % every.socket === 0) kept.push(connect(this.req.socket.localPort ?? 0));
  const isSpoilt = answers % every.wrongDigit === 0 && isText(body);
  return end.call(this, isSpoilt ? withWrongDigit(body) : body, ...more);
};

function isText(body: unknown): body is string | Buffer {
  return typeof body === 'string' || Buffer.isBuffer(body);
}

/** Of the same length: the last digit of the body is another one. */
function withWrongDigit(body: string | Buffer): Buffer {
  const bytes = Buffer.from(body);
  for (let at = bytes.length - 1; at >= 0; at -= 1) {
    const digit = (bytes[at] ?? 0) - 48;
    if (digit < 0 || digit > 9) continue;
    bytes[at] = 48 + ((digit + 1) % 10);
    break;
  }
  return bytes;
}

import '../../../src/main';
