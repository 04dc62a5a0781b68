import { hash } from 'node:crypto';

/** A token that callers may use. */
export interface ApiToken {
  /** SHA-256 of the token, hexadecimal: the name under which its use is counted. */
  readonly id: string;
  /** Where the token stands, for logs: nothing of it can be learnt from that. */
  readonly label?: string;
  /** Units a day (UTC); absent where there is no limit. */
  readonly dailyUnits?: number;
}

export function tokenId(token: string): string {
  return hash('sha256', token, 'hex');
}
