import { once } from 'node:events';
import { connect, type Socket } from 'node:net';

/** One answer as it came over the wire. */
export interface RawAnswer {
  readonly status: number;
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** A connection without a client in between: what is sent is exactly what the server gets. */
export class RawConnection {
  private readonly received: Buffer[] = [];
  readonly closed: Promise<void>;

  private constructor(readonly socket: Socket) {
    socket.on('data', (chunk: Buffer) => this.received.push(chunk));
    // Whoever refuses a request may reset the connection behind its answer.
    socket.on('error', () => undefined);
    this.closed = new Promise((resolve) => socket.once('close', () => resolve()));
  }

  static async to(url: string, { allowHalfOpen = false } = {}): Promise<RawConnection> {
    const socket = connect({ host: '127.0.0.1', port: Number(new URL(url).port), allowHalfOpen });
    await once(socket, 'connect');
    return new RawConnection(socket);
  }

  send(bytes: string | Buffer): void {
    this.socket.write(bytes);
  }

  /** What has come so far. */
  get text(): string {
    return Buffer.concat(this.received).toString('latin1');
  }

  get isClosed(): boolean {
    return this.socket.closed;
  }

  /** The answers so far, the last of them whole. */
  async answers(count: number): Promise<RawAnswer[]> {
    for (;;) {
      const answers = answersIn(this.text, this.isClosed);
      if (answers.length >= count || this.isClosed) return answers;
      await Promise.race([once(this.socket, 'data'), this.closed]);
    }
  }

  /** The first answer, once it is whole. */
  async answer(): Promise<RawAnswer> {
    const [first] = await this.answers(1);
    if (!first) throw new Error(`The connection was closed without an answer: ${this.text}`);
    return first;
  }

  end(): void {
    this.socket.destroy();
  }
}

/** The whole answers that a text of a connection begins with. */
export function answersIn(text: string, isAll: boolean): RawAnswer[] {
  const answers: RawAnswer[] = [];
  let rest = text;
  for (;;) {
    const endOfHead = rest.indexOf('\r\n\r\n');
    if (endOfHead < 0) return answers;
    const [statusLine = '', ...lines] = rest.slice(0, endOfHead).split('\r\n');
    const headers = Object.fromEntries(lines.map(nameAndValue));
    const status = Number(statusLine.split(' ')[1]);
    const behind = rest.slice(endOfHead + 4);
    const body = status === 100 ? { text: '', rest: behind } : bodyIn(behind, headers, isAll);
    if (!body) return answers;
    answers.push({ status, headers, body: body.text });
    rest = body.rest;
  }
}

function nameAndValue(line: string): [string, string] {
  const colon = line.indexOf(':');
  return [line.slice(0, colon).toLowerCase(), line.slice(colon + 1).trim()];
}

interface Body {
  readonly text: string;
  readonly rest: string;
}

function bodyIn(
  text: string,
  headers: Readonly<Record<string, string>>,
  isAll: boolean,
): Body | undefined {
  if (headers['transfer-encoding'] === 'chunked') return chunkedBody(text);
  if (headers['content-length'] === undefined) return isAll ? { text, rest: '' } : undefined;
  const length = Number(headers['content-length']);
  if (text.length < length) return undefined;
  return { text: text.slice(0, length), rest: text.slice(length) };
}

function chunkedBody(text: string): Body | undefined {
  let body = '';
  let rest = text;
  for (;;) {
    const endOfLine = rest.indexOf('\r\n');
    const length = Number.parseInt(rest, 16);
    if (length === 0) return behindTrailers(body, rest.slice(endOfLine));
    if (endOfLine < 0 || rest.length < endOfLine + 4 + length) return undefined;
    const chunk = rest.slice(endOfLine + 2, endOfLine + 2 + length);
    rest = rest.slice(endOfLine + 4 + length);
    body += chunk;
  }
}

function behindTrailers(text: string, rest: string): Body | undefined {
  const end = rest.indexOf('\r\n\r\n');
  return end < 0 ? undefined : { text, rest: rest.slice(end + 4) };
}
