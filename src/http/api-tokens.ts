import { timingSafeEqual } from 'node:crypto';
import type { ApiToken } from './api-token';
import { tokenId } from './api-token';
import type { TokenFile } from './token-file';

export interface ApiTokensOptions {
  /** Tokens from the configuration, as callers write them. */
  readonly tokens?: readonly string[];
  readonly file?: TokenFile;
  /** For tokens without a limit of their own. */
  readonly dailyUnits?: number;
}

/** Who may call. */
export class ApiTokens {
  private readonly configured: readonly ApiToken[];

  constructor(private readonly options: ApiTokensOptions) {
    this.configured = (options.tokens ?? []).map((token, index) => ({
      id: tokenId(token),
      label: `API_TOKENS ${index + 1}`,
    }));
  }

  /** Whether there is a list of tokens, even an empty one. */
  get areConfigured(): boolean {
    return this.options.file !== undefined || this.configured.length > 0;
  }

  /** What is known of a token, or undefined for one that does not pass; where none are configured all do. */
  find(token: string): ApiToken | undefined {
    const id = tokenId(token);
    const known = this.areConfigured
      ? (findConstantTime(this.configured, id) ??
        findConstantTime(this.options.file?.tokens() ?? [], id))
      : { id };
    return known && { ...known, dailyUnits: known.dailyUnits ?? this.options.dailyUnits };
  }
}

/** Looks at every token, found or not: how long it takes says nothing about how near a guess was. */
function findConstantTime(tokens: readonly ApiToken[], id: string): ApiToken | undefined {
  const wanted = Buffer.from(id, 'latin1');
  let found: ApiToken | undefined;
  for (const token of tokens) {
    if (timingSafeEqual(bytesOf(token), wanted)) found = token;
  }
  return found;
}

/** The ids as bytes, made once: a token is looked for with every request. */
const knownBytes = new WeakMap<ApiToken, Buffer>();

function bytesOf(token: ApiToken): Buffer {
  let bytes = knownBytes.get(token);
  if (!bytes) {
    bytes = Buffer.from(token.id, 'latin1');
    knownBytes.set(token, bytes);
  }
  return bytes;
}
