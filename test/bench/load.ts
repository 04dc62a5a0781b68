import { connect, type Socket } from 'node:net';

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
 * Asks over and over on keep-alive connections and gives the number of answers. Plain sockets and no HTTP client,
 * which would be slower than the servers that it is to measure; each answer's status and length are checked.
 */
export async function load({ origin, path, headers = {}, ...how }: LoadOptions): Promise<number> {
  const { hostname, port } = new URL(origin);
  const lines = Object.entries({ host: `${hostname}:${port}`, ...headers });
  const head = lines.map(([name, value]) => `${name}: ${value}\r\n`).join('');
  const bytesFor = (asked: string): Buffer => Buffer.from(`GET ${asked} HTTP/1.1\r\n${head}\r\n`);
  const bytes = typeof path === 'string' ? bytesFor(path) : () => bytesFor(path());
  const untilMs = performance.now() + (how.durationMs ?? Infinity);
  let left = how.requests ?? Infinity;
  const next = (): Buffer | undefined => {
    if (left <= 0 || performance.now() >= untilMs) return undefined;
    left -= 1;
    return typeof bytes === 'function' ? bytes() : bytes;
  };
  const open = (): Promise<number> => askAgain(connect(Number(port), hostname), next);
  const counts = await Promise.all(Array.from({ length: how.connections }, open));
  return counts.reduce((sum, count) => sum + count, 0);
}

/** One connection: an answer, and the next request. */
function askAgain(socket: Socket, next: () => Buffer | undefined): Promise<number> {
  return new Promise((resolve, reject) => {
    let count = 0;
    let missing = 0;
    let isOver = false;
    const ask = (): void => {
      const request = next();
      isOver = request === undefined;
      if (request) socket.write(request);
      else socket.destroy();
    };
    socket.setNoDelay(true);
    socket.on('connect', ask);
    socket.on('error', reject);
    socket.on('data', (chunk: Buffer) => {
      if (missing === 0) missing = answerLength(chunk);
      missing -= chunk.length;
      if (missing < 0) socket.destroy(unexpected(chunk));
      if (missing !== 0) return;
      count += 1;
      ask();
    });
    // Whoever hangs up in the middle has answered less than it was asked for.
    socket.on('close', () => (isOver ? resolve(count) : reject(new Error('The server hung up'))));
  });
}

const ok = Buffer.from('HTTP/1.1 200 ');

/** Length of a whole answer that begins here, its head in one piece; -1 for any other than a good one. */
function answerLength(chunk: Buffer): number {
  const headBytes = chunk.indexOf('\r\n\r\n') + 4;
  const head = chunk.toString('latin1', 0, headBytes);
  const [, bodyBytes] = /\r\ncontent-length: *(\d+)/i.exec(head) ?? [];
  const isGood = headBytes >= 4 && chunk.subarray(0, ok.length).equals(ok);
  return isGood && bodyBytes !== undefined ? headBytes + Number(bodyBytes) : -1;
}

function unexpected(chunk: Buffer): Error {
  return new Error(`Unexpected answer: ${chunk.toString('latin1', 0, 400)}`);
}
