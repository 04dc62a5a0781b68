import { connect } from 'node:net';

/** One path over and over, or another one for every request. */
export type AskedPath = string | (() => string);

export interface LoadOptions {
  readonly origin: string;
  readonly path: AskedPath;
  readonly headers?: Readonly<Record<string, string>>;
  readonly connections: number;
  /** Without it the load ends with the last request. */
  readonly durationMs?: number;
  readonly requests?: number;
}

/**
 * Asks over and over on keep-alive connections and gives the number of answers. Plain sockets that
 * read into one buffer each, and no HTTP client: that would be slower than the servers that it is to measure. Each
 * answer's status and length are checked.
 */
export async function load({ origin, path, headers = {}, ...how }: LoadOptions): Promise<number> {
  const { hostname, port } = new URL(origin);
  const lines = Object.entries({ host: `${hostname}:${port}`, ...headers });
  const head = lines.map(([name, value]) => `${name}: ${value}\r\n`).join('');
  const bytesFor = (asked: string): Buffer => Buffer.from(`GET ${asked} HTTP/1.1\r\n${head}\r\n`);
  const bytes = typeof path === 'string' ? bytesFor(path) : () => bytesFor(path());
  const untilMs = Date.now() + (how.durationMs ?? Infinity);
  let left = how.requests ?? Infinity;
  const next = (): Buffer | undefined => {
    if (left <= 0 || Date.now() >= untilMs) return undefined;
    left -= 1;
    return typeof bytes === 'function' ? bytes() : bytes;
  };
  const address = { host: hostname, port: Number(port) };
  const open = (): Promise<number> => askAgain(address, next);
  const counts = await Promise.all(Array.from({ length: how.connections }, open));
  return counts.reduce((sum, count) => sum + count, 0);
}

/** One connection: an answer, and the next request. */
function askAgain(
  address: { readonly host: string; readonly port: number },
  next: () => Buffer | undefined,
): Promise<number> {
  return new Promise((resolve, reject) => {
    const lengthOf = answerLengths();
    let count = 0;
    let missing = 0;
    let isOver = false;
    const ask = (): void => {
      const request = next();
      isOver = request === undefined;
      if (request) socket.write(request);
      else socket.destroy();
    };
    const read = (bytes: number, chunk: Uint8Array): boolean => {
      const piece = Buffer.from(chunk.buffer, chunk.byteOffset, bytes);
      if (missing === 0) missing = lengthOf(piece);
      missing -= bytes;
      if (missing < 0) socket.destroy(unexpected(piece));
      if (missing !== 0) return true;
      count += 1;
      ask();
      return true;
    };
    const onread = { buffer: Buffer.allocUnsafeSlow(64 * 1024), callback: read };
    const socket = connect({ ...address, noDelay: true, onread });
    socket.on('connect', ask);
    socket.on('error', reject);
    // Whoever hangs up in the middle has answered less than it was asked for.
    socket.on('close', () => (isOver ? resolve(count) : reject(new Error('The server hung up'))));
  });
}

const ok = Buffer.from('HTTP/1.1 200 ');
const endOfHead = Buffer.from('\r\n\r\n');

/**
 * Tells the length of a whole answer by its beginning, with its head in one piece; -1 for any other than a good one.
 * The line that says it is remembered: answers to one request have the same.
 */
function answerLengths(): (piece: Buffer) => number {
  let line: Buffer | undefined;
  let bodyBytes = 0;
  return (piece) => {
    const headBytes = piece.indexOf(endOfHead) + endOfHead.length;
    if (headBytes < endOfHead.length || ok.compare(piece, 0, ok.length) !== 0) return -1;
    const at = line ? piece.indexOf(line) : -1;
    if (at !== -1 && at < headBytes) return headBytes + bodyBytes;
    const found = /\r\ncontent-length: *(\d+)\r\n/i.exec(piece.toString('latin1', 0, headBytes));
    if (!found) return -1;
    line = Buffer.from(found[0], 'latin1');
    bodyBytes = Number(found[1]);
    return headBytes + bodyBytes;
  };
}

function unexpected(piece: Buffer): Error {
  return new Error(`Unexpected answer: ${piece.toString('latin1', 0, 400)}`);
}
