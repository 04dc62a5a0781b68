import type { Dispatcher } from 'undici';
import { Pool } from 'undici';
import type { Method } from './openapi-document';

/** A request in pieces that can be spoilt one by one. Names and values of the address are encoded already. */
export interface GeneratedRequest {
  readonly method: Method;
  readonly template: string;
  readonly path: Readonly<Record<string, string>>;
  readonly query: readonly (readonly [string, string])[];
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string | Buffer;
}

export interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly text: string;
}

export function addressOf({ template, path, query }: GeneratedRequest): string {
  const filled = template.replace(/\{(\w+)\}/g, (_, name: string) => path[name] ?? '');
  const pairs = query.map(([name, value]) => `${name}=${value}`).join('&');
  return pairs === '' ? filled : `${filled}?${pairs}`;
}

/** Any text as it stands in an address; half of a surrogate pair is nothing that could. */
export function encoded(text: string): string {
  return encodeURIComponent(text.replace(/[\ud800-\udfff]/gu, ''));
}

/** Sends requests over connections of its own, with addresses as they are written. */
export class Sender {
  private readonly pool: Pool;

  constructor(url: string) {
    this.pool = new Pool(url, { connections: 4, headersTimeout: 20_000, bodyTimeout: 20_000 });
  }

  async send(request: GeneratedRequest): Promise<Answer> {
    const { method, headers, body } = request;
    const options: Dispatcher.RequestOptions = { method, path: addressOf(request), headers, body };
    const { statusCode, headers: received, body: stream } = await this.pool.request(options);
    return { status: statusCode, headers: received, text: await stream.text() };
  }

  close(): Promise<void> {
    return this.pool.close();
  }
}

/** A request as a person would repeat it. */
export function inWords(request: GeneratedRequest): string {
  const address = addressOf(request);
  const short = address.length > 300 ? `${address.slice(0, 300)}... (${address.length})` : address;
  const body = request.body === undefined ? '' : ` ${String(request.body).slice(0, 300)}`;
  return `${request.method} ${short} ${JSON.stringify(request.headers)}${body}`;
}
