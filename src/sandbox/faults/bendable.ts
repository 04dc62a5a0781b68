import { parseExactly, writeJson } from '../http/exact-json';
import { bodyText, type Reply } from '../http/reply';
import { CARRIER_IDS, escapedJson } from '../render/page-html';
import type { JsonObject } from '../render/rendering';

/** JSON that a fault may change in place. */
export type Bendable = Record<string, unknown>;

export function isRecord(value: unknown): value is Bendable {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

export function jsonIn(reply: Reply): Bendable | undefined {
  if (!String(reply.headers['content-type']).startsWith('application/json')) return undefined;
  const text = bodyText(reply);
  const body = text === '' ? undefined : parseExactly(text);
  return isRecord(body) ? body : undefined;
}

/** Applies a change to a JSON answer; anything else stays as it is. */
export function bendJson(reply: Reply, change: (body: Bendable) => void): Reply {
  const body = jsonIn(reply);
  if (!body) return reply;
  change(body);
  return { ...reply, body: writeJson(body) };
}

/** Applies a change to the state that a page carries. */
export function bendPage(reply: Reply, change: (state: Bendable) => void): Reply {
  const text = bodyText(reply);
  const place = carrierPlace(text);
  if (!place) return reply;
  const state = JSON.parse(text.slice(place.from, place.to)) as Bendable;
  change(state);
  const bent = escapedJson(state as JsonObject);
  return { ...reply, body: text.slice(0, place.from) + bent + text.slice(place.to) };
}

/** Where the JSON of a page's carrier begins and ends. */
export function carrierPlace(html: string): { from: number; to: number } | undefined {
  for (const id of CARRIER_IDS) {
    const at = html.indexOf(`<script id="${id}" type="application/json"`);
    if (at < 0) continue;
    const from = html.indexOf('>', at) + 1;
    return { from, to: html.indexOf('</script>', from) };
  }
  return undefined;
}
