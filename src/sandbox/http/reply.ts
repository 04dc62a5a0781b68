import type { JsonObject } from '../render/rendering';
import { writeJson } from './exact-json';

/** How the bytes leave, where a fault wants something else than an orderly answer. */
export type Delivery = 'normal' | 'close' | 'reset' | 'stall' | 'cut';

/** A body that is too big to be built in memory; its pieces are made while it is sent. */
export interface StreamedBody {
  byteLength: number;
  pieces(): Iterable<Buffer>;
}

export interface Reply {
  status: number;
  headers: Record<string, string | string[]>;
  body: string | Buffer | StreamedBody;
  delivery?: Delivery;
}

export function jsonReply(value: JsonObject, status = 200): Reply {
  const headers = { 'content-type': 'application/json; charset=utf-8' };
  return { status, headers, body: writeJson(value) };
}

export function htmlReply(html: string, status = 200): Reply {
  return { status, headers: { 'content-type': 'text/html; charset=utf-8' }, body: html };
}

export function textReply(text: string, status: number): Reply {
  return { status, headers: { 'content-type': 'text/plain; charset=utf-8' }, body: text };
}

export function redirectReply(location: string, status = 302): Reply {
  return withHeader(textReply('', status), 'location', location);
}

export function withHeader(reply: Reply, name: string, value: string | string[]): Reply {
  return { ...reply, headers: { ...reply.headers, [name]: value } };
}

/** TikTok's silent no: success by its status, and nothing in it. */
export function silentRefusal(): Reply {
  const headers = { 'content-type': 'application/json', tt_orcas_res: '1' };
  return { status: 200, headers, body: '' };
}

/** The text of an answer; streamed files have none. */
export function bodyText({ body }: Reply): string {
  if (typeof body === 'string') return body;
  return Buffer.isBuffer(body) ? body.toString('utf8') : '';
}

export function sizeOf({ body }: Reply): number {
  return typeof body === 'string' ? Buffer.byteLength(body) : body.byteLength;
}
