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
