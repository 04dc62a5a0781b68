/* eslint-disable @typescript-eslint/no-unsafe-return -- tests walk JSON that has no types */
import { request as httpRequest } from 'node:http';
import { startSandbox, type Sandbox, type SandboxOptions } from '../../src/sandbox';

export interface Answer {
  status: number;
  headers: Record<string, string | string[] | undefined>;
  bytes: Buffer;
  text: string;
  /** Name and value of each cookie that was set. */
  cookies: Map<string, string>;
  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- tests walk foreign JSON
  json: () => any;
}

export const FIXED_NOW_MS = Date.parse('2026-11-21T12:00:00Z');
export const DEVICE = 'aid=1988&device_id=7250000000000000001';
export const PHONE = 'Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) Mobile/15E148';

export function startFixedSandbox(options: SandboxOptions = {}): Promise<Sandbox> {
  return startSandbox({ nowMs: FIXED_NOW_MS, ...options });
}

/** Sends a TikTok address to the sandbox's port, under the Host that the address names. */
export function fetchFrom(
  sandbox: Sandbox,
  address: string,
  options: { method?: string; headers?: Record<string, string>; body?: string; port?: number } = {},
): Promise<Answer> {
  const url = new URL(address, 'https://www.tiktok.com');
  return new Promise((resolve, reject) => {
    const request = httpRequest(
      {
        host: '127.0.0.1',
        port: options.port ?? sandbox.port,
        agent: false,
        method: options.method ?? 'GET',
        path: url.pathname + url.search,
        headers: { ...options.headers, host: url.host },
      },
      (response) => {
        const chunks: Buffer[] = [];
        response.on('data', (chunk: Buffer) => chunks.push(chunk));
        response.on('error', reject);
        response.on('end', () => {
          const bytes = Buffer.concat(chunks);
          const text = bytes.toString('utf8');
          resolve({
            status: response.statusCode ?? 0,
            headers: response.headers,
            bytes,
            text,
            cookies: readSetCookies(response.headers['set-cookie'] ?? []),
            json: () => JSON.parse(text),
          });
        });
      },
    );
    request.on('error', reject);
    request.end(options.body);
  });
}

/** The state inside a page's script element of this id. */
// eslint-disable-next-line @typescript-eslint/no-explicit-any -- tests walk foreign JSON
export function stateIn(html: string, id = '__UNIVERSAL_DATA_FOR_REHYDRATION__'): any {
  const found = new RegExp(`<script[^>]*id="${id}"[^>]*>(.*?)</script>`, 's').exec(html);
  return found?.[1] === undefined ? undefined : JSON.parse(found[1]);
}

export function scopeIn(html: string, scope: string) {
  return stateIn(html)?.__DEFAULT_SCOPE__[scope];
}

function readSetCookies(lines: readonly string[]): Map<string, string> {
  return new Map(
    lines.map((line): [string, string] => {
      const pair = line.split(';')[0] ?? '';
      const equals = pair.indexOf('=');
      return [pair.slice(0, equals), pair.slice(equals + 1)];
    }),
  );
}
