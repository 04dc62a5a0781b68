import { createHmac } from 'node:crypto';
import { ASPECT } from '../world/draw';
import { mix, tokenOf } from '../world/hash';

export const ACCESS_TOKEN_SECONDS = 7_200;

/**
 * Cookie values that prove themselves: a part that looks random and a seal over it. So the sandbox
 * knows its own tokens without keeping any.
 */
export class Tokens {
  private readonly key: number;

  constructor(
    private readonly seed: string,
    worldKey: number,
  ) {
    this.key = mix(worldKey, ASPECT.session);
  }

  /** 24 characters, like the cookie that video links are bound to. */
  chainToken(number: number): string {
    return this.sealed('chain', this.random(number, 1, 11), 11) + '==';
  }

  isChainToken(value: string): boolean {
    return value.endsWith('==') && this.isSealed('chain', value.slice(0, -2), 11);
  }

  /** The API's have 128 characters; those of the web SDK's endpoint 148, which a client demands. */
  msToken(number: number, length: 128 | 148 = 128): string {
    return this.sealed('ms', this.random(number, 2, length - 32), 32);
  }

  isMsToken(value: string): boolean {
    return this.isSealed('ms', value, 32);
  }

  ttwid(number: number, nowSeconds: number): string {
    const body = `1%7C${this.random(number, 3, 43)}%7C${nowSeconds}`;
    return `${body}%7C${this.seal('ttwid', body).toString('hex')}`;
  }

  isTtwid(value: string): boolean {
    const cut = value.lastIndexOf('%7C');
    return (
      cut > 0 && this.seal('ttwid', value.slice(0, cut)).toString('hex') === value.slice(cut + 3)
    );
  }

  /** What the Research API gives for a client's key and secret. */
  accessToken(number: number, nowSeconds: number): string {
    const issuedAt = nowSeconds.toString(36).padStart(7, '0');
    return `clt.${this.sealed('access', this.random(number, 6, 24) + issuedAt, 22)}`;
  }

  /** One of ours, and not too old. */
  isAccessToken(value: string, nowSeconds: number): boolean {
    const [, token = '', issuedAt = ''] = /^clt\.(.{24}(.{7}).{22})$/.exec(value) ?? [];
    if (!this.isSealed('access', token, 22)) return false;
    return nowSeconds - parseInt(issuedAt, 36) < ACCESS_TOKEN_SECONDS;
  }

  csrfToken(number: number): string {
    return `${this.random(number, 4, 8)}-${this.random(number, 5, 27)}`;
  }

  /** A device id of 19 digits in the range that TikTok hands out. */
  deviceId(number: number): string {
    const low = String(mix(mix(this.key, number), 6))
      .padStart(10, '0')
      .slice(0, 10);
    return `72${50 + (number % 20)}${low}${String(mix(number, this.key) % 100_000).padStart(5, '0')}`;
  }

  private random(number: number, aspect: number, length: number): string {
    return tokenOf(mix(mix(this.key, aspect), number), length);
  }

  private sealed(kind: string, body: string, sealLength: number): string {
    return body + this.seal(kind, body).toString('base64url').slice(0, sealLength);
  }

  private isSealed(kind: string, value: string, sealLength: number): boolean {
    const cut = value.length - sealLength;
    return cut > 0 && this.sealed(kind, value.slice(0, cut), sealLength) === value;
  }

  private seal(kind: string, body: string): Buffer {
    return createHmac('sha256', `${this.seed} ${kind}`).update(body).digest();
  }
}
