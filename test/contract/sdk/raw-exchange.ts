import { createConnection } from 'node:net';
import { gunzipSync } from 'node:zlib';

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
    let end = '';
    let receivedBytes = 0;
    let neededBytes: number | undefined;
    socket.on('error', reject);
    socket.on('close', () => reject(new Error('The connection ended before the answer')));
    socket.on('data', (data) => {
      received.push(data);
      receivedBytes += data.length;
      end = (end + data.toString('latin1')).slice(-4);
      neededBytes ??= wholeLength(Buffer.concat(received));
      // Long bodies in chunks come in thousands of pieces; only what ends like this can be whole.
      const isWorthReading = receivedBytes >= (neededBytes ?? Infinity);
      if (!isWorthReading || (neededBytes === 0 && end !== '\r\n\r\n')) return;
      const reply = parsed(Buffer.concat(received));
      if (!reply) return;
      resolve(reply);
      socket.destroy();
    });
    socket.write(bytes);
  });
}

/** How long an answer is with its head: 0 for one in chunks, undefined while that is not known. */
function wholeLength(received: Buffer): number | undefined {
  const headEnd = received.indexOf('\r\n\r\n');
  if (headEnd === -1) return undefined;
  const [, length] =
    /\r\ncontent-length: (\d+)/i.exec(received.toString('latin1', 0, headEnd)) ?? [];
  return length === undefined ? 0 : headEnd + 4 + Number(length);
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
  const isPacked = head.headers['content-encoding'] === 'gzip';
  const body = rest.subarray(0, length);
  return { ...head, body: (isPacked ? gunzipSync(body) : body).toString(), trailers: {} };
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
