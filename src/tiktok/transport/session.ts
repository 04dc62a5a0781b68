import { randomBytes, randomInt } from 'node:crypto';
import { CookieJar } from 'tough-cookie';
import { deviceIdRange, desktopUserAgent } from '../constants';

/** One guest of TikTok: cookies, device id and user agent that belong together and are always sent together. */
export class Session {
  readonly cookies = new CookieJar(undefined, { looseMode: true, rejectPublicSuffixes: false });
  readonly deviceId = drawDeviceId();
  readonly verifyFp = `verify_${randomBytes(4).toString('hex').slice(0, 7)}`;
  readonly startedAtMs = Date.now();

  constructor(readonly userAgent: string = desktopUserAgent) {}

  /** The `Cookie` header for this address; empty when there is none. */
  cookieHeader(url: string): Promise<string> {
    return this.cookies.getCookieString(url);
  }

  async keep(setCookies: readonly string[], url: string): Promise<void> {
    for (const line of setCookies) await this.cookies.setCookie(line, url, { ignoreError: true });
  }
}

function drawDeviceId(): string {
  const span = deviceIdRange.last - deviceIdRange.first;
  const draw = (BigInt(randomInt(2 ** 31)) << 31n) | BigInt(randomInt(2 ** 31));
  return (deviceIdRange.first + (draw % span)).toString();
}
