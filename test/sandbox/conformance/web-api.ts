import { Session, type Response } from './session';

export type Json = Record<string, unknown>;
export type Parameters = Readonly<Record<string, string | number>>;

export interface SignatureAnswer {
  status: string;
  data: {
    signed_url: string;
    cookies: string;
    navigator: { user_agent: string };
  };
}

/** Calls of `/api/*` as the site makes them (1.4), signed where the caller wants that (13.1). */
export class WebApi {
  constructor(
    readonly session: Session,
    private readonly signerOrigin: string,
  ) {}

  /** An unsigned call. Its answer may be the silent refusal, so it comes as it is. */
  call(path: string, parameters: Parameters): Promise<Response> {
    return this.session.send(addressOf(this.session, path, parameters), { headers: REFERER });
  }

  /** Sends the address through the signer, then what came back, as the signer's browser would. */
  async callSigned(path: string, parameters: Parameters): Promise<Response> {
    const { data } = await this.sign(addressOf(this.session, path, parameters));
    for (const pair of data.cookies.split('; ')) {
      const [, name = '', value = ''] = /^([^=]+)=(.*)$/.exec(pair) ?? [];
      // What the session has from a page stays: links are bound to it.
      if (name !== '' && (name === 'ttwid' || !this.session.cookies.has(name))) {
        this.session.cookies.set(name, value);
      }
    }
    const headers = { ...REFERER, 'user-agent': data.navigator.user_agent };
    return this.session.send(data.signed_url, { headers });
  }

  async sign(url: string): Promise<SignatureAnswer> {
    const answer = await this.session.send(`${this.signerOrigin}/signature`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ url, userAgent: this.session.userAgent }),
      withoutCookies: true,
    });
    return JSON.parse(answer.text) as SignatureAnswer;
  }

  async json(path: string, parameters: Parameters): Promise<Json> {
    return parsed(await this.call(path, parameters), path);
  }

  async signedJson(path: string, parameters: Parameters): Promise<Json> {
    return parsed(await this.callSigned(path, parameters), path);
  }
}

const REFERER = { accept: '*/*', referer: 'https://www.tiktok.com/' };

export function addressOf(session: Session, path: string, parameters: Parameters): string {
  const common: Parameters = {
    WebIdLastTime: 1_760_000_000,
    aid: 1988,
    app_language: 'en',
    app_name: 'tiktok_web',
    browser_language: 'en-US',
    browser_name: 'Mozilla',
    browser_online: 'true',
    browser_platform: 'Win32',
    browser_version: session.userAgent.replace(/^Mozilla\//, ''),
    channel: 'tiktok_web',
    cookie_enabled: 'true',
    device_id: session.deviceId,
    device_platform: 'web_pc',
    os: 'windows',
    region: 'US',
    tz_name: 'America/New_York',
    user_is_login: 'false',
    ...parameters,
  };
  const pairs = Object.entries(common).map(([key, value]) => `${key}=${encodeURIComponent(value)}`);
  return `https://www.tiktok.com${path}?${pairs.join('&')}`;
}

/** A silent refusal is a body of nothing: it must not pass for an empty list. */
function parsed(response: Response, path: string): Json {
  if (response.text === '') throw new Error(`${path} refused silently`);
  return JSON.parse(response.text) as Json;
}
