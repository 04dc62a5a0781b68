import { STATUS_CODES, type StatusCode } from '../status-codes';
import {
  TikTokBlockedError,
  type TikTokError,
  TikTokNotFoundError,
  TikTokPrivateError,
  TikTokRestrictedError,
} from '../tiktok.errors';
import { at, either, readInteger, readText } from './read';

const MAX_MESSAGE_LENGTH = 200;

/** TikTok's verdict in an answer. The two spellings of the code can differ; the one that complains counts. */
export function readStatusCode(envelope: unknown): number {
  const codes = [readInteger(at(envelope, 'statusCode')), readInteger(at(envelope, 'status_code'))];
  return codes.find((code) => code !== undefined && code !== 0) ?? 0;
}

/** Whether the answer says how it went, well or not. */
export function hasStatusCode(envelope: unknown): boolean {
  return either(envelope, 'statusCode', 'status_code') !== undefined;
}

/** Throws what a non-zero status code means; `subject` names for people what was asked for. */
export function throwForStatus(envelope: unknown, subject: string): void {
  const code = readStatusCode(envelope);
  if (code !== 0) {
    throw errorOfStatus(code, subject, readStatusMessage(envelope));
  }
}

function readStatusMessage(envelope: unknown): string | undefined {
  const text = readText(either(envelope, 'statusMsg', 'status_msg', 'statusMessage'));
  return text?.slice(0, MAX_MESSAGE_LENGTH);
}

function errorOfStatus(code: number, subject: string, said: string | undefined): TikTokError {
  const known = STATUS_CODES.get(code);
  const name = known === undefined ? String(code) : `${code} ${known.name}`;
  const message = `TikTok answers ${name} for ${subject}${said === undefined ? '' : `: ${said}`}`;
  return createError(known, message, code);
}

function createError(
  known: StatusCode | undefined,
  message: string,
  statusCode: number,
): TikTokError {
  switch (known?.meaning) {
    case 'not_found':
      return new TikTokNotFoundError(message, { statusCode });
    case 'private':
      return new TikTokPrivateError(message, { statusCode });
    case 'restricted':
      return new TikTokRestrictedError(message, { statusCode });
    case 'blocked':
    case undefined:
      return new TikTokBlockedError(known?.kind ?? 'status_code', message, { statusCode });
  }
}
