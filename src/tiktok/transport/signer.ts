/** A call of the web API that wants TikTok's seal. */
export interface SignRequest {
  /** Absolute, without signature parameters. */
  readonly url: string;
  readonly userAgent: string;
}

/** The same call with its seal. It is good for one use, with exactly this agent and these cookies. */
export interface SignedCall {
  readonly url: string;
  readonly userAgent: string;
  /** `name=value` pairs as a Cookie header has them; may be empty. */
  readonly cookies: string;
}

export interface SignerHealth {
  readonly state: 'ready' | 'not ready' | 'unreachable' | 'never asked';
  readonly lastError?: string;
}

/** Whoever can seal calls: a service beside us, since the seal needs a browser. */
export interface Signer {
  sign(request: SignRequest, signal?: AbortSignal): Promise<SignedCall>;
  health(): SignerHealth;
  close(): Promise<void>;
}
