import { createHmac } from 'node:crypto';
import { readParameters, type Parameter } from './signed-query';

/** The value of `X-Gnarly` that the sandbox always takes for a seal. */
export const SANDBOX_SEAL = 'sandbox-seal';

/** What a seal covers: one query, one device, one browser. */
export interface SealedRequest {
  /** The raw query, as it is in the address. */
  query: string;
  userAgent: string;
}

export interface Seal {
  bogus: string;
  gnarly: string;
}

const BOGUS_LENGTH = 28;
const GNARLY_LENGTH = 332;

/**
 * Stands in for the web SDK's seal: it covers the same things and has the same lengths, but it is
 * an HMAC under the seed, so that nothing of the real one is in this repository.
 */
export class Sealer {
  constructor(private readonly seed: string) {}

  sealOf(request: SealedRequest): Seal {
    const covered = readParameters(request.query).filter(isCovered);
    const text = covered.map(({ raw }) => raw).join('&');
    const device = covered.find(({ name }) => name === 'device_id')?.value ?? '';
    const message = [text, device, request.userAgent].join('\n');
    return {
      bogus: `DFSz${this.token('bogus', message, BOGUS_LENGTH - 4)}`,
      gnarly: `M${this.token('gnarly', message, GNARLY_LENGTH - 1)}`,
    };
  }

  /** True for a query that carries its own seal, or the fixed word that tests use. */
  verifySeal(request: SealedRequest): boolean {
    const sent = new Map(readParameters(request.query).map(({ name, value }) => [name, value]));
    const bogus = sent.get('X-Bogus') ?? '';
    const gnarly = sent.get('X-Gnarly');
    if (bogus === '' || gnarly === undefined) return false;
    if (gnarly === SANDBOX_SEAL) return true;
    const seal = this.sealOf(request);
    // Newer SDKs write a literal "1" where the older seal was.
    return gnarly === seal.gnarly && (bogus === seal.bogus || bogus === '1');
  }

  private token(kind: string, message: string, length: number): string {
    let out = '';
    for (let block = 0; out.length < length; block += 1) {
      const mac = createHmac('sha256', `${this.seed} seal ${kind} ${block}`).update(message);
      out += mac.digest('base64url');
    }
    return out.slice(0, length);
  }
}

/** The seal covers all that stands in the query but itself. */
const SEAL_NAMES: ReadonlySet<string> = new Set(['X-Bogus', 'X-Gnarly', 'X-Dynosaur']);

function isCovered({ name }: Parameter): boolean {
  return !SEAL_NAMES.has(name);
}
