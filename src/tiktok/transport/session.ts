import { randomBytes, randomInt } from 'node:crypto';
import { Cookie, CookieJar, MemoryCookieStore } from 'tough-cookie';
import { deviceIdRange, desktopUserAgent } from '../constants';
import { steadyNowMs } from '../steady-clock';
import type { ProxyAddress } from './proxy-address';

export interface SessionOptions {
  readonly userAgent?: string;
  /** The way of all its requests, for life; absent for the machine's own address. */
  readonly proxy?: ProxyAddress;
}

/** A cookie from outside, e.g. from a browser. */
export interface ImportedCookie {
  readonly name: string;
  readonly value: string;
  /** Without a leading dot. */
  readonly domain: string;
  readonly path: string;
  readonly isHostOnly: boolean;
  readonly isSecure: boolean;
  /** Absent for one that lives as long as the browser. */
  readonly expiresAtMs?: number;
}

/** One guest of TikTok: cookies, device id, user agent and exit that belong together and are always sent together. */
export class Session {
  readonly userAgent: string;
  readonly proxy: ProxyAddress | undefined;
  readonly verifyFp = `verify_${randomBytes(4).toString('hex').slice(0, 7)}`;
  readonly startedAtMs = steadyNowMs();
  // Hidden from whatever prints a session: cookies may be those of an account.
  readonly #store = new MemoryCookieStore();
  readonly #jar = new CookieJar(this.#store, { looseMode: true, rejectPublicSuffixes: false });
  #imported: readonly ImportedCookie[] = [];
  private ownDeviceId = drawDeviceId();

  constructor({ userAgent = desktopUserAgent, proxy }: SessionOptions = {}) {
    this.userAgent = userAgent;
    this.proxy = proxy;
  }

  /** Drawn at first; the one that TikTok gave once the session is booted (see `ensureBooted`). */
  get deviceId(): string {
    return this.ownDeviceId;
  }

  adoptDeviceId(deviceId: string): void {
    this.ownDeviceId = deviceId;
  }

  /** The `Cookie` header for this address; empty when there is none. */
  cookieHeader(url: string): Promise<string> {
    return this.#jar.getCookieString(url);
  }

  async keep(setCookies: readonly string[], url: string): Promise<void> {
    for (const line of setCookies) await this.#jar.setCookie(line, url, { ignoreError: true });
  }

  /** Takes cookies from outside in place of those that it took before; TikTok's own stay. */
  importCookies(cookies: readonly ImportedCookie[]): void {
    // The memory store removes at once; its promise has nothing more to say.
    for (const { domain, path, name } of this.#imported)
      void this.#store.removeCookie(domain, path, name);
    this.#imported = cookies;
    for (const cookie of cookies)
      this.#jar.setCookieSync(asCookie(cookie), `https://${cookie.domain}/`);
  }
}

function asCookie({ name, value, domain, path, ...rest }: ImportedCookie): Cookie {
  return new Cookie({
    key: name,
    value,
    path,
    // Without a domain of its own it goes to the very host that is named, and to no other below it.
    domain: rest.isHostOnly ? null : domain,
    secure: rest.isSecure,
    httpOnly: true,
    expires: rest.expiresAtMs === undefined ? 'Infinity' : new Date(rest.expiresAtMs),
  });
}

function drawDeviceId(): string {
  const span = deviceIdRange.last - deviceIdRange.first;
  const draw = (BigInt(randomInt(2 ** 31)) << 31n) | BigInt(randomInt(2 ** 31));
  return (deviceIdRange.first + (draw % span)).toString();
}
