import { product } from '../config/product';

/** One thing that is wrong with a request. */
export interface RequestProblem {
  /** The path, query or body member, as the caller wrote it. */
  readonly parameter: string;
  readonly message: string;
}

/** The caller's request cannot be served as it is; no upstream call was made. */
export class InvalidRequestError extends Error {
  readonly code = 'request.invalid';

  constructor(readonly problems: readonly RequestProblem[]) {
    super(problems.map(({ message }) => message).join('; '));
    this.name = 'InvalidRequestError';
  }
}

/** The request is understood, and its answer is no for a reason of its own. */
export abstract class RefusedRequestError extends Error {
  abstract readonly status: number;
  /** Stable code to match on. */
  abstract readonly code: string;
  /** Whether the same request may succeed later. */
  readonly isRetryable: boolean = false;
  /** When it may. */
  readonly retryAfterSeconds?: number;
  /** What the status wants said beside the body. */
  readonly headers?: Readonly<Record<string, string>>;

  constructor(message: string) {
    super(message);
    this.name = new.target.name;
  }
}

/** No token, or one that nobody knows. */
export class UnauthorizedError extends RefusedRequestError {
  readonly status = 401;
  readonly code = 'request.unauthorized';
  override readonly headers: Readonly<Record<string, string>>;

  constructor(hasToken: boolean) {
    super(
      hasToken
        ? 'Nobody knows this token'
        : 'A token is wanted: Authorization: Bearer TOKEN, or X-API-Key: TOKEN',
    );
    const challenge = `Bearer realm="${product.name}"`;
    this.headers = {
      'www-authenticate': hasToken ? `${challenge}, error="invalid_token"` : challenge,
    };
  }
}

/** The caller has asked too often in this minute. */
export class TooManyRequestsError extends RefusedRequestError {
  readonly status = 429;
  readonly code = 'request.too_many';
  override readonly isRetryable = true;

  constructor(
    limit: number,
    override readonly retryAfterSeconds: number,
  ) {
    super(`More than ${limit} requests in a minute; come back in ${retryAfterSeconds} s`);
  }
}

/** More header lines than anybody needs. */
export class TooManyHeadersError extends RefusedRequestError {
  readonly status = 431;
  readonly code = 'request.headers_too_large';
}

/** A path and query longer than any that is meant. */
export class AddressTooLongError extends RefusedRequestError {
  readonly status = 414;
  readonly code = 'request.address_too_long';
}

/** It costs calls to TikTok, and this server knows nobody by a token. */
export class ProbeNotAllowedError extends RefusedRequestError {
  readonly status = 403;
  readonly code = 'request.forbidden';

  constructor() {
    super(
      'Probing is for callers with a token, and this server has none: set API_TOKENS, or run npm run doctor',
    );
  }
}

/** Nobody here made this link as it stands. */
export class MediaLinkInvalidError extends RefusedRequestError {
  readonly status = 403;
  readonly code = 'media.link_invalid';

  constructor() {
    super('This link was not made here, was changed, or was signed with a secret that is retired');
  }
}

/** The link was good once. */
export class MediaLinkExpiredError extends RefusedRequestError {
  readonly status = 410;
  readonly code = 'media.link_expired';

  constructor() {
    super('This link has expired; ask for the post again to get a new one');
  }
}

/** The file is shorter than the byte that was asked for. */
export class RangeRefusedError extends RefusedRequestError {
  readonly status = 416;
  readonly code = 'media.range_not_satisfiable';
}

/** The route is for the other kind of post. */
export class WrongPostKindError extends RefusedRequestError {
  readonly status = 422;
  readonly code = 'post.wrong_kind';
}

/** The server is about to end; another one, or the next one, takes requests. */
export class StoppingError extends RefusedRequestError {
  readonly status = 503;
  readonly code = 'server.stopping';
  override readonly isRetryable = true;
  override readonly retryAfterSeconds = 5;

  constructor() {
    super('This server is stopping');
  }
}
