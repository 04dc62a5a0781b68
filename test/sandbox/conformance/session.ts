import { Agent, request as httpRequest, type IncomingHttpHeaders } from 'node:http';
import { scopesIn } from './page-reader';

export interface Response {
  status: number;
  headers: IncomingHttpHeaders;
  bytes: Buffer;
  text: string;
}

export interface Ask {
  method?: string;
  headers?: Record<string, string>;
  body?: string;
  /** Sends no cookie, whatever the session holds. */
  withoutCookies?: boolean;
}

export const BROWSER =
  'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Safari/537.36';
export const PHONE =
  'Mozilla/5.0 (iPhone; CPU iPhone OS 18_6 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.6 Mobile/15E148 Safari/604.1';

const WWW = 'https://www.tiktok.com';

/**
 * A small client of TikTok, written from the protocol alone: it keeps cookies, takes its device id
 * from a page and knows nothing of the project's own client.
 */
export class Session {
  readonly cookies = new Map<string, string>();
  deviceId = '';
  private readonly agent = new Agent({ keepAlive: true });

  constructor(
    private readonly port: number,
    readonly userAgent = BROWSER,
  ) {}

  close(): void {
    this.agent.destroy();
  }

  /** Sends a TikTok address to the sandbox's port, under the Host that the address names. */
  async send(address: string, ask: Ask = {}): Promise<Response> {
    const url = new URL(address, WWW);
    const cookie = [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const kept = cookie === '' || ask.withoutCookies === true ? {} : { cookie };
    const response = await new Promise<Response>((resolve, reject) => {
      const request = httpRequest(
        {
          host: '127.0.0.1',
          port: this.port,
          agent: this.agent,
          method: ask.method ?? 'GET',
          path: address.startsWith('http') ? rawPathOf(address) : address,
          headers: { 'user-agent': this.userAgent, ...kept, ...ask.headers, host: url.host },
        },
        (message) => {
          const chunks: Buffer[] = [];
          message.on('data', (chunk: Buffer) => chunks.push(chunk));
          message.on('error', reject);
          message.on('end', () => {
            const bytes = Buffer.concat(chunks);
            const { statusCode: status = 0, headers } = message;
            resolve({ status, headers, bytes, text: bytes.toString('utf8') });
          });
        },
      );
      request.on('error', reject);
      request.end(ask.body);
    });
    if (ask.withoutCookies !== true) this.keep(response.headers['set-cookie'] ?? []);
    return response;
  }

  /** Loads a page and becomes somebody: its cookies, and its `wid` as device id (1.3). */
  async boot(path: string): Promise<Response> {
    const page = await this.send(path, { headers: PAGE_HEADERS });
    const context = scopesIn(page.text)?.['webapp.app-context'] as { wid?: string } | undefined;
    this.deviceId = context?.wid ?? '';
    return page;
  }

  private keep(lines: readonly string[]): void {
    for (const line of lines) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
      this.cookies.set(name, value);
    }
  }
}

const PAGE_HEADERS = {
  accept: 'text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8',
  'accept-language': 'en-US,en;q=0.9',
  'sec-fetch-dest': 'document',
  'sec-fetch-mode': 'navigate',
  'sec-fetch-site': 'none',
  'upgrade-insecure-requests': '1',
};

/** Path and query as written: a seal covers the bytes of a query. */
function rawPathOf(address: string): string {
  return address.replace(/^https?:\/\/[^/]+/, '') || '/';
}
