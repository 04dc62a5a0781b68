import type { IncomingMessage } from 'node:http';
import { matchRoute, type RouteMatch } from '../routes';
import { legacyParams } from './legacy-params';
import { hostKindOf, type HostKind } from './hosts';

/** A request as the surfaces see it. */
export interface SandboxRequest extends RouteMatch {
  /** 1 for the first request; what looks random in an answer comes from it. */
  number: number;
  method: string;
  host: HostKind;
  /** The Host header as sent. */
  hostName: string;
  /** The address that the request came from. */
  address: string;
  /** Path and query as sent. */
  target: string;
  path: string;
  query: URLSearchParams;
  /** The query as sent, without its question mark. */
  rawQuery: string;
  /** What a POST brought along. */
  body: string;
  cookies: ReadonlyMap<string, string>;
  header(name: string): string;
  isPhone: boolean;
}

/** What of a request is on the wire. */
export interface WireRequest {
  method: string;
  target: string;
  headers: Readonly<Record<string, string | string[] | undefined>>;
  address: string;
  body: string;
}

export function readRequest(wire: WireRequest, number: number): SandboxRequest {
  const { target } = wire;
  const [rawPath = '/', ...queryParts] = target.split('?');
  const rawQuery = queryParts.join('?');
  const path = decoded(rawPath);
  const header = (name: string): string => {
    const value = wire.headers[name];
    return Array.isArray(value) ? value.join(', ') : (value ?? '');
  };
  const hostName = header('host');
  const host = hostKindOf(hostName);
  return {
    ...matchRoute(host, path),
    number,
    method: wire.method,
    host,
    hostName,
    address: wire.address,
    target,
    path,
    query: queryOf(rawQuery, header('x-tt-params')),
    rawQuery,
    body: wire.body,
    cookies: readCookies(header('cookie')),
    header,
    isPhone: /iPhone|Android|Mobile/.test(header('user-agent')),
  };
}

export function wireRequestOf(message: IncomingMessage, body: string): WireRequest {
  return {
    method: message.method ?? 'GET',
    target: message.url ?? '/',
    headers: message.headers,
    address: message.socket.remoteAddress ?? '',
    body,
  };
}

/** What the legacy header says counts: the address beside it may be the same for every page. */
function queryOf(rawQuery: string, legacyHeader: string): URLSearchParams {
  const query = new URLSearchParams(rawQuery);
  for (const [name, value] of legacyParams(legacyHeader)) query.set(name, value);
  return query;
}

function decoded(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}

function readCookies(header: string): Map<string, string> {
  const cookies = new Map<string, string>();
  for (const part of header.split(';')) {
    const equals = part.indexOf('=');
    if (equals > 0) cookies.set(part.slice(0, equals).trim(), part.slice(equals + 1).trim());
  }
  return cookies;
}
