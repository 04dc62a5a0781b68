/** The codes of the Research API's errors that the sandbox gives. */
export type ResearchCode =
  | 'access_token_invalid'
  | 'scope_not_authorized'
  | 'invalid_params'
  | 'daily_quota_limit_exceeded'
  | 'rate_limit_exceeded'
  | 'internal_error';

/** Why a question to the Research API gets no answer. */
export class ResearchRefusal extends Error {
  readonly code: ResearchCode;
  readonly httpStatus: number;

  constructor(message: string, terms: { code?: ResearchCode; httpStatus?: number } = {}) {
    super(message);
    this.code = terms.code ?? 'invalid_params';
    this.httpStatus = terms.httpStatus ?? 400;
  }
}
