/** Stable codes of everything that can go wrong between us and TikTok. Callers match on them. */
export type TikTokErrorCode =
  | 'tiktok.not_found'
  | 'tiktok.private'
  | 'tiktok.restricted'
  | 'tiktok.blocked'
  | 'tiktok.timeout'
  | 'tiktok.unreachable'
  | 'tiktok.shape_changed'
  | 'tiktok.needs_signature'
  | 'tiktok.signer_failed'
  | 'tiktok.invalid_address'
  | 'tiktok.busy';

export interface TikTokErrorOptions {
  readonly cause?: unknown;
  /** TikTok's own status code, where it gave one. */
  readonly statusCode?: number;
}

/** What one source said while an operation was tried. */
export interface Attempt {
  readonly source: string;
  readonly code: TikTokErrorCode;
  /** How TikTok refused, where it did. */
  readonly kind?: RefusalKind;
  readonly message: string;
}

/** Base of all errors that leave `tiktok/`. */
export abstract class TikTokError extends Error {
  abstract readonly code: TikTokErrorCode;
  /** Whether the same call may succeed later. */
  abstract readonly isRetryable: boolean;
  readonly statusCode?: number;
  /** Every source that was asked before this error was final. */
  attempts: readonly Attempt[] = [];

  constructor(message: string, options: TikTokErrorOptions = {}) {
    super(message, options.cause === undefined ? undefined : { cause: options.cause });
    this.name = new.target.name;
    this.statusCode = options.statusCode;
  }
}

/** The account or post does not exist (any more), or TikTok pretends so. */
export class TikTokNotFoundError extends TikTokError {
  readonly code = 'tiktok.not_found';
  readonly isRetryable = false;
}

/** The account or post exists and only its owner's circle may see it. */
export class TikTokPrivateError extends TikTokError {
  readonly code = 'tiktok.private';
  readonly isRetryable = false;
}

/** The post exists and TikTok does not show it here: region, age, or review. */
export class TikTokRestrictedError extends TikTokError {
  readonly code = 'tiktok.restricted';
  readonly isRetryable = false;
}

/** How TikTok refused, as the answer showed it. */
export type RefusalKind =
  | 'empty_answer'
  | 'challenge'
  | 'captcha'
  | 'shell_page'
  | 'blocked_page'
  | 'login_wall'
  | 'rate_limit'
  | 'overload'
  | 'risk'
  | 'status_code'
  | 'inconclusive'
  | 'resting';

export interface BlockedErrorOptions extends TikTokErrorOptions {
  readonly retryAfterSeconds?: number;
}

/** TikTok refuses to answer us now. Never the same as "there is nothing". */
export class TikTokBlockedError extends TikTokError {
  readonly code = 'tiktok.blocked';
  readonly isRetryable = true;
  readonly kind: RefusalKind;
  readonly retryAfterSeconds: number;
  /** The wait that TikTok itself asked for, where it did. */
  readonly requestedWaitSeconds?: number;

  constructor(kind: RefusalKind, message: string, options: BlockedErrorOptions = {}) {
    super(message, options);
    this.kind = kind;
    this.requestedWaitSeconds = options.retryAfterSeconds;
    this.retryAfterSeconds = options.retryAfterSeconds ?? 30;
  }
}

/** TikTok did not answer in time. */
export class TikTokTimeoutError extends TikTokError {
  readonly code = 'tiktok.timeout';
  readonly isRetryable = true;
}

/** No connection, or it broke. */
export class TikTokUnreachableError extends TikTokError {
  readonly code = 'tiktok.unreachable';
  readonly isRetryable = true;
}

/** An answer came, and what must be in it is not where it was: `path` names what was missing. */
export class TikTokShapeChangedError extends TikTokError {
  readonly code = 'tiktok.shape_changed';
  readonly isRetryable = true;
  readonly path: string;

  constructor(path: string, message?: string, options: TikTokErrorOptions = {}) {
    super(message ?? `TikTok's answer has no usable "${path}"`, options);
    this.path = path;
  }
}

/** No configured source can answer: most often a signed request is wanted and no signer is configured. */
export class TikTokNeedsSignatureError extends TikTokError {
  readonly code = 'tiktok.needs_signature';
  readonly isRetryable = false;
}

export interface SignerErrorOptions extends TikTokErrorOptions {
  /** Whether the signer answered at all. */
  readonly isAnswer: boolean;
}

/** The configured signer could not be asked, or gave no signature. */
export class TikTokSignerError extends TikTokError {
  readonly code = 'tiktok.signer_failed';
  readonly isRetryable = true;
  readonly isAnswer: boolean;

  constructor(message: string, options: SignerErrorOptions) {
    super(message, options);
    this.isAnswer = options.isAnswer;
  }
}

/** The text names no post of TikTok's. Nobody was asked, unless a short link turned out to lead elsewhere. */
export class TikTokInvalidAddressError extends TikTokError {
  readonly code = 'tiktok.invalid_address';
  readonly isRetryable = false;
}

/** We have more to ask than the pacing lets through; TikTok was not asked. */
export class TikTokBusyError extends TikTokError {
  readonly code = 'tiktok.busy';
  readonly isRetryable = true;
  readonly retryAfterSeconds: number;

  constructor(message: string, retryAfterSeconds: number) {
    super(message);
    this.retryAfterSeconds = retryAfterSeconds;
  }
}
