import { embedEntry } from '../schemas/embed.shapes';
import { carrierIn, scopesIn } from './page-reader';
import { PHONE, Session, type Response } from './session';
import { WebApi, type Json, type Parameters } from './web-api';

/** What `docs/sandbox.md` says the sandbox takes for a seal. */
const SEAL = { 'X-Bogus': '1', 'X-Gnarly': 'sandbox-seal' };

export type Scopes = Record<string, unknown>;

/** One visitor of one sandbox, and a short way to read each of its surfaces. */
export class Visitor {
  readonly session: Session;
  readonly phone: Session;
  readonly api: WebApi;

  constructor(private readonly port: number) {
    this.session = new Session(port);
    this.phone = new Session(port, PHONE);
    this.api = new WebApi(this.session, `http://127.0.0.1:${port}/__sandbox/signer`);
  }

  /** A visitor with the cookies and the device id of a page. */
  static async booted(port: number): Promise<Visitor> {
    const visitor = new Visitor(port);
    await visitor.session.boot('/@tiktok');
    return visitor;
  }

  /** Somebody else at the same sandbox. */
  another(): Promise<Visitor> {
    return Visitor.booted(this.port);
  }

  close(): void {
    this.session.close();
    this.phone.close();
  }

  async page(path: string): Promise<Scopes> {
    return scopesOf(await this.session.send(path), path);
  }

  async phonePage(path: string): Promise<Scopes> {
    return scopesOf(await this.phone.send(path), path);
  }

  async embed(path: string): Promise<{ status: number; entry: unknown }> {
    const { status, text } = await this.session.send(path, { withoutCookies: true });
    return { status, entry: embedEntry(carrierIn(text, '__FRONTITY_CONNECT_STATE__')) };
  }

  /** An answer that needs neither session nor signature: player, oEmbed. */
  async open(address: string): Promise<{ status: number; body: Json }> {
    const { status, text } = await this.session.send(address, { withoutCookies: true });
    return { status, body: JSON.parse(text) as Json };
  }

  unsigned<T = Json>(path: string, parameters: Parameters): Promise<T> {
    return this.api.json(path, parameters) as Promise<T>;
  }

  signed<T = Json>(path: string, parameters: Parameters): Promise<T> {
    return this.api.signedJson(path, parameters) as Promise<T>;
  }

  /** A call with the fixed seal of the sandbox: half the requests of a signed one. */
  sealed<T = Json>(path: string, parameters: Parameters): Promise<T> {
    return this.unsigned(path, { ...parameters, ...SEAL });
  }
}

function scopesOf({ text, status }: Response, path: string): Scopes {
  const scopes = scopesIn(text);
  if (!scopes) throw new Error(`${path} (${status}) came without its script`);
  return scopes;
}
