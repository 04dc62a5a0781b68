import { at, readBoolean, readList, readRecord, type UnknownRecord } from '../parsers/read';
import { isTikTokHost } from './allowed-address';
import type { ImportedCookie } from './session';

const NAME = /^[!#$%&'*+.^`|~\w-]+$/;
// Printable ASCII without what ends a cookie, so that no header can be broken.
const VALUE = /^[\x20-\x3a\x3c-\x7e]*$/;
const DEFAULT_DOMAIN = 'tiktok.com';

interface Entry {
  readonly cookie: ImportedCookie;
  /** Where it stands, for messages: they never quote the entry itself. */
  readonly place: string;
}

/**
 * Reads a Netscape cookies.txt, the JSON array of a browser's export, or one line `a=b; c=d`. Cookies of
 * other sites and expired ones are left out; a file without one of TikTok's is an error.
 */
export function parseCookieFile(text: string, nowMs: number): readonly ImportedCookie[] {
  const entries = readEntries(text.replace(/^\uFEFF/, '').trim());
  const ours = entries.filter(({ cookie }) => isTikTokHost(cookie.domain));
  for (const { cookie, place } of ours)
    if (!NAME.test(cookie.name) || !VALUE.test(cookie.value) || !cookie.path.startsWith('/'))
      throw new Error(`${place} is no cookie`);
  if (ours.length === 0) throw new Error('it holds no cookie of TikTok');
  const alive = ours.filter(({ cookie }) => (cookie.expiresAtMs ?? Infinity) > nowMs);
  if (alive.length === 0) throw new Error('all its cookies of TikTok have expired');
  return alive.map(({ cookie }) => cookie);
}

function readEntries(text: string): readonly Entry[] {
  if (/^[[{]/.test(text)) return readExport(text);
  return text.includes('\t') || text.startsWith('#') ? readNetscape(text) : readHeaderLine(text);
}

function readExport(text: string): readonly Entry[] {
  const list = listOfExport(text);
  return readList(list).map((value, index) => {
    const place = `entry ${index + 1}`;
    const entry = readRecord(value);
    if (typeof entry?.name !== 'string' || typeof entry.value !== 'string')
      throw new Error(`${place} has no name and value`);
    return { place, cookie: { ...scopeOf(entry), name: entry.name, value: entry.value } };
  });
}

function listOfExport(text: string): unknown {
  try {
    const json: unknown = JSON.parse(text);
    // Playwright keeps the list beside other storage.
    return Array.isArray(json) ? json : at(json, 'cookies');
  } catch {
    // The parser's own message quotes the text.
    throw new Error('it is not the JSON that it looks like');
  }
}

function scopeOf(entry: UnknownRecord): Omit<ImportedCookie, 'name' | 'value'> {
  const domain = typeof entry.domain === 'string' ? entry.domain : DEFAULT_DOMAIN;
  const seconds = Number(entry.expirationDate ?? entry.expires ?? 0);
  return {
    domain: bareDomain(domain),
    path: typeof entry.path === 'string' ? entry.path : '/',
    isHostOnly: readBoolean(entry.hostOnly) ?? false,
    isSecure: readBoolean(entry.secure) ?? false,
    expiresAtMs: seconds > 0 ? seconds * 1000 : undefined,
  };
}

/** domain, with subdomains?, path, secure?, expiry in seconds, name, value; tabs between. */
function readNetscape(text: string): readonly Entry[] {
  return text.split(/\r?\n/).flatMap((raw, index) => {
    const line = raw.replace(/^#HttpOnly_/, '');
    if (line.trim() === '' || line.startsWith('#')) return [];
    const place = `line ${index + 1}`;
    const [domain, below, path, secure, expiry, name, value = ''] = line.split('\t');
    if (
      domain === undefined ||
      path === undefined ||
      name === undefined ||
      !/^\d+/.test(expiry ?? '')
    )
      throw new Error(`${place} has not the seven columns of a cookies.txt`);
    const seconds = Number.parseFloat(expiry ?? '0');
    const cookie = {
      name,
      value,
      domain: bareDomain(domain),
      path,
      isHostOnly: below?.toUpperCase() !== 'TRUE',
      isSecure: secure?.toUpperCase() === 'TRUE',
      expiresAtMs: seconds > 0 ? seconds * 1000 : undefined,
    };
    return { place, cookie };
  });
}

function readHeaderLine(text: string): readonly Entry[] {
  const pairs = text.replace(/^cookie:\s*/i, '').split(';');
  return pairs.flatMap((pair, index) => {
    if (pair.trim() === '') return [];
    const place = `cookie ${index + 1}`;
    const equals = pair.indexOf('=');
    if (equals < 0) throw new Error(`${place} has no "="`);
    const [name, value] = [pair.slice(0, equals).trim(), pair.slice(equals + 1).trim()];
    const where = { domain: DEFAULT_DOMAIN, path: '/', isHostOnly: false, isSecure: true };
    return [{ place, cookie: { name, value, ...where } }];
  });
}

function bareDomain(domain: string): string {
  return domain.trim().replace(/^\./, '').toLowerCase();
}
