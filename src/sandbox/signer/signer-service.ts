import { jsonReply, type Reply } from '../http/reply';
import type { JsonObject } from '../render/rendering';
import { browserOf, navigatorOf, type SignerBrowser } from './browser';
import { fetched } from './fetched';
import { signUrl, type SignedUrl, type SigningParts } from './sign';

/** A request to the signer: its path is the part after the prefix. */
export interface SignerCall {
  method: string;
  path: string;
  contentType: string;
  body: string;
}

export interface SignerPorts {
  parts(): SigningParts;
  /** Sends a request to the sandbox itself and gives back what came. */
  perform(url: string, headers: Readonly<Record<string, string>>): Reply;
}

const GENERATIONS_BEFORE_REFRESH = 100;
const SESSION_MINUTES = 60;
/** Signer sessions draw their tokens from numbers that page sessions never reach. */
const FIRST_NUMBER = 1_000_000_000;

/**
 * The HTTP contract of the signer service that is in common use, in front of seals that only this
 * sandbox believes in.
 */
export class SignerService {
  private generations = 0;
  private startedAt: number;

  constructor(private readonly ports: SignerPorts) {
    this.startedAt = ports.parts().nowSeconds;
  }

  answer(call: SignerCall): Reply {
    const path = call.path.replace(/(.)\/$/, '$1');
    if (path === '/signature') return this.whenPosted(call, () => this.signature(call));
    if (path === '/fetch') return this.whenPosted(call, () => this.fetch(call));
    if (path === '/health') return jsonReply(this.health());
    if (path === '/restart') return this.restart();
    return jsonReply({ error: 'Not found' }, 404);
  }

  reset(): void {
    this.generations = 0;
    this.startedAt = this.ports.parts().nowSeconds;
    this.ports.parts().seals.clear();
  }

  private whenPosted(call: SignerCall, next: () => Reply): Reply {
    return call.method === 'POST' ? next() : failure('Method not allowed', 405);
  }

  private signature(call: SignerCall): Reply {
    const asked = readCall(call);
    if (typeof asked === 'string') return failure(asked, 400);
    const signed = this.sign(asked);
    const data: JsonObject = {
      signed_url: signed.url,
      'x-bogus': signed.bogus,
      'x-gnarly': signed.gnarly,
      'device-id': signed.deviceId,
      cookies: signed.cookies,
      navigator: navigatorOf(asked.browser),
    };
    return jsonReply({ status: 'ok', data });
  }

  private fetch(call: SignerCall): Reply {
    const asked = readCall(call);
    if (typeof asked === 'string') return failure(asked, 400);
    const signed = this.sign(asked);
    const reply = this.ports.perform(signed.url, {
      'user-agent': asked.browser.userAgent,
      cookie: signed.cookies,
      referer: 'https://www.tiktok.com/',
    });
    return fetched(reply);
  }

  private sign({ url, browser }: Asked): SignedUrl {
    this.generations += 1;
    const number = FIRST_NUMBER + this.generations;
    return signUrl(this.ports.parts(), url, { browser, number });
  }

  private health(): JsonObject {
    const { nowSeconds } = this.ports.parts();
    return {
      status: 'ok',
      ready: true,
      initializing: false,
      initMethod: 'sandbox',
      lastInitTime: new Date(this.startedAt * 1000).toISOString(),
      sessionAgeMinutes: Math.floor((nowSeconds - this.startedAt) / 60),
      generationCount: this.generations,
      maxGenerationsBeforeRefresh: GENERATIONS_BEFORE_REFRESH,
      maxSessionAgeMinutes: SESSION_MINUTES,
      queueLength: 0,
      isProcessing: false,
      localSdkAvailable: true,
      proxyEnabled: false,
      userAgent: browserOf().userAgent,
    };
  }

  private restart(): Reply {
    this.reset();
    return jsonReply({ status: 'ok', message: 'Restarted' });
  }
}

interface Asked {
  url: URL;
  browser: SignerBrowser;
}

/** What a call asks for, or what is wrong with it. */
function readCall({ contentType, body }: SignerCall): Asked | string {
  const sent = contentType.startsWith('application/json') ? readJson(body) : { url: body.trim() };
  if (sent === undefined) return 'Invalid JSON';
  const { url, userAgent } = sent;
  if (typeof url !== 'string' || url === '') return 'URL is required';
  if (!/^https?:\/\//.test(url) || !URL.canParse(url)) return 'Invalid URL';
  const browser = browserOf(typeof userAgent === 'string' && userAgent ? userAgent : undefined);
  return { url: new URL(url), browser };
}

function readJson(body: string): Record<string, unknown> | undefined {
  try {
    const value: unknown = JSON.parse(body);
    return typeof value === 'object' && value !== null ? { ...value } : undefined;
  } catch {
    return undefined;
  }
}

function failure(message: string, status: number): Reply {
  return jsonReply({ status: 'error', message }, status);
}
