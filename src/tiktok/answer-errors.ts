import type { FailureRules } from '../cache/operation-cache.port';
import type { Attempt, TikTokErrorCode } from './tiktok.errors';
import {
  TikTokError,
  TikTokInvalidAddressError,
  TikTokNotFoundError,
  TikTokPrivateError,
  TikTokRestrictedError,
} from './tiktok.errors';

const classes = {
  'tiktok.not_found': TikTokNotFoundError,
  'tiktok.private': TikTokPrivateError,
  'tiktok.restricted': TikTokRestrictedError,
} as const satisfies Partial<Record<TikTokErrorCode, unknown>>;

type AnswerCode = keyof typeof classes;

interface PackedError {
  readonly code: AnswerCode;
  readonly message: string;
  readonly statusCode?: number;
  readonly attempts: readonly Attempt[];
}

/** The errors that are answers of TikTok's, and how they are kept; every other one is passing trouble. */
export function failureRules(notFoundSeconds: number): FailureRules {
  return {
    keepMs: notFoundSeconds * 1000,
    pack: (error) => (isAnswer(error) ? pack(error) : undefined),
    unpack,
    isPassing: (error) =>
      error instanceof TikTokError &&
      !isAnswer(error) &&
      !(error instanceof TikTokInvalidAddressError),
  };
}

function isAnswer(error: unknown): error is TikTokError & { readonly code: AnswerCode } {
  return error instanceof TikTokError && error.code in classes;
}

function pack(error: TikTokError & { readonly code: AnswerCode }): PackedError {
  const { code, message, statusCode, attempts } = error;
  return { code, message, statusCode, attempts };
}

/** What comes back was packed above, under keys of this version of the models. */
function unpack(packed: unknown): TikTokError {
  const { code, message, statusCode, attempts } = packed as PackedError;
  const error = new classes[code](message, { statusCode });
  error.attempts = attempts;
  return error;
}
