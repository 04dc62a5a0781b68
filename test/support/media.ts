import { request } from 'node:http';
import type { TestApi } from './api';

export interface MediaAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly bytes: Buffer;
  readonly trailers: Readonly<Record<string, string | undefined>>;
  /** Whether the answer ended as it should: with all bytes that it promised. */
  readonly isWhole: boolean;
}

/** Asks a link; a body that breaks off is no error here, but not whole. */
export function fetchMedia(
  url: string,
  options: { method?: string; headers?: Record<string, string> } = {},
): Promise<MediaAnswer> {
  return new Promise((resolve, reject) => {
    const asked = request(url, { agent: false, ...options }, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('error', () => undefined);
      response.on('close', () =>
        resolve({
          status: response.statusCode ?? 0,
          headers: response.headers,
          bytes: Buffer.concat(chunks),
          trailers: response.trailers,
          isWhole: response.complete,
        }),
      );
    });
    asked.on('error', reject);
    asked.end();
  });
}

/** Asks a link and goes away when the first bytes of the body are there. */
export function hangUpEarly(url: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const asked = request(url, { agent: false }, (response) => {
      response.on('error', () => undefined);
      response.once('data', () => {
        asked.destroy();
        resolve();
      });
    });
    asked.on('error', reject);
    asked.end();
  });
}

/** The data of a route under `/api/tiktok`. */
export async function dataOf<T = Record<string, unknown>>(api: TestApi, path: string): Promise<T> {
  const reply = await api.call(`/api/tiktok/${path}`);
  if (reply.status !== 200) throw new Error(reply.text);
  return reply.json<{ data: T }>().data;
}

export interface Format {
  readonly kind: string;
  readonly name: string;
  readonly extension: string;
  readonly size_bytes: number | null;
  readonly link: string;
}

export interface Downloads {
  readonly media: { readonly music: string; readonly no_watermark: string; watermark: string };
  readonly post_author: { readonly profile: string };
  readonly thumbnail: string;
  readonly formats: readonly Format[];
}
