import { createConnection } from 'node:net';

export interface RawReply {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
  /** Headers that came behind a body in chunks. */
  readonly trailers: Readonly<Record<string, string>>;
}

export interface RecordedRequest {
  readonly requestLine: string;
  readonly rawHeaders: readonly (readonly [string, string])[];
}

/** Sends the very bytes of a recorded request and reads the one answer to them. */
export function replay(
  port: number,
  { requestLine, rawHeaders }: RecordedRequest,
): Promise<RawReply> {
  const lines = [requestLine, ...rawHeaders.map(([name, value]) => `${name}: ${value}`)];
  return exchange(port, `${lines.join('\r\n')}\r\n\r\n`);
}

function exchange(port: number, bytes: string): Promise<RawReply> {
  return new Promise((resolve, reject) => {
    const socket = createConnection({ host: '127.0.0.1', port });
    const received: Buffer[] = [];
    socket.on('error', reject);
    socket.on('close', () => reject(new Error('The connection ended before the answer')));
    socket.on('data', (data) => {
      received.push(data);
      // Long bodies come in thousands of pieces; only one with such an end can be the last.
      const reply = /(\r\n\r\n|\})$/.test(data.toString('latin1', data.length - 4))
        ? parsed(Buffer.concat(received))
        : undefined;
      if (!reply) return;
      resolve(reply);
      socket.destroy();
    });
    socket.write(bytes);
  });
}

/** The whole answer; undefined while some of it is missing. */
function parsed(received: Buffer): RawReply | undefined {
  const headEnd = received.indexOf('\r\n\r\n');
  if (headEnd === -1) return undefined;
  const [statusLine = '', ...lines] = received.toString('latin1', 0, headEnd).split('\r\n');
  const head = { status: Number(statusLine.split(' ')[1]), headers: headersOf(lines) };
  const rest = received.subarray(headEnd + 4);
  if (head.headers['transfer-encoding'] === 'chunked') {
    const chunks = unchunked(rest);
    return chunks && { ...head, ...chunks };
  }
  const length = Number(head.headers['content-length'] ?? 0);
  if (rest.length < length) return undefined;
  return { ...head, body: rest.toString('utf8', 0, length), trailers: {} };
}

function unchunked(bytes: Buffer): Pick<RawReply, 'body' | 'trailers'> | undefined {
  const chunks: Buffer[] = [];
  for (let at = 0; ;) {
    const lineEnd = bytes.indexOf('\r\n', at);
    if (lineEnd === -1) return undefined;
    const size = Number.parseInt(bytes.toString('latin1', at, lineEnd), 16);
    const start = lineEnd + 2;
    if (size === 0) {
      const end = bytes.toString('latin1', start - 2).indexOf('\r\n\r\n');
      if (end === -1) return undefined;
      const lines = bytes.toString('latin1', start, start - 2 + end).split('\r\n');
      return { body: Buffer.concat(chunks).toString('utf8'), trailers: headersOf(lines) };
    }
    if (bytes.length < start + size + 2) return undefined;
    chunks.push(bytes.subarray(start, start + size));
    at = start + size + 2;
  }
}

function headersOf(lines: readonly string[]): Record<string, string> {
  const pairs = lines.filter(Boolean).map((line) => line.split(/:\s*(.*)/s, 2));
  return Object.fromEntries(pairs.map(([name = '', value = '']) => [name.toLowerCase(), value]));
}
