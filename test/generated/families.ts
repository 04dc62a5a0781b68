import type { Answer } from './generated-request';

/** What a group of routes makes of input that it does not know, and how it says what is wrong. */
export interface Family {
  readonly prefix: string;
  /** Statuses that say that the request is wrong. */
  readonly refusals: readonly number[];
  /** Other parameters are nobody's business, the last of several counts, and a blank is no value. */
  readonly isLenient: boolean;
  /** Whether the error says that this parameter is wrong. */
  readonly names: (error: ErrorBody, parameter: string) => boolean;
}

interface ErrorBody {
  readonly code?: unknown;
  readonly error?: unknown;
  readonly message?: unknown;
  readonly errors?: readonly { readonly parameter: string }[];
  readonly detail?: string | readonly { readonly loc: readonly string[] }[];
}

const problems: Family = {
  prefix: '/',
  refusals: [400, 413, 414, 415, 431],
  isLenient: false,
  names: ({ errors = [] }, parameter) =>
    errors.some((error) => error.parameter.split('.')[0] === parameter.split('.')[0]),
};

const envelopes: Family = {
  ...problems,
  prefix: '/api/tiktok/',
  names: ({ message }, parameter) => String(message).includes(parameter),
};

const ensembleData: Family = {
  prefix: '/apis/',
  refusals: [400, 414, 422, 431, 462, 463, 464, 466],
  isLenient: true,
  names: ({ detail = [] }, parameter) =>
    typeof detail === 'string'
      ? detail.startsWith(parameter)
      : detail.some(({ loc }) => loc[1] === parameter),
};

const media: Family = {
  ...problems,
  prefix: '/media/',
  refusals: [...problems.refusals, 403],
  isLenient: true,
  names: (error, parameter) =>
    error.code === 'media.link_invalid' || problems.names(error, parameter),
};

const families = [envelopes, ensembleData, media, problems];

export function familyOf(template: string): Family {
  return families.find(({ prefix }) => template.startsWith(prefix)) ?? problems;
}

/** What is wrong with the request as a whole has a code that says it, and no parameter. */
const codesOfWholes = ['request.address_too_long', 'request.unsupported_media_type'];

/** Whether an answer says that the request is wrong, and where. */
export function isRefusalOf(family: Family, { status, text }: Answer, parameter: string): boolean {
  if (!family.refusals.includes(status)) return false;
  const error = JSON.parse(text) as ErrorBody;
  const code = String(error.error ?? error.code);
  if (status !== 400 && status !== 422 && codesOfWholes.includes(code)) return true;
  // Nobody can say which parameter an address that is too long would have had.
  if (status === 414 && family === ensembleData) return true;
  return family.names(error, parameter);
}
