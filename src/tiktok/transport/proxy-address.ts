/** A proxy with its credentials, which show neither in logs nor in messages: only `host` does. */
export class ProxyAddress {
  readonly origin: string;
  readonly host: string;
  readonly #authorization: string | undefined;

  private constructor(
    { origin, host, username, password }: URL,
    /** Its place in the configured list, from 1. */
    readonly number: number,
  ) {
    this.origin = origin;
    this.host = host;
    const credentials = `${decodeURIComponent(username)}:${decodeURIComponent(password)}`;
    this.#authorization =
      credentials === ':' ? undefined : `Basic ${Buffer.from(credentials).toString('base64')}`;
  }

  /** Throws an error that does not repeat what was given: it may hold a password. */
  static parse(text: string, position = 1): ProxyAddress {
    const url = URL.canParse(text.trim()) ? new URL(text.trim()) : undefined;
    if (url?.protocol !== 'http:' && url?.protocol !== 'https:')
      throw new Error(`Proxy ${position} is not an address with http:// or https://`);
    try {
      return new ProxyAddress(url, position);
    } catch {
      throw new Error(`Proxy ${position} has credentials that are not percent-encoded`);
    }
  }

  /** The value of `Proxy-Authorization`; a method, so that no printing of the object holds it. */
  authorization(): string | undefined {
    return this.#authorization;
  }
}
