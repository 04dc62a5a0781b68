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

/**
 * Who may call. Tokens are looked for by their hash, of which nobody can guess one half: how long that takes says
 * nothing about how near a guess was. Those that have passed are found by V8's hash of them, which is seeded anew in
 * every process and compared before the token is.
 */
export class ApiTokens {
  private readonly configured: ReadonlyMap<string, ApiToken>;
  private listed: readonly ApiToken[] = [];
  private fileTokens: ReadonlyMap<string, ApiToken> = new Map();
  /** By what callers have shown, as long as the list is the same. */
  private readonly passed = new Map<string, ApiToken>();

  constructor(private readonly options: ApiTokensOptions) {
    this.configured = this.byId(
      (options.tokens ?? []).map((token, index) => ({
        id: tokenId(token),
        label: `API_TOKENS ${index + 1}`,
      })),
    );
  }

  /** Whether there is a list of tokens, even an empty one. */
  get areConfigured(): boolean {
    return this.options.file !== undefined || this.configured.size > 0;
  }

  /** What is known of a token, or undefined for one that does not pass; where none are configured all do. */
  find(token: string): ApiToken | undefined {
    if (!this.areConfigured) return this.limited({ id: tokenId(token) });
    const inFile = this.inFile();
    const passed = this.passed.get(token);
    if (passed) return passed;
    const id = tokenId(token);
    const found = this.configured.get(id) ?? inFile.get(id);
    if (found) this.passed.set(token, found);
    return found;
  }

  private inFile(): ReadonlyMap<string, ApiToken> {
    const tokens = this.options.file?.tokens();
    if (tokens && tokens !== this.listed) {
      this.listed = tokens;
      this.fileTokens = this.byId(tokens);
      this.passed.clear();
    }
    return this.fileTokens;
  }

  private byId(tokens: readonly ApiToken[]): ReadonlyMap<string, ApiToken> {
    return new Map(tokens.map((token) => [token.id, this.limited(token)]));
  }

  private limited(token: ApiToken): ApiToken {
    return { ...token, dailyUnits: token.dailyUnits ?? this.options.dailyUnits };
  }
}
