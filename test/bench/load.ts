import { connect, type Socket } from 'node:net';

export interface LoadOptions {
  readonly origin: string;
  readonly path: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly connections: number;
  readonly durationMs: number;
}

/**
 * Asks for one path over and over on keep-alive connections and gives the number of answers. Plain sockets and no
 * HTTP client, which would be slower than the servers that it is to measure; each answer's length is checked.
 */
export async function load({ origin, path, headers = {}, ...how }: LoadOptions): Promise<number> {
  const { hostname, port } = new URL(origin);
  const lines = Object.entries({ host: `${hostname}:${port}`, ...headers });
  const head = lines.map(([name, value]) => `${name}: ${value}\r\n`).join('');
  const request = Buffer.from(`GET ${path} HTTP/1.1\r\n${head}\r\n`);
  const untilMs = performance.now() + how.durationMs;
  const counts = await Promise.all(
    Array.from({ length: how.connections }, () =>
      askAgain(connect(Number(port), hostname), request, untilMs),
    ),
  );
  return counts.reduce((sum, count) => sum + count, 0);
}

function askAgain(socket: Socket, request: Buffer, untilMs: number): Promise<number> {
  return new Promise((resolve, reject) => {
    let count = 0;
    let missing = 0;
    let isInBody = false;
    socket.setNoDelay(true);
    socket.on('connect', () => socket.write(request));
    socket.on('error', reject);
    socket.on('data', (chunk: Buffer) => {
      if (!isInBody) {
        missing = answerLength(chunk);
        isInBody = true;
      }
      missing -= chunk.length;
      if (missing > 0) return;
      if (missing < 0) return void socket.destroy(new Error('An answer is longer than it says'));
      isInBody = false;
      count += 1;
      if (performance.now() < untilMs) socket.write(request);
      else socket.destroy();
    });
    socket.on('close', () => resolve(count));
  });
}

const ok = Buffer.from('HTTP/1.1 200 ');

/** Length of a whole answer that begins here; its head comes in one piece. */
function answerLength(chunk: Buffer): number {
  const headBytes = chunk.indexOf('\r\n\r\n') + 4;
  const head = chunk.toString('latin1', 0, headBytes);
  const [, bodyBytes] = /\r\ncontent-length: *(\d+)/i.exec(head) ?? [];
  if (headBytes < 4 || bodyBytes === undefined || !chunk.subarray(0, ok.length).equals(ok))
    throw new Error(`Unexpected answer: ${head.slice(0, 200)}`);
  return headBytes + Number(bodyBytes);
}
