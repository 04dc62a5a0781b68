import type { IncomingMessage } from 'node:http';
import { matchRoute, type RouteMatch } from '../routes';
import { hostKindOf, type HostKind } from './hosts';

/** A request as the surfaces see it. */
export interface SandboxRequest extends RouteMatch {
  /** 1 for the first request; what looks random in an answer comes from it. */
  number: number;
  method: string;
  host: HostKind;
  /** Path and query as sent. */
  target: string;
  path: string;
  query: URLSearchParams;
  cookies: ReadonlyMap<string, string>;
  header(name: string): string;
  isPhone: boolean;
}

export function readRequest(message: IncomingMessage, number: number): SandboxRequest {
  const target = message.url ?? '/';
  const [rawPath = '/', ...queryParts] = target.split('?');
  const path = decoded(rawPath);
  const host = hostKindOf(message.headers.host ?? '');
  const header = (name: string): string => {
    const value = message.headers[name];
    return Array.isArray(value) ? value.join(', ') : (value ?? '');
  };
  return {
    ...matchRoute(host, path),
    number,
    method: message.method ?? 'GET',
    host,
    target,
    path,
    query: new URLSearchParams(queryParts.join('?')),
    cookies: readCookies(header('cookie')),
    header,
    isPhone: /iPhone|Android|Mobile/.test(header('user-agent')),
  };
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
