import type { JsonObject } from '../render/rendering';

/** How the bytes leave, where a fault wants something else than an orderly answer. */
export type Delivery = 'normal' | 'close' | 'reset' | 'stall';

export interface Reply {
  status: number;
  headers: Record<string, string | string[]>;
  body: string | Buffer;
  delivery?: Delivery;
}

export function jsonReply(value: JsonObject, status = 200): Reply {
  const headers = { 'content-type': 'application/json; charset=utf-8' };
  return { status, headers, body: JSON.stringify(value) };
}

export function htmlReply(html: string, status = 200): Reply {
  return { status, headers: { 'content-type': 'text/html; charset=utf-8' }, body: html };
}

export function textReply(text: string, status: number): Reply {
  return { status, headers: { 'content-type': 'text/plain; charset=utf-8' }, body: text };
}

/** TikTok's silent no: success by its status, and nothing in it. */
export function silentRefusal(): Reply {
  const headers = { 'content-type': 'application/json', tt_orcas_res: '1' };
  return { status: 200, headers, body: '' };
}

export function bodyText(reply: Reply): string {
  return typeof reply.body === 'string' ? reply.body : reply.body.toString('utf8');
}
